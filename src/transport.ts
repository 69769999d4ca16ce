import type { IncomingMessage } from 'node:http'
import { grouped } from './log.ts'
import { createRoute, isHttp, isLoopback, type ProxyEnv, type Route } from './route.ts'

/** What is heeded of `fetch`'s. Headers go out as given, plus Host, Connection and Content-Length. */
export type FetchInit = {
  readonly method?: string | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly body?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * A server's answer of any status, a redirect too, read to its end. Header names are in lower case; text is
 * UTF-8, with U+FFFD for what is none; `json` throws a SyntaxError for what is none.
 */
export type Answer = {
  readonly status: number
  readonly statusText: string
  readonly url: string
  readonly headers: ReadonlyMap<string, string>
  readonly body: null
  text(): Promise<string>
  json(): Promise<unknown>
  arrayBuffer(): Promise<ArrayBuffer>
}

/** Shaped like `fetch`, so that Octokit takes it as `request.fetch`. Throws nothing but {@link TransportError}. */
export type Fetch = (url: string | URL, init?: FetchInit) => Promise<Answer>

/**
 * How long one request may take, from its start to the last byte of the answer, how long an answer's body may
 * be, and the environment that names the proxy.
 */
export type TransportOptions = {
  readonly timeoutMs: number
  readonly maxAnswerBytes: number
  readonly proxyEnv: ProxyEnv
}

/** `not-sent`: no connection (DNS, TCP, tunnel, TLS) ever stood. `lost`: one did, and broke or spoke no HTTP. */
export type TransportFailure = 'not-sent' | 'lost' | 'timeout' | 'too-large' | 'aborted'

/** No answer. The message names the origin, and neither the rest of the URL, a header nor the proxy's address. */
export class TransportError extends Error {
  override name = 'TransportError'
  readonly kind: TransportFailure
  /** Whether any of the request may have left. False is certain: the server has seen nothing of it. */
  readonly sent: boolean
  /** Node's or OpenSSL's, such as `ECONNREFUSED`. */
  readonly code: string | undefined

  constructor(kind: TransportFailure, sent: boolean, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.kind = kind
    this.sent = sent
    this.code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
  }
}

/**
 * A fetch that follows no redirect, tries nothing twice, goes through the environment's proxy, and keeps
 * connections alive but no process. It avoids the global `fetch` and its classes, which load undici.
 */
export function createFetch(options: TransportOptions): Fetch {
  const routes = new Map<string, Route>()
  return async (url, init = {}) => {
    const to = URL.parse(String(url))
    if (!to || !isHttp(to)) throw new TransportError('not-sent', false, 'No http(s) address.')
    // Node would make an Authorization header of them.
    to.username = to.password = to.hash = ''
    const direct = isLoopback(to)
    const key = `${to.protocol}${direct}`
    const route = routes.get(key) ?? openRoute(to.protocol, direct ? {} : options.proxyEnv)
    routes.set(key, route)
    return exchange(to, init, route, options)
  }
}

function openRoute(protocol: string, env: ProxyEnv): Route {
  try {
    return createRoute(protocol, env)
  } catch (error) {
    throw new TransportError('not-sent', false, error instanceof Error ? error.message : String(error))
  }
}

async function exchange(to: URL, init: FetchInit, route: Route, limits: TransportOptions): Promise<Answer> {
  const stopped = Promise.withResolvers<never>()
  let call: ReturnType<typeof open> | undefined
  const stop = (kind: TransportFailure, words: string, cause?: unknown) =>
    stopped.reject(new TransportError(kind, call?.sent === true, `${to.origin} ${words}.`, cause))
  const onAbort = () => stop('aborted', 'is no longer waited for', init.signal?.reason)
  const onLate = () => stop('timeout', `gave no whole answer within ${limits.timeoutMs / 1000} s`)
  // Set before the socket's timer, which is as long.
  const timer = setTimeout(onLate, limits.timeoutMs)
  init.signal?.addEventListener('abort', onAbort)
  try {
    if (init.signal?.aborted) onAbort()
    else call = open(to, init, route, limits.timeoutMs)
    const response = call?.response ?? stopped.promise
    return await Promise.race([stopped.promise, readAnswer(to, response, limits.maxAnswerBytes)])
  } catch (cause) {
    call?.connection?.destroy()
    throw cause instanceof TransportError ? cause : broken(cause, call?.sent === true, to, route.proxy)
  } finally {
    // Nothing happens to one that is done, and one that is still sending doesn't go on.
    call?.request.destroy()
    clearTimeout(timer)
    init.signal?.removeEventListener('abort', onAbort)
  }
}

function open(to: URL, init: FetchInit, { agent, send }: Route, timeout: number) {
  const length = init.body === undefined ? {} : { 'content-length': Buffer.byteLength(init.body) }
  const headers = { ...init.headers, ...length }
  const before = agent.opened
  const request = send(to, { agent, timeout, method: init.method ?? 'GET', headers })
  const { promise: response, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const connection = agent.opened === before ? undefined : agent.opened
  const call = { request, connection, response, sent: false }
  const onReady = () => {
    call.sent = true
  }
  request.on('socket', (socket) => {
    // Out of the pool or a tunnel it comes ready. A destroyed one will say why.
    if (!socket.connecting && !socket.destroyed) onReady()
    else socket.once('encrypted' in socket ? 'secureConnect' : 'connect', onReady)
  })
  request.on('response', resolve).on('error', reject)
  request.on('close', () => reject(new Error('closed without an answer')))
  request.end(init.body)
  return call
}

async function readAnswer(to: URL, response: Promise<IncomingMessage>, max: number): Promise<Answer> {
  const { statusCode = 0, statusMessage = '', headers } = await response
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of (await response) as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > max)
      throw new TransportError('too-large', true, `${to.origin} sent over ${grouped(max)} bytes.`)
    chunks.push(chunk)
  }
  const bytes = Buffer.concat(chunks)
  const text = async () => new TextDecoder().decode(bytes)
  return {
    status: statusCode,
    statusText: statusMessage,
    url: to.href,
    headers: new Map(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    body: null,
    text,
    json: async () => JSON.parse(await text()),
    arrayBuffer: async () => new Uint8Array(bytes).buffer,
  }
}

/** Tells codes only, since Node's own words may hold the proxy's address. */
function broken(cause: unknown, sent: boolean, { origin }: URL, proxy: string): TransportError {
  const { code = 'no code', statusCode } = cause as { code?: string; statusCode?: number }
  if (sent) return new TransportError('lost', true, `${origin} gave no whole HTTP answer (${code}).`, cause)
  const what = /CERT|ISSUER|SIGNATURE/.test(code) ? 'has no trusted certificate' : 'could not be reached'
  const status = statusCode ? `, HTTP ${statusCode}` : ''
  const hint = proxy ? ` ${proxy} is set, so the proxy may be at fault.` : ''
  return new TransportError('not-sent', false, `${origin} ${what} (${code}${status}).${hint}`, cause)
}
