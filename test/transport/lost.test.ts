import type { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { failure, fetcher, key } from '../support/fetching.ts'
import { brokenChunk, endChunk, part, switchProtocol } from '../support/raw-answers.ts'
import { quiet, serveRaw } from '../support/servers.ts'

describe('a connection that fails', () => {
  it.each([
    ['reset before an answer', (socket: Socket) => socket.resetAndDestroy(), 'ECONNRESET'],
    ['closed before an answer', (socket: Socket) => socket.end(), 'ECONNRESET'],
    ['reset within the body', (socket: Socket) => part(socket, () => socket.resetAndDestroy()), 'ECONNRESET'],
    ['closed within the body', (socket: Socket) => part(socket, () => socket.end()), 'ECONNRESET'],
    ['closed within a chunk', endChunk, 'ECONNRESET'],
    ['not HTTP', (socket: Socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'), 'HPE_INVALID_CONSTANT'],
    ['of broken chunks', brokenChunk, /^(HPE_INVALID_CHUNK_SIZE|ECONNRESET)$/],
    ['another protocol', switchProtocol, undefined],
  ])('is lost: %s', async (_, answer, code) => {
    await using server = await serveRaw(answer)
    const body = JSON.stringify({ prompt: 'whole' })
    const error = await failure(fetcher()(server.origin, { method: 'POST', body, headers: { 'x-key': key } }))
    expect(error).toMatchObject({ kind: 'lost', sent: true })
    if (code instanceof RegExp) expect(error.code).toMatch(code)
    else expect(error.code).toBe(code)
    expect(error.message).toMatch(/^http:\/\/127\.0\.0\.1:\d+ gave no whole HTTP answer/)
    await quiet(server)
    expect(server.requests()).toBe(1)
  })

  it('is lost without another try when it was kept from an earlier request', async () => {
    await using server = await serveRaw((socket, count) => {
      if (count === 1) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
      else socket.resetAndDestroy()
    })
    const fetch = fetcher()
    await fetch(server.origin)
    const error = await failure(fetch(server.origin, { method: 'POST', body: '{}' }))
    expect(error).toMatchObject({ kind: 'lost', sent: true, code: 'ECONNRESET' })
    expect([server.requests(), server.connections()]).toEqual([2, 1])
  })
})
