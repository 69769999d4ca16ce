import { once } from 'node:events'
import type { ClientRequest, IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { formatNumber, type Line, line } from '../text/line.ts'
import { http, openConnection } from './connect.ts'
import { isRefusal, RequestError } from './errors.ts'
import { findRoute, isHttp, type ProxyEnv, type Route } from './route.ts'

/** What counts of `fetch`'s. Headers go out as given, plus Host, Connection and Content-Length. */
export type FetchInit = {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Of a POST. */
  readonly body?: string
  readonly signal?: AbortSignal
}

/**
 * A server's answer of any status, a redirect too. Header names are in lower case; the text is the body's UTF-8, with
 * U+FFFD for what is none. From status 300 on it is but words for people, so one that doesn't come
 * whole in 5 s is left out.
 */
export type Answer = {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly text: string
}

/** Asks a server once. Throws {@link RequestError}, a bug aside. */
export type Fetch = (url: string, init?: FetchInit) => Promise<Answer>

/** Node's word for headers over 16 KiB. */
const LONG_HEADERS = 'HPE_HEADER_OVERFLOW'

/** Codes of Node and OpenSSL for a certificate that is not trusted. */
const UNTRUSTED = /CERT|ISSUER|SIGNATURE/u

/** How long the words of a refusal are waited for. */
const MAX_WORDS_MS = 5000

/** What one request may cost, and the way that it takes. */
export type FetchLimits = {
  /** From its start to the last byte of the answer. */
  readonly timeoutMs: number
  readonly maxAnswerBytes: number
  readonly proxyEnv: ProxyEnv
}

/**
 * A fetch that follows no redirect, tries nothing twice, and goes through the environment's proxy. Every request has a
 * connection of its own: in one that was kept the server may have dropped it, and it is lost. It avoids the global
 * `fetch` and its classes, which load undici.
 */
export function createFetch({ timeoutMs, maxAnswerBytes, proxyEnv }: FetchLimits): Fetch {
  return async (url, init = {}) => {
    const to = URL.parse(url)
    if (!to || !isHttp(to)) throw new RequestError(line`Not an http(s) address`, { sent: false })
    const route = findRoute(to, proxyEnv)
    const late = AbortSignal.timeout(timeoutMs)
    const until = AbortSignal.any(init.signal ? [late, init.signal] : [late])
    let socket: Socket | undefined
    let sent = false
    try {
      until.throwIfAborted()
      socket = await unlessAborted(until, openConnection(route, until))
      const request = send(route, socket, { ...init, signal: until })
      sent = true
      // Node ends a request whose answer leaves HTTP without an error, unless somebody listens for that.
      const answering = Promise.race([once(request, 'response'), once(request, 'upgrade')])
      const [response] = (await unlessAborted(until, answering)) as [IncomingMessage]
      return await readAnswer(response, { origin: to.origin, maxBytes: maxAnswerBytes, signal: until })
    } catch (cause) {
      if (late.aborted) {
        const reason = line`${to.origin} gave no whole answer within ${timeoutMs / 1000} s${hint(route, sent)}`
        throw new RequestError(reason, { sent, timedOut: true, transient: true })
      }
      if (!until.aborted) throw toRequestError(cause, sent, route)
      throw new RequestError(line`${to.origin} is no longer waited for`, { sent, cause: until.reason })
    } finally {
      socket?.destroy()
    }
  }
}

/** Tells codes only, since Node's own words may hold a header. What has no code is a fault of our own. */
function toRequestError(cause: unknown, sent: boolean, route: Route): unknown {
  const { code, status } = cause as { code?: string; status?: number }
  if (cause instanceof RequestError || code === undefined) return cause
  const tooLong = code === LONG_HEADERS
  const untrusted = !sent && UNTRUSTED.test(code)
  const transient = !tooLong && !untrusted && !isRefusal(status)
  const unsent = untrusted ? 'has no trusted certificate' : 'could not be reached'
  const what = sent ? 'gave no whole HTTP answer' : unsent
  const advice = untrusted ? OWN_AUTHORITY : line``
  const reason = line`${route.to.origin} ${what} (${code})${hint(route, sent)}${advice}`
  return new RequestError(reason, { sent, transient, tooLong, cause })
}

/** Node reads the variable when it starts, so that only the runner or the workflow can set it. */
const OWN_AUTHORITY = line`. If your company's own authority signed it, set NODE_EXTRA_CA_CERTS under env: of the step or job to the file with that authority's certificate`

/** Who may be at fault besides the host where a request never left. */
const hint = ({ proxy }: Route, sent: boolean): Line =>
  proxy && !sent ? line`. ${proxy.variable} is set, so the proxy may be at fault` : line``

function send(
  { to, proxy }: Route,
  socket: Socket,
  { method = 'GET', headers: given, body, signal }: FetchInit & { readonly signal: AbortSignal },
): ClientRequest {
  const reader = to.protocol === 'http:' ? proxy : undefined
  const headers = { ...given, host: to.host, ...reader?.headers }
  const path = reader ? to.href : `${to.pathname}${to.search}`
  const request = http.request({ createConnection: () => socket, method, path, headers, signal })
  // What goes wrong is heard by who waits for the answer, and after that by who reads it.
  return request.on('error', () => {}).end(body)
}

/** What a promise brings, unless the signal fires first: nothing that a server does makes a wait longer. */
async function unlessAborted<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const onAbort = () => reject(signal.reason)
  signal.addEventListener('abort', onAbort)
  if (signal.aborted) onAbort()
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

/** Whose response is read, and how far. */
type Bounds = { readonly origin: string; readonly maxBytes: number; readonly signal: AbortSignal }

async function readAnswer(response: IncomingMessage, bounds: Bounds): Promise<Answer> {
  const { statusCode: status = 0 } = response
  if (status === 101) {
    const reason = line`${bounds.origin} responded with 101 (Switching Protocols), which nobody asked for`
    throw new RequestError(reason, { status, transient: true })
  }
  const headers = new Map(Object.entries(response.headers).map(([name, value]) => [name, String(value)]))
  if (status >= 300) setTimeout(() => response.destroy(), MAX_WORDS_MS).unref()
  const text = await unlessAborted(bounds.signal, readBody(response, bounds)).catch((error: unknown) => {
    if (status >= 300) return ''
    throw error
  })
  return { status, headers, text }
}

/** Copies each chunk: one of a single byte would keep all alive that was received with it. */
async function readBody(response: AsyncIterable<Buffer>, { origin, maxBytes }: Bounds): Promise<string> {
  let bytes = Buffer.alloc(0)
  let length = 0
  for await (const chunk of response) {
    const start = length
    length += chunk.length
    if (length > maxBytes)
      throw new RequestError(line`${origin} sent over ${formatNumber(maxBytes)} bytes`, { tooLong: true })
    if (length > bytes.length) bytes = Buffer.concat([bytes], Math.min(2 * length, maxBytes))
    chunk.copy(bytes, start)
  }
  return new TextDecoder().decode(bytes.subarray(0, length))
}
