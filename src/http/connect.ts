import { once } from 'node:events'
import type { Agent } from 'node:http'
import { isIP, type Socket, connect as startTcp } from 'node:net'
import { connect as startTls } from 'node:tls'
import { type Line, line } from '../text/line.ts'
import { ExchangeError, isRefusal } from './errors.ts'
import { type HttpProxy, hostOf, portOf, type Route } from './route.ts'

/** `import 'node:http'` in an ES module that isn't bundled would load undici (nodejs/node#59686). Old Nodes lack the call, and are told so later. */
export const http = process.getBuiltinModule?.('node:http')

/** Node's word for headers over 16 KiB. */
export const LONG_HEADERS = 'HPE_HEADER_OVERFLOW'

/** Servers drop idle connections (Node's after 5 s), and a request sent into a dropped one is lost. */
const IDLE_MS = 4000

/** Codes of Node and OpenSSL for a certificate that is not trusted. */
const UNTRUSTED = /CERT|ISSUER|SIGNATURE/u

/** What an agent of ours is given with a request: the signal that ends the opening of a connection. */
export type Opening = { readonly until: AbortSignal }

/**
 * Opens connections along a route, each for one request or, with `keepAlive`, also for those that follow soon. A
 * request gets its connection only when that stands, TLS and all: an {@link ExchangeError} until then is certain to have
 * sent nothing. Requests come with {@link Opening} among their options, and fail with an AbortError when its signal fires.
 */
export function createAgent(route: Route, keepAlive: boolean): Agent {
  const agent = new http.Agent({ keepAlive, timeout: IDLE_MS })
  agent.createConnection = (options, done) => {
    const { until } = options as Partial<Opening>
    const fail = done as ((error: Error) => void) | undefined
    openConnection(route, until).then((socket) => done?.(null, socket), fail)
    return undefined
  }
  return agent
}

/** For the reason of a request that never left: who may be at fault besides the host. */
export const proxyHint = (proxy: HttpProxy | undefined): Line =>
  proxy ? line`. ${proxy.variable} is set, so the proxy may be at fault` : line``

async function openConnection(route: Route, until?: AbortSignal): Promise<Socket> {
  const { to, proxy } = route
  try {
    if (!proxy) return await connect(to, until)
    const socket = await connect(proxy.url, until)
    // A proxy reads plain HTTP itself.
    if (to.protocol === 'http:') return socket
    await openTunnel(socket, to, proxy, until)
    return await connect(to, until, socket)
  } catch (cause) {
    throw until?.aborted ? cause : unreachable(route, cause)
  }
}

/** Connects to a URL's host, with TLS where it says so, over a socket that leads there if one is given. */
async function connect(url: URL, signal?: AbortSignal, over?: Socket): Promise<Socket> {
  const secure = url.protocol === 'https:'
  const host = hostOf(url)
  const to = { host, port: portOf(url) }
  const tls = { servername: isIP(host) ? '' : host, ALPNProtocols: ['http/1.1'], socket: over }
  const socket = secure ? startTls({ ...to, ...tls }) : startTcp(to)
  // What goes wrong is heard below, then by the request, and no longer matters after that.
  socket.on('error', () => {})
  try {
    await once(socket, secure ? 'secureConnect' : 'connect', { signal })
    return socket.setNoDelay()
  } catch (error) {
    socket.destroy()
    over?.destroy()
    throw error
  }
}

/**
 * Has a proxy lead a socket to a host. Node's own agent reads the answer without bounds and doubles its listeners with
 * each segment (nodejs/node#62904); its HTTP parser reads 16 KiB.
 */
async function openTunnel(socket: Socket, to: URL, proxy: HttpProxy, signal?: AbortSignal): Promise<void> {
  const path = `${to.hostname}:${portOf(to)}`
  const headers = { host: path, ...proxy.headers }
  const asked = http.request({ createConnection: () => socket, method: 'CONNECT', path, headers, signal })
  try {
    const [{ statusCode }, , more] = await once(asked.end(), 'connect')
    // A server that speaks TLS doesn't speak first: more than the head is a page of the proxy's own.
    if (statusCode !== 200 || more.length > 0) throw new TunnelRefusal(statusCode)
  } catch (error) {
    socket.destroy()
    throw error
  }
}

/** A proxy that makes no tunnel. */
class TunnelRefusal extends Error {
  readonly code: string
  readonly status: number

  constructor(status: number) {
    super()
    this.code = `the proxy answered HTTP ${status}`
    this.status = status
  }
}

/** Tells codes only, since Node's own words may hold the proxy's address. What has no code is a fault of our own. */
function unreachable({ to, proxy }: Route, cause: unknown): unknown {
  const { code, status } = cause as Partial<TunnelRefusal>
  if (code === undefined) return cause
  const untrusted = UNTRUSTED.test(code)
  const what = untrusted ? 'has no trusted certificate' : 'could not be reached'
  const passing = !untrusted && code !== LONG_HEADERS && !isRefusal(status)
  return new ExchangeError(line`${to.origin} ${what} (${code})${proxyHint(proxy)}`, {
    sent: false,
    passing,
    cause,
  })
}
