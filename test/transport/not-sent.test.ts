import { describe, expect, it } from 'vitest'
import { failure, fetcher, key, shown } from '../support/fetching.ts'
import { freePort } from '../support/servers.ts'

describe('a connection that fails', () => {
  it('is refused', async () => {
    const error = await failure(fetcher()(`http://127.0.0.1:${await freePort()}/?key=${key}`))
    expect(error).toMatchObject({ kind: 'not-sent', sent: false, code: 'ECONNREFUSED' })
    expect(error.message).toMatch(/^http:\/\/127\.0\.0\.1:\d+ could not be reached \(ECONNREFUSED\)\.$/)
    expect(error.cause).toMatchObject({ syscall: 'connect' })
    const both = await failure(fetcher()(`http://localhost:${await freePort()}/`))
    expect(both).toMatchObject({ kind: 'not-sent', code: 'ECONNREFUSED' })
  })

  it('fails at once', async () => {
    // Nobody connects to the broadcast address: the system call says so, before there is a connection to watch.
    const error = await failure(fetcher()('http://255.255.255.255:9/'))
    expect(error).toMatchObject({ kind: 'not-sent', sent: false })
    expect(error.code).toMatch(/^E[A-Z]+$/)
  })

  it('has no address', async () => {
    const error = await failure(fetcher({ timeoutMs: 5000 })('https://name.invalid/?secret'))
    expect(error).toMatchObject({ kind: 'not-sent', sent: false })
    expect(error.code).toMatch(/^(ENOTFOUND|EAI_AGAIN)$/)
    expect(error.message).toMatch(/^https:\/\/name\.invalid could not be reached/)
  })

  it('cannot be made out of a bad address or header', async () => {
    const fetch = fetcher()
    for (const url of ['', '/sessions', `ftp://127.0.0.1/${key}`, `http://${key}:x:y/`]) {
      const error = await failure(fetch(url))
      expect(error).toMatchObject({ kind: 'not-sent', sent: false, message: 'No http(s) address.' })
      expect(shown(error)).not.toContain(key)
    }
    const error = await failure(fetch('http://127.0.0.1:9', { headers: { authorization: `${key}\nx` } }))
    expect(error).toMatchObject({ kind: 'not-sent', sent: false, code: 'ERR_INVALID_CHAR' })
    expect(shown(error)).not.toContain(key)
  })
})
