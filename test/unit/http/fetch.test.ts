import { getEventListeners } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { failure, fetcher, key } from './asking.ts'
import { head, quiet, serve, serveRaw, silence } from './loopback.ts'

describe('a response', () => {
  test('has status, headers and text, and the request its method, headers and length', async () => {
    let seen: IncomingMessage | undefined
    await using server = await serve((incoming, response) => {
      seen = incoming
      response.writeHead(201, 'Made', { 'Content-Type': 'application/json', 'Set-Cookie': ['a=1', 'b=2'] })
      incoming.pipe(response)
    })
    const body = JSON.stringify({ topic: 'Zürich 🎉' })
    const headers = { authorization: `Bearer ${key}` }
    const response = await fetcher()(`${server.origin}/sessions?q=%C3%A9#part`, {
      method: 'POST',
      body,
      headers,
    })
    expect(response).toMatchObject({ status: 201, text: body })
    expect([...response.headers]).toEqual(expect.arrayContaining([['set-cookie', 'a=1,b=2']]))
    expect(seen).toMatchObject({ method: 'POST', url: '/sessions?q=%C3%A9' })
    const more = { connection: 'close', 'content-length': `${Buffer.byteLength(body)}` }
    expect(seen?.headers).toEqual({ ...headers, ...more, host: server.origin.slice('http://'.length) })
  })

  test.each([
    [204, Buffer.from(''), ''],
    [500, Buffer.from([0x61, 0xff, 0x62]), 'a\ufffdb'],
    [200, Buffer.from('\ufeff{}'), '{}'],
  ])('of %i may be without a body, not UTF-8, or with a BOM', async (status, body, text) => {
    await using server = await serve((_, response) => response.writeHead(status).end(body))
    expect(await fetcher()(server.origin, { method: 'DELETE' })).toMatchObject({ status, text })
  })

  test.each([301, 302, 303, 307, 308])(
    'of %i is not followed, so the key is sent nowhere else',
    async (status) => {
      await using other = await serve((_, response) => response.end())
      await using server = await serve((_, response) => {
        response.writeHead(status, { Location: other.origin }).end('moved')
      })
      const response = await fetcher()(server.origin, { headers: { authorization: key } })
      expect(response).toMatchObject({ status, text: 'moved' })
      expect(response.headers.get('location')).toBe(other.origin)
      expect(other.requests()).toBe(0)
    },
  )
})

describe("the caller's signal", () => {
  test('keeps a request from being sent', async () => {
    await using server = await serve((_, response) => response.end())
    const signal = AbortSignal.abort(new Error('enough'))
    const asking = fetcher()(server.origin, { signal })
    await expect(asking).rejects.toMatchObject({ cause: signal.reason })
    expect(await failure(asking)).toBe(': SITE did not respond before the run was canceled')
    await wait(50)
    expect(server.connections()).toBe(0)
  })

  test.each([
    ['a handshake', 'https:', silence, ''],
    ['headers', 'http:', silence, 'sent'],
    ['a body', 'http:', (socket: { write(text: string): void }) => socket.write(head()), 'sent'],
  ])('ends the wait for %s', async (_, scheme, write, flags) => {
    await using server = await serveRaw(write)
    const asking = fetcher()(server.origin.replace('http:', scheme), { signal: AbortSignal.timeout(100) })
    expect(await failure(asking)).toBe(`${flags}: SITE did not respond before the run was canceled`)
    await quiet(server)
  })

  test('has no listener left when the response is there', async () => {
    await using server = await serve((_, response) => response.end('ok'))
    const { signal } = new AbortController()
    expect((await fetcher()(server.origin, { signal })).text).toBe('ok')
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })
})

describe('a connection', () => {
  test('carries one request and is then closed, although the server would keep it open', async () => {
    await using server = await serve((_, response) => response.end('ok'))
    const fetch = fetcher()
    for (let count = 1; count <= 2; count += 1) {
      expect((await fetch(server.origin)).text).toBe('ok')
      await quiet(server)
      expect(server.connections()).toBe(count)
    }
  })

  test('is closed when the response came before the whole request was sent', async () => {
    await using server = await serveRaw((socket) => {
      socket.pause().write(head(413, 'Content-Length: 0'))
      setTimeout(() => socket.resume(), 100)
    })
    const response = await fetcher()(server.origin, { method: 'POST', body: 'a'.repeat(20_000_000) })
    expect(response.status).toBe(413)
    await quiet(server)
  })
})
