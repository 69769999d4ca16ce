import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Certificates, createCertificates } from '../support/certificates.ts'
import { failure, fetcher, key } from '../support/fetching.ts'
import { quiet, serve, serveRaw } from '../support/servers.ts'
import { trustCertificates } from '../support/trust.ts'

let certificates: Certificates
beforeAll(async () => {
  certificates = await trustCertificates('127.0.0.1')
})
afterAll(() => certificates[Symbol.asyncDispose]())

describe('TLS', () => {
  it('keeps the connection for the next request', async () => {
    await using server = await serve((_, response) => response.end('ok'), certificates)
    const fetch = fetcher()
    for (let count = 0; count < 2; count++) expect((await fetch(server.origin)).status).toBe(200)
    expect([server.requests(), server.connections()]).toEqual([2, 1])
  })

  it('sends nothing to a server whose certificate nobody trusts', async () => {
    await using strange = await createCertificates('127.0.0.1')
    await using server = await serve((_, response) => response.end(), strange)
    const error = await failure(fetcher()(server.origin, { method: 'POST', body: key }))
    expect(error).toMatchObject({ kind: 'not-sent', sent: false })
    expect(error.code).toMatch(/SIGNATURE|CERT/)
    expect(error.message).toMatch(/^https:\/\/127\.0\.0\.1:\d+ has no trusted certificate \([A-Z_]+\)\.$/)
    expect(server.requests()).toBe(0)
  })

  it('sends nothing to a server with a certificate for another host', async () => {
    await using other = await trustCertificates('other.test')
    await using server = await serve((_, response) => response.end(), other)
    const error = await failure(fetcher()(server.origin, { method: 'POST', body: key }))
    expect(error).toMatchObject({ kind: 'not-sent', sent: false, code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
    expect(error.message).toContain('has no trusted certificate')
    expect(server.requests()).toBe(0)
  })

  it('is not spoken by everybody', async () => {
    await using server = await serve((_, response) => response.end())
    const error = await failure(fetcher()(server.origin.replace('http:', 'https:')))
    expect(error).toMatchObject({ kind: 'not-sent', sent: false })
    expect(server.requests()).toBe(0)
  })

  it('fails when the server hangs up, or says nothing at all', async () => {
    await using rude = await serveRaw(
      () => {},
      (socket) => socket.end(),
    )
    const error = await failure(fetcher()(rude.origin.replace('http:', 'https:')))
    expect(error).toMatchObject({ kind: 'not-sent', sent: false, code: 'ECONNRESET' })
    await using mute = await serveRaw(() => {})
    const late = await failure(fetcher({ timeoutMs: 200 })(mute.origin.replace('http:', 'https:')))
    expect(late).toMatchObject({ kind: 'timeout', sent: false })
    await quiet(mute)
  })

  it('is lost after the handshake', async () => {
    await using server = await serve(({ socket }) => socket.destroy(), certificates)
    const error = await failure(fetcher()(server.origin, { method: 'POST', body: '{}' }))
    expect(error).toMatchObject({ kind: 'lost', sent: true, code: 'ECONNRESET' })
  })
})
