import { RequestError } from '../../src/http/errors.ts'
import type { Fetch, FetchInit, FetchLimits, HttpResponse } from '../../src/http/fetch.ts'
import { formatNumber, line } from '../../src/text/line.ts'
import { type Delivery, deliver, withDate } from './faults.ts'
import { readRequest, type Service } from './service.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** How long it takes to connect, and again for the response to arrive, in milliseconds of virtual time. */
const LATENCY_MS = 20

/** As long as the real fetch waits for the body of a refusal. */
const MAX_REFUSAL_BODY_MS = 5000

/**
 * The `createFetch` of a network in virtual time, in which only these services can be reached, by their origins.
 * test/unit/stand-ins.test.ts compares it with the real one.
 */
export function virtualNetwork(
  clock: VirtualClock,
  services: Readonly<Record<string, Service>>,
): (limits: Limits) => Fetch {
  return (limits) =>
    async (url, init = {}) => {
      const to = URL.parse(String(url))
      if (!to || !/^https?:$/.test(to.protocol))
        throw new RequestError(line`Not an http(s) address`, { sent: false })
      return exchange({ clock, to, limits, service: services[to.origin] }, init)
    }
}

/** There are no proxies. */
type Limits = Omit<FetchLimits, 'proxyEnv'> & Partial<FetchLimits>

type Exchange = {
  clock: VirtualClock
  to: URL
  limits: Limits
  service: Service | undefined
}

async function exchange({ clock, to, limits, service }: Exchange, init: FetchInit): Promise<HttpResponse> {
  const watch = watchOver(clock, to, limits.timeoutMs, init.signal)
  const { until } = watch
  try {
    until.throwIfAborted()
    await clock.sleep(LATENCY_MS, until)
    if (!service) throw unreachable(to, 'ECONNREFUSED')
    const delivery = deliver(service, requestOf(to, init, clock.now()), clock.after)
    watch.sent = delivery.end !== 'not-sent'
    if (delivery.afterMs > 0) await clock.sleep(delivery.afterMs, until)
    if (delivery.end === 'hang') await clock.sleep(2 * limits.timeoutMs, until)
    if (delivery.end === 'not-sent') throw unreachable(to, 'ECONNRESET')
    if (delivery.end === 'upgrade') throw switchedProtocols(to)
    if (delivery.end !== 'response') throw broken(to)
    const sent = { ...delivery, response: withDate(service, delivery.response) }
    await clock.sleep(LATENCY_MS, until)
    return await readResponse(to, sent, limits, until, clock)
  } finally {
    watch.end()
  }
}

function requestOf(to: URL, { method = 'GET', headers = {}, body }: FetchInit, at: number) {
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  const all = { ...Object.fromEntries(named), host: to.host, ...length }
  return readRequest(method, `${to.pathname}${to.search}`, all, body ?? '', at)
}

const unreachable = ({ origin }: URL, code: string) =>
  new RequestError(line`${origin} could not be reached (${code})`, { sent: false, transient: true })

const broken = ({ origin }: Pick<URL, 'origin'>) =>
  new RequestError(line`${origin} did not send a complete HTTP response (ECONNRESET)`, { transient: true })

const switchedProtocols = ({ origin }: URL) =>
  new RequestError(line`${origin} responded with 101 (Switching Protocols), which was not requested`, {
    status: 101,
    transient: true,
  })

/** Ends an exchange at its timeout or its caller's signal. The error says whether anything was sent. */
function watchOver(clock: VirtualClock, { origin }: URL, timeoutMs: number, caller?: AbortSignal) {
  const stop = new AbortController()
  const watch = { sent: false, until: stop.signal, end: () => {} }
  const onAbort = () => {
    const { sent } = watch
    stop.abort(
      new RequestError(line`${origin} did not respond before the run was canceled`, {
        sent,
        cause: caller?.reason,
      }),
    )
  }
  const cancelTimer = clock.after(timeoutMs, () => {
    const reason = line`${origin} did not send a complete response within ${timeoutMs / 1000} s`
    stop.abort(new RequestError(reason, { sent: watch.sent, timedOut: true, transient: true }))
  })
  caller?.addEventListener('abort', onAbort)
  if (caller?.aborted) onAbort()
  watch.end = () => {
    cancelTimer()
    caller?.removeEventListener('abort', onAbort)
  }
  return watch
}

async function readResponse(
  { origin }: URL,
  { response, body }: Extract<Delivery, { end: 'response' }>,
  { timeoutMs, maxResponseBytes }: Limits,
  until: AbortSignal,
  clock: VirtualClock,
): Promise<HttpResponse> {
  const { status } = response
  const read = async () => {
    if (body === 'endless-body' || Buffer.byteLength(response.body) > maxResponseBytes)
      throw new RequestError(line`${origin} sent more than ${formatNumber(maxResponseBytes)} bytes`, {
        tooLong: true,
      })
    if (body === 'hanging-body') await clock.sleep(status >= 300 ? MAX_REFUSAL_BODY_MS : 2 * timeoutMs, until)
    if (body !== 'whole') throw broken({ origin })
    return response.body
  }
  const text = await read().catch((error: unknown) => {
    if (status >= 300) return ''
    throw error
  })
  return { status, headers: new Map(Object.entries(response.headers)), text }
}
