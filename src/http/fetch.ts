import type { Agent, ClientRequest, IncomingMessage, RequestOptions } from 'node:http'
import { grouped, line } from '../text/line.ts'
import { createAgent, http, LONG_HEADERS, type Opening, proxyHint } from './connect.ts'
import { ExchangeError } from './errors.ts'
import { findRoute, isHttp, type ProxyEnv, type Route } from './route.ts'

/** What counts of `fetch`'s. Headers go out as given, plus Host, Connection and Content-Length. */
export type FetchInit = {
  readonly method?: string | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Of a POST. */
  readonly body?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** Goes out on a connection of its own: one kept from an earlier request may be dead, and this one is lost then. */
  readonly fresh?: boolean | undefined
}

/**
 * A server's answer of any status, a redirect too, as soon as its headers are there. Header names are in lower case.
 * The body is read on, so it need not be asked for.
 */
export type Answer = {
  readonly status: number
  readonly statusText: string
  readonly url: string
  readonly headers: ReadonlyMap<string, string>
  readonly body: null
  /**
   * The body's UTF-8, with U+FFFD for what is none. From status 300 on it is but words for people, so whatever came of
   * its first 64 KiB in 5 s is all of it.
   *
   * @throws ExchangeError when the body of a lower status is not whole in time, or too long
   */
  text(): Promise<string>
  /** @throws SyntaxError too */
  json(): Promise<unknown>
  arrayBuffer(): Promise<ArrayBuffer>
}

/** Shaped like `fetch`, so that Octokit takes it as `request.fetch`. Throws {@link ExchangeError}, a bug aside. */
export type Fetch = (url: string | URL, init?: FetchInit) => Promise<Answer>

/**
 * How long one request may take, from its start to the last byte of the answer, how long an answer's body may
 * be, and the environment that names the proxy.
 */
export type FetchLimits = {
  readonly timeoutMs: number
  readonly maxAnswerBytes: number
  readonly proxyEnv: ProxyEnv
}

/** What is read of a body that only explains a status. */
const MAX_WORDS_BYTES = 65_536
const MAX_WORDS_MS = 5000

/**
 * A fetch that follows no redirect, tries nothing twice, goes through the environment's proxy, and keeps
 * connections alive but no process. It avoids the global `fetch` and its classes, which load undici.
 */
export function createFetch(limits: FetchLimits): Fetch {
  const agents = new Map<string, Agent>()
  return async (url, init = {}) => {
    const to = URL.parse(String(url))
    if (!to || !isHttp(to)) throw new ExchangeError(line`No http(s) address`, { sent: false })
    // Node would make an Authorization header of them.
    to.username = to.password = to.hash = ''
    const route = findRoute(to, limits.proxyEnv)
    if (init.fresh) return exchange(route, createAgent(route, false), init, limits)
    const agent = agents.get(to.origin) ?? createAgent(route, true)
    agents.set(to.origin, agent)
    return exchange(route, agent, init, limits)
  }
}

/** An answer with this text. */
export function withText(head: Omit<Answer, 'text' | 'json' | 'arrayBuffer'>, text: Answer['text']): Answer {
  const { status, statusText, url, headers, body } = head
  const json = async () => JSON.parse(await text())
  const arrayBuffer = async () => new TextEncoder().encode(await text()).buffer
  return { status, statusText, url, headers, body, text, json, arrayBuffer }
}

async function exchange(route: Route, agent: Agent, init: FetchInit, limits: FetchLimits): Promise<Answer> {
  const watch = watchOver(route, limits.timeoutMs, init.signal)
  try {
    const request = send(route, agent, init, watch.until)
    request.on('socket', watch.onSent)
    return readAnswer(route.to, await answerTo(request), limits.maxAnswerBytes, watch)
  } catch (cause) {
    const error = watch.explain(cause)
    watch.end()
    throw error
  }
}

type Watch = ReturnType<typeof watchOver>

