import { setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Certificates, createCertificates } from '../../sandbox/stand-ins/certificates.ts'
import type { Fault } from '../../sandbox/stand-ins/faults.ts'
import { createHarmonica, HARMONICA_KEY } from '../../sandbox/stand-ins/harmonica.ts'
import { serve } from '../../sandbox/stand-ins/serve.ts'
import { virtualNetwork } from '../../sandbox/stand-ins/virtual.ts'
import { createVirtualClock } from '../../sandbox/stand-ins/virtual-clock.ts'
import { RequestError } from '../../src/http/errors.ts'
import { createFetch, type Fetch } from '../../src/http/fetch.ts'

const SITE = 'https://harmonica.test'
const LIMITS = { timeoutMs: 800, maxResponseBytes: 100_000, proxyEnv: {} }
const NOW = Date.parse('2026-10-02T09:00:00.700Z')

let certificates: Certificates
beforeAll(async () => {
  certificates = await createCertificates('127.0.0.1')
  setDefaultCACertificates([certificates.ca])
})
afterAll(() => certificates[Symbol.asyncDispose]())

const bodies = ['cut-body', 'hanging-body', 'endless-body', 'unreadable'] as const
const cases: [fault: Fault, abortMs?: number][] = [
  [{ kind: 'slow' }],
  [{ kind: 'slow', afterMs: 5000 }],
  [{ kind: 'not-sent' }],
  [{ kind: 'reset', stored: 'before' }],
  [{ kind: 'hang', stored: 100 }],
  [{ kind: 'upgrade', stored: 'before' }],
  [{ kind: 'hang' }, 0],
  [{ kind: 'hang' }, 400],
  [{ kind: 'hanging-body' }, 400],
  [{ kind: 'status', status: 429, headers: { 'Retry-After': '7' } }],
  [{ kind: 'status', status: 400, body: 'x'.repeat(200_000) }],
  [{ kind: 'status', status: 200, body: { topic: 'x'.repeat(200_000) }, stored: 'before' }],
  [{ kind: 'gateway' }],
  [{ kind: 'gateway', status: 404, empty: true }],
  ...bodies.flatMap((kind): [Fault][] => [[{ kind }], [{ kind, status: 403 }], [{ kind, status: 504 }]]),
]
const named = cases.map(([fault, abortMs]) => {
  return { name: JSON.stringify([fault, abortMs]).slice(0, 60), fault, abortMs }
})

test.concurrent.each(named)(
  'a request in virtual time ends as on sockets: $name',
  async ({ fault, abortMs }) => {
    const onSockets = newHarmonica(fault)
    const inVirtualTime = newHarmonica(fault)
    const stop = new AbortController()
    const stopVirtually = new AbortController()
    const clock = createVirtualClock(NOW)
    if (abortMs !== undefined) {
      setTimeout(() => stop.abort(), abortMs)
      clock.after(abortMs, () => stopVirtually.abort())
    }
    await using server = await serve(onSockets, certificates)
    const expected = await posted(createFetch(LIMITS), server.origin, stop.signal)
    const fetch = virtualNetwork(clock, { [SITE]: inVirtualTime })(LIMITS)
    expect(await clock.run(posted(fetch, SITE, stopVirtually.signal))).toEqual(expected)
    expect(inVirtualTime.sessions).toEqual(onSockets.sessions)
    expect(inVirtualTime.requests.length).toBe(onSockets.requests.length)
  },
)

test('an address where nothing listens fails in virtual time as on sockets', async () => {
  const server = await serve(newHarmonica())
  await server[Symbol.asyncDispose]()
  const expected = await posted(createFetch(LIMITS), server.origin)
  const clock = createVirtualClock(NOW)
  expect(await clock.run(posted(virtualNetwork(clock, {})(LIMITS), SITE))).toEqual(expected)
})

function newHarmonica(...faults: Fault[]) {
  const harmonica = createHarmonica({ now: () => NOW, site: SITE })
  harmonica.faults.push(...faults)
  return harmonica
}

/** Everything that a caller learns about a creation. */
async function posted(fetch: Fetch, origin: string, signal?: AbortSignal): Promise<unknown> {
  const headers = { authorization: `Bearer ${HARMONICA_KEY}` }
  const body = JSON.stringify({ topic: ' Retro ', goal: 'Two changes' })
  try {
    const init = { method: 'POST', headers, body, ...(signal && { signal }) }
    const response = await fetch(`${origin}/api/v1/sessions`, init)
    const names = ['content-type', 'date', 'retry-after']
    const values = names.map((name) => [name, response.headers.get(name)])
    return { status: response.status, text: response.text, ...Object.fromEntries(values) }
  } catch (error) {
    return facts(error, origin)
  }
}

function facts(error: unknown, origin: string): unknown {
  if (!(error instanceof RequestError)) throw error
  const { reason, sent, transient, timedOut, tooLong } = error
  return { reason: reason.text.replace(origin, SITE), sent, transient, timedOut, tooLong }
}
