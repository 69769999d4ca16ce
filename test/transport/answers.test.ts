import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { fetcher, key } from '../support/fetching.ts'
import { serve } from '../support/servers.ts'

describe('an answer', () => {
  it('has status, headers and JSON, and the request its method, headers and length', async () => {
    let seen: IncomingMessage | undefined
    await using server = await serve((incoming, response) => {
      seen = incoming
      response.writeHead(201, 'Made', { 'Content-Type': 'application/json', 'Set-Cookie': ['a=1', 'b=2'] })
      incoming.pipe(response)
    })
    const body = JSON.stringify({ topic: 'Zürich 🎉' })
    const url = `${server.origin}/sessions?q=%C3%A9#part`
    const answer = await fetcher()(url, { method: 'POST', body, headers: { authorization: `Bearer ${key}` } })
    expect(await answer.json()).toEqual({ topic: 'Zürich 🎉' })
    expect(await answer.text()).toBe(body)
    expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe(body)
    expect(answer).toMatchObject({ status: 201, statusText: 'Made', body: null })
    expect(answer.url).toBe(`${server.origin}/sessions?q=%C3%A9`)
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(answer.headers.get('set-cookie')).toBe('a=1,b=2')
    expect(seen).toMatchObject({ method: 'POST', url: '/sessions?q=%C3%A9' })
    expect(seen?.headers).toEqual({
      authorization: `Bearer ${key}`,
      connection: 'keep-alive',
      'content-length': String(Buffer.byteLength(body)),
      host: server.origin.slice('http://'.length),
    })
  })

  it('can be without a body, not JSON, not UTF-8, or with a BOM', async () => {
    const bodies: Record<string, Buffer> = {
      '/broken': Buffer.from([0x61, 0xff, 0x62]),
      '/bom': Buffer.from('\ufeff{}'),
    }
    await using server = await serve(({ url = '' }, response) => {
      response.writeHead(bodies[url] ? 500 : 204).end(bodies[url])
    })
    const fetch = fetcher()
    const none = await fetch(new URL(server.origin))
    expect([none.status, await none.text()]).toEqual([204, ''])
    await expect(none.json()).rejects.toBeInstanceOf(SyntaxError)
    const broken = await fetch(`${server.origin}/broken`)
    expect([broken.status, await broken.text()]).toEqual([500, 'a\ufffdb'])
    expect(await (await fetch(`${server.origin}/bom`)).json()).toEqual({})
  })

  it('gives a length to every body and makes no credentials out of the address', async () => {
    const seen: IncomingMessage[] = []
    await using server = await serve((incoming, response) => {
      seen.push(incoming)
      incoming.resume().on('end', () => response.end())
    })
    const fetch = fetcher()
    const answer = await fetch(server.origin.replace('//', '//user:word@'), { method: 'DELETE', body: 'é' })
    await fetch(server.origin, { method: 'POST' })
    expect(answer.url).toBe(`${server.origin}/`)
    expect(seen[0]?.headers).toMatchObject({ 'content-length': '2' })
    expect(seen[0]?.headers).not.toHaveProperty('authorization')
    expect(seen[1]?.headers).toMatchObject({ 'content-length': '0' })
  })

  it.each([301, 302, 303, 307, 308])('of %i is not followed, so the key stays', async (status) => {
    await using other = await serve((_, response) => response.end())
    await using server = await serve((_, response) => {
      response.writeHead(status, { Location: `${other.origin}/` }).end('moved')
    })
    const answer = await fetcher()(server.origin, { headers: { authorization: key } })
    expect([answer.status, await answer.text()]).toEqual([status, 'moved'])
    expect(answer.headers.get('location')).toBe(`${other.origin}/`)
    expect([server.requests(), other.requests()]).toEqual([1, 0])
  })
})
