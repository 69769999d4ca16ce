import type { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { failure, fetcher, key } from '../support/fetching.ts'
import { drip } from '../support/raw-answers.ts'
import { quiet, serve, serveRaw } from '../support/servers.ts'

describe('an answer with no end', () => {
  it('may be as long as the limit, and not a byte longer', async () => {
    await using server = await serve(({ url }, response) =>
      response.end(Buffer.alloc(Number(url?.slice(1)), 'a')),
    )
    const answer = await fetcher()(`${server.origin}/1000000`)
    expect((await answer.text()).length).toBe(1_000_000)
    const error = await failure(fetcher()(`${server.origin}/1000001`))
    expect(error).toMatchObject({ kind: 'too-large', sent: true })
    expect(error.message).toContain('1,000,000 bytes')
  })

  it('is hung up on when it floods', async () => {
    let written = 0
    await using server = await serve((_, response) => {
      const chunk = Buffer.alloc(64 * 1024)
      const pour = () => {
        while (!response.destroyed && response.write(chunk)) written += chunk.length
      }
      response.on('drain', pour)
      pour()
    })
    expect(await failure(fetcher()(server.origin))).toMatchObject({ kind: 'too-large', sent: true })
    await quiet(server)
    expect(written).toBeLessThan(32_000_000)
  })

  it.each([
    ['no headers', () => {}],
    ['headers and no body', (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n')],
    ['a byte now and then', drip],
  ])('is waited for no longer than the time-out: %s', async (_, answer) => {
    await using server = await serveRaw(answer)
    const started = performance.now()
    const error = await failure(fetcher({ timeoutMs: 200 })(`${server.origin}/path?key=${key}`))
    expect(error).toMatchObject({ kind: 'timeout', sent: true })
    expect(error.message).toBe(`${server.origin} gave no whole answer within 0.2 s.`)
    expect(performance.now() - started).toBeLessThan(5000)
    await quiet(server)
  })
})
