import { getEventListeners } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { getOctokit } from '@actions/github'
import { describe, expect, test } from 'vitest'
import { failure, fetcher, key } from './asking.ts'
import { head, nowhere, quiet, reset, serve, serveRaw, silence } from './loopback.ts'

describe('an answer', () => {
  test('has status, headers and JSON, and the request its method, headers and length', async () => {
    let seen: IncomingMessage | undefined
    await using server = await serve((incoming, response) => {
      seen = incoming
      response.writeHead(201, 'Made', { 'Content-Type': 'application/json', 'Set-Cookie': ['a=1', 'b=2'] })
      incoming.pipe(response)
    })
    const body = JSON.stringify({ topic: 'Zürich 🎉' })
    const headers = { authorization: `Bearer ${key}` }
    const url = `${server.origin.replace('//', '//user:word@')}/sessions?q=%C3%A9#part`
    const answer = await fetcher()(url, { method: 'POST', body, headers })
    expect(await answer.json()).toEqual({ topic: 'Zürich 🎉' })
    expect(await answer.text()).toBe(body)
    expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe(body)
    expect(answer).toMatchObject({ status: 201, statusText: 'Made', body: null })
    expect(answer.url).toBe(`${server.origin}/sessions?q=%C3%A9`)
    expect([...answer.headers]).toEqual(expect.arrayContaining([['set-cookie', 'a=1,b=2']]))
    expect(seen).toMatchObject({ method: 'POST', url: '/sessions?q=%C3%A9' })
    const more = { connection: 'keep-alive', 'content-length': `${Buffer.byteLength(body)}` }
    expect(seen?.headers).toEqual({ ...headers, ...more, host: server.origin.slice('http://'.length) })
  })

  test.each([
    [204, Buffer.from(''), ''],
    [500, Buffer.from([0x61, 0xff, 0x62]), 'a\ufffdb'],
    [200, Buffer.from('\ufeff{}'), '{}'],
  ])('of %i may be without a body, not UTF-8, or with a BOM', async (status, body, text) => {
    await using server = await serve((_, response) => response.writeHead(status).end(body))
    const answer = await fetcher()(server.origin, { method: 'DELETE' })
    expect([answer.status, await answer.text()]).toEqual([status, text])
    if (text !== '{}') await expect(answer.json()).rejects.toBeInstanceOf(SyntaxError)
  })

  test.each([301, 302, 303, 307, 308])('of %i is not followed, so the key stays', async (status) => {
    await using other = await serve((_, response) => response.end())
    await using server = await serve((_, response) => {
      response.writeHead(status, { Location: other.origin }).end('moved')
    })
    const answer = await fetcher()(server.origin, { headers: { authorization: key } })
    expect([answer.status, await answer.text()]).toEqual([status, 'moved'])
    expect([answer.headers.get('location'), other.requests()]).toEqual([other.origin, 0])
  })

  test('is one that Octokit takes, and so are failures', async () => {
    await using server = await serve((incoming, response) => {
      response.writeHead(incoming.method === 'POST' ? 403 : 200, { 'Content-Type': 'application/json' })
      response.end('{"message": "Grüße"}')
    })
    const octokitOf = (baseUrl: string) => getOctokit('token', { request: { fetch: fetcher() }, baseUrl })
    const octokit = octokitOf(server.origin)
    expect(await octokit.request('GET /')).toMatchObject({ status: 200, data: { message: 'Grüße' } })
    await expect(octokit.request('POST /')).rejects.toMatchObject({ status: 403, message: 'Grüße' })
    const cause = expect.objectContaining({ sent: false, passing: true })
    await expect(octokitOf(await nowhere()).request('GET /')).rejects.toMatchObject({ cause })
  })
})

describe("the caller's signal", () => {
  test('keeps a request from being sent', async () => {
    await using server = await serve((_, response) => response.end())
    const signal = AbortSignal.abort(new Error('enough'))
    const asking = fetcher()(server.origin, { signal })
    await expect(asking).rejects.toMatchObject({ cause: signal.reason })
    expect(await failure(asking)).toBe(': SITE is no longer waited for')
    await wait(50)
    expect(server.connections()).toBe(0)
  })

  test.each([
    ['a handshake', 'https:', silence, ''],
    ['headers', 'http:', silence, 'sent'],
    ['a body', 'http:', (socket: { write(text: string): void }) => socket.write(head()), 'sent'],
  ])('ends the wait for %s', async (_, scheme, answer, known) => {
    await using server = await serveRaw(answer)
    const asking = fetcher()(server.origin.replace('http:', scheme), { signal: AbortSignal.timeout(100) })
    expect(await failure(asking.then(({ text }) => text()))).toBe(`${known}: SITE is no longer waited for`)
    await quiet(server)
  })

  test('is left alone when the answer is there', async () => {
    await using server = await serve((_, response) => response.end('ok'))
    const controller = new AbortController()
    const answer = await fetcher()(server.origin, { signal: controller.signal })
    expect(await answer.text()).toBe('ok')
    expect(getEventListeners(controller.signal, 'abort')).toEqual([])
    controller.abort()
    expect([await answer.text(), server.open()]).toEqual(['ok', 1])
  })
})

describe('a connection', () => {
  test('carries one request after the other, but a fresh one has its own', async () => {
    const told: unknown[] = []
    await using server = await serve(({ headers }, response) => {
      told.push(headers.connection)
      response.end('ok')
    })
    const fetch = fetcher()
    for (const fresh of [undefined, false, true, false, true])
      expect(await (await fetch(server.origin, { fresh })).text()).toBe('ok')
    expect([server.connections(), server.open()]).toEqual([3, 1])
    expect(told).toEqual(['keep-alive', 'keep-alive', 'close', 'keep-alive', 'close'])
  })

  test('is dropped before the server drops it, as announced', async () => {
    await using server = await serve((_, response) => {
      response.writeHead(200, { 'Keep-Alive': 'timeout=2' }).end('ok')
    })
    const fetch = fetcher()
    await (await fetch(server.origin)).text()
    expect(server.open()).toBe(1)
    await wait(1200)
    expect(server.open()).toBe(0)
    expect((await fetch(server.origin)).status).toBe(200)
  })

  test('that broke while nobody used it loses a request, which is not tried again', async () => {
    await using server = await serveRaw((socket, count) => {
      if (count === 1) socket.write(`${head(200, 'Content-Length: 2')}ok`)
      else reset(socket, count)
    })
    const fetch = fetcher()
    await (await fetch(server.origin)).text()
    expect(await failure(fetch(server.origin, { method: 'POST', body: '{}' }))).toMatch(/^sent passing: /u)
    expect([server.requests(), server.connections()]).toEqual([2, 1])
  })

  test('is closed when the answer came before the whole request', async () => {
    await using server = await serveRaw((socket) => {
      socket.pause().write(head(413, 'Content-Length: 0'))
      setTimeout(() => socket.resume(), 100)
    })
    const answer = await fetcher()(server.origin, { method: 'POST', body: 'a'.repeat(20_000_000) })
    expect(answer.status).toBe(413)
    await quiet(server)
  })
})