/** Watches over the time of an exchange, its caller's patience, and how far it came. */
function watchOver({ to, proxy }: Route, timeoutMs: number, caller?: AbortSignal) {
  const stop = new AbortController()
  let sent = false
  const onLate = () => {
    const hint = sent ? line`` : proxyHint(proxy)
    const reason = line`${to.origin} gave no whole answer within ${timeoutMs / 1000} s${hint}`
    stop.abort(new ExchangeError(reason, { sent, timedOut: true, passing: true }))
  }
  const onAbort = () => {
    const reason = line`${to.origin} is no longer waited for`
    stop.abort(new ExchangeError(reason, { sent, cause: caller?.reason }))
  }
  const timer = setTimeout(onLate, timeoutMs)
  caller?.addEventListener('abort', onAbort)
  if (caller?.aborted) onAbort()
  return {
    until: stop.signal,
    onSent: () => {
      sent = true
    },
    explain: (cause: unknown) => (stop.signal.aborted ? stop.signal.reason : broken(cause, sent, to)),
    /** Releases everything; a connection that is done with stays open for the next request. */
    end: () => {
      clearTimeout(timer)
      caller?.removeEventListener('abort', onAbort)
      stop.abort()
    },
  }
}

/** Tells codes only, since Node's own words may hold a header. What has no code is a fault of our own. */
function broken(cause: unknown, sent: boolean, { origin }: URL): unknown {
  const { code } = cause as NodeJS.ErrnoException
  if (cause instanceof ExchangeError || code === undefined) return cause
  if (!sent) return new ExchangeError(line`${origin} could not be asked (${code})`, { sent, cause })
  const tooLong = code === LONG_HEADERS
  const reason = line`${origin} gave no whole HTTP answer (${code})`
  return new ExchangeError(reason, { passing: !tooLong, tooLong, cause })
}

function send(route: Route, agent: Agent, init: FetchInit, until: AbortSignal): ClientRequest {
  const { to, proxy } = route
  const { method = 'GET', body } = init
  const reader = to.protocol === 'http:' ? proxy : undefined
  const headers = { ...init.headers, host: to.host, ...reader?.headers }
  const path = reader ? to.href : `${to.pathname}${to.search}`
  const options: RequestOptions & Opening = { agent, method, path, headers, signal: until, until }
  return http.request(options).end(body)
}

function answerTo(request: ClientRequest): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  request.on('response', resolve).on('error', reject)
  // Without a word, after a change to another protocol.
  request.on('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })))
  return promise
}

function readAnswer(to: URL, response: IncomingMessage, max: number, watch: Watch): Answer {
  const { statusCode: status = 0, statusMessage: statusText = '' } = response
  const headers = new Map(Object.entries(response.headers).map(([name, value]) => [name, String(value)]))
  const explains = status >= 300
  const timer = explains ? setTimeout(() => response.destroy(), MAX_WORDS_MS) : undefined
  const reading = readBody(response, explains ? MAX_WORDS_BYTES : max, to, watch).finally(() => {
    clearTimeout(timer)
    watch.end()
  })
  return withText({ status, statusText, url: to.href, headers, body: null }, async () => {
    const { bytes, failure } = await reading
    if (failure && !explains) throw failure
    return new TextDecoder().decode(bytes)
  })
}

/** A body's first `max` bytes, and what went wrong where that isn't all. */
async function readBody(response: IncomingMessage, max: number, { origin }: URL, watch: Watch) {
  let bytes = Buffer.alloc(0)
  let length = 0
  const read = (failure?: unknown) => ({ bytes: bytes.subarray(0, length), failure })
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      const start = length
      length = Math.min(start + chunk.length, max)
      // Chunks are copied: one of a single byte would keep all alive that was received with it.
      if (length > bytes.length) bytes = Buffer.concat([bytes], Math.min(2 * length, max))
      chunk.copy(bytes, start)
      if (start + chunk.length > max)
        return read(new ExchangeError(line`${origin} sent over ${grouped(max)} bytes`, { tooLong: true }))
    }
    return read()
  } catch (cause) {
    return read(watch.explain(cause))
  }
}
