import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { fetcher } from '../support/fetching.ts'
import { quiet, serve, serveRaw } from '../support/servers.ts'

describe('a connection', () => {
  it('carries one request after the other', async () => {
    await using server = await serve((_, response) => response.end('ok'))
    const fetch = fetcher()
    for (let count = 0; count < 3; count++) expect(await (await fetch(server.origin)).text()).toBe('ok')
    expect([server.requests(), server.connections()]).toEqual([3, 1])
  })

  it('is dropped before the server drops it, as announced', async () => {
    await using server = await serve((_, response) => {
      response.writeHead(200, { 'Keep-Alive': 'timeout=2' }).end('ok')
    })
    const fetch = fetcher()
    await fetch(server.origin)
    await wait(1200)
    expect(server.open()).toBe(0)
    await fetch(server.origin)
    expect([server.requests(), server.connections()]).toEqual([2, 2])
  })

  it('is closed when the answer came before the whole request', async () => {
    await using server = await serveRaw((socket) => {
      socket.pause().write('HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n')
      setTimeout(() => socket.resume(), 100)
    })
    const answer = await fetcher()(server.origin, { method: 'POST', body: 'a'.repeat(20_000_000) })
    expect(answer.status).toBe(413)
    await quiet(server)
  })
})
