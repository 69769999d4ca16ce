import { getEventListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { failure, fetcher } from '../support/fetching.ts'
import { drip } from '../support/raw-answers.ts'
import { quiet, serve, serveRaw } from '../support/servers.ts'

describe("the caller's signal", () => {
  it('keeps a request from being sent', async () => {
    await using server = await serve((_, response) => response.end())
    const signal = AbortSignal.abort(new Error('enough'))
    const fetch = fetcher()
    await fetch(server.origin)
    const error = await failure(fetch(server.origin, { signal }))
    expect(error).toMatchObject({ kind: 'aborted', sent: false, cause: signal.reason })
    await wait(50)
    expect(server.requests()).toBe(1)
  })

  it.each([
    ['headers', () => {}],
    ['a body', drip],
  ])('ends the wait for %s', async (_, answer) => {
    await using server = await serveRaw(answer)
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 100)
    const error = await failure(fetcher()(server.origin, { signal: controller.signal }))
    expect(error).toMatchObject({ kind: 'aborted', sent: true })
    await quiet(server)
  })

  it('ends a handshake, and nothing has been sent', async () => {
    await using server = await serveRaw(() => {})
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 100)
    const url = server.origin.replace('http:', 'https:')
    const error = await failure(fetcher()(url, { signal: controller.signal }))
    expect(error).toMatchObject({ kind: 'aborted', sent: false })
    await quiet(server)
  })

  it('is left alone when the answer is there', async () => {
    await using server = await serve((_, response) => response.end('ok'))
    const controller = new AbortController()
    const answer = await fetcher()(server.origin, { signal: controller.signal })
    expect(getEventListeners(controller.signal, 'abort')).toEqual([])
    controller.abort()
    expect(await answer.text()).toBe('ok')
  })
})
