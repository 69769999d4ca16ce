import { once } from 'node:events'
import type { ClientRequest, IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { formatNumber, type Line, line } from '../text/line.ts'
import { http, openConnection } from './connect.ts'
import { isRefusal, RequestError } from './errors.ts'
import { findRoute, isHttp, type ProxyEnv, type Route } from './route.ts'

/** The options of `fetch` that we use. Headers are sent as given, plus Host, Connection and Content-Length. */
export type FetchInit = {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal?: AbortSignal
}

/**
 * A server's response of any status, redirects included. Header names are in lower case; the text is the body decoded as
 * UTF-8, with U+FFFD for invalid bytes. From status 300 on the text is only an explanation for people, so it is empty
 * where it does not arrive in full within 5 s.
 */
export type HttpResponse = {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly text: string
}

/** Sends one request, once. @throws RequestError; anything else is a bug */
export type Fetch = (url: string, init?: FetchInit) => Promise<HttpResponse>

/** Node's error code for headers over 16 KiB. */
const LONG_HEADERS = 'HPE_HEADER_OVERFLOW'

/** Codes of Node and OpenSSL for a certificate that is not trusted. */
const UNTRUSTED = /CERT|ISSUER|SIGNATURE/u

/** How long to wait for the body of a refusal. */
const MAX_REFUSAL_BODY_MS = 5000

/** The bounds of one request, and the environment that names its proxy. */
export type FetchLimits = {
  /** From its start to the last byte of the response. */
  readonly timeoutMs: number
  readonly maxResponseBytes: number
  readonly proxyEnv: ProxyEnv
}

/**
 * A fetch that follows no redirects, retries nothing, and goes through the environment's proxy. Each request opens its
 * own connection, since a server may drop a kept one just as a request is sent on it. It avoids the global `fetch` and
 * its classes, which load undici.
 */
export function createFetch({ timeoutMs, maxResponseBytes, proxyEnv }: FetchLimits): Fetch {
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
      // Without a listener for `upgrade`, Node ends a request silently when the response switches protocols.
      const responding = Promise.race([once(request, 'response'), once(request, 'upgrade')])
      const [response] = (await unlessAborted(until, responding)) as [IncomingMessage]
      return await readResponse(response, { origin: to.origin, maxBytes: maxResponseBytes, signal: until })
    } catch (cause) {
      if (late.aborted) {
        const reason = line`${to.origin} did not send a complete response within ${timeoutMs / 1000} s${hint(route, sent)}`
        throw new RequestError(reason, { sent, timedOut: true, transient: true })
      }
      if (!until.aborted) throw toRequestError(cause, sent, route)
      throw new RequestError(line`${to.origin} did not respond before the run was canceled`, {
        sent,
        cause: until.reason,
      })
    } finally {
      socket?.destroy()
    }
  }
}

/** Reports codes only, since Node's own messages may contain a header. An error without a code is a bug of ours. */
function toRequestError(cause: unknown, sent: boolean, route: Route): unknown {
  const { code, status } = cause as { code?: string; status?: number }
  if (cause instanceof RequestError || code === undefined) return cause
  const tooLong = code === LONG_HEADERS
  const untrusted = !sent && UNTRUSTED.test(code)
  const transient = !tooLong && !untrusted && !isRefusal(status)
  const unsent = untrusted ? 'has no trusted certificate' : 'could not be reached'
  const what = sent ? 'did not send a complete HTTP response' : unsent
  const advice = untrusted ? OWN_AUTHORITY : line``
  const reason = line`${route.to.origin} ${what} (${code})${hint(route, sent)}${advice}`
  return new RequestError(reason, { sent, transient, tooLong, cause })
}

/** Node reads the variable only when it starts, so the workflow has to set it. */
const OWN_AUTHORITY = line`. If your company's own authority signed it, set NODE_EXTRA_CA_CERTS under env: of the step or job to the file with that authority's certificate`

/** Where the request was never sent, the proxy may be the cause. */
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
  // Errors reach whoever waits for the response, or reads it; without a listener here Node would crash.
  return request.on('error', () => {}).end(body)
}

/** The promise's result, unless the signal fires first: no server can make a wait longer. */
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

async function readResponse(response: IncomingMessage, bounds: Bounds): Promise<HttpResponse> {
  const { statusCode: status = 0 } = response
  if (status === 101) {
    const reason = line`${bounds.origin} responded with 101 (Switching Protocols), which was not requested`
    throw new RequestError(reason, { status, transient: true })
  }
  const headers = new Map(Object.entries(response.headers).map(([name, value]) => [name, String(value)]))
  if (status >= 300) setTimeout(() => response.destroy(), MAX_REFUSAL_BODY_MS).unref()
  const text = await unlessAborted(bounds.signal, readBody(response, bounds)).catch((error: unknown) => {
    if (status >= 300) return ''
    throw error
  })
  return { status, headers, text }
}

/** Copies each chunk, because a chunk of one byte can keep the whole buffer that it arrived in alive. */
async function readBody(response: AsyncIterable<Buffer>, { origin, maxBytes }: Bounds): Promise<string> {
  let bytes = Buffer.alloc(0)
  let length = 0
  for await (const chunk of response) {
    const start = length
    length += chunk.length
    if (length > maxBytes)
      throw new RequestError(line`${origin} sent more than ${formatNumber(maxBytes)} bytes`, {
        tooLong: true,
      })
    if (length > bytes.length) bytes = Buffer.concat([bytes], Math.min(2 * length, maxBytes))
    chunk.copy(bytes, start)
  }
  return new TextDecoder().decode(bytes.subarray(0, length))
}
