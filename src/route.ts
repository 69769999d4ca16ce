import type { Agent as HttpAgent } from 'node:http'
import { Agent, request as sendHttps } from 'node:https'

/** The way to a service: what keeps its connections, what sends, and which variable names the proxy, if one does. */
export type Route = {
  readonly agent: HttpAgent & { opened?: WatchedAgent['opened'] }
  readonly send: typeof sendHttps
  readonly proxy: string
}

/** An environment with HTTPS_PROXY, HTTP_PROXY and NO_PROXY; their lower-case names go first. */
export type ProxyEnv = Readonly<Record<string, string | undefined>>

const HTTP = /^https?:$/

/** Whether a URL is one of HTTP, with TLS or without. */
export const isHttp = ({ protocol }: URL): boolean => HTTP.test(protocol)

/** Whether a URL's host is this very machine: `localhost`, `127.0.0.0/8` or `[::1]`. */
export const isLoopback = ({ hostname }: URL): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)

/** Servers drop idle connections (Node's after 5 s), and a request sent into a dropped one is lost. */
const IDLE_MS = 4000

/**
 * The way to all services of a protocol, `http:` or `https:`, through the environment's proxy.
 *
 * @throws Error that names the variable which holds no proxy's address, and not what it holds
 */
export function createRoute(protocol: string, env: ProxyEnv): Route {
  const name = protocol === 'https:' ? 'https_proxy' : 'http_proxy'
  const proxy = [name, name.toUpperCase()].find((each) => env[each]) ?? ''
  try {
    const proxyEnv = proxy ? readProxy(name, env[proxy] ?? '', env) : {}
    const options = { keepAlive: true, timeout: IDLE_MS, proxyEnv }
    if (protocol === 'https:') return { agent: new WatchedAgent(options), send: sendHttps, proxy }
    // `import 'node:http'` in an ES module that isn't bundled would load undici (nodejs/node#59686).
    const http = process.getBuiltinModule('node:http')
    return { agent: new http.Agent(options), send: http.request, proxy }
  } catch {
    // Without its cause, which quotes the address and with it the password.
    throw new Error(`${proxy} is not the address of an HTTP proxy.`)
  }
}

/** Supplies what curl and the runner do and Node doesn't: a missing scheme, and hosts below one in NO_PROXY. */
function readProxy(name: string, address: string, env: ProxyEnv) {
  const url = new URL(address.includes('://') ? address : `http://${address}`)
  if (!isHttp(url)) throw new TypeError('not an HTTP proxy')
  const hosts = (env.no_proxy || env.NO_PROXY || '').split(/[\s,]+/).filter(Boolean)
  return { [name]: url.href, no_proxy: hosts.flatMap((host) => [host, `.${host}`]).join(',') }
}

/** Knows the connection it opened last: while a proxy makes a tunnel, the request itself can't destroy it. */
class WatchedAgent extends Agent {
  opened: ReturnType<Agent['createConnection']>

  override createConnection(...args: Parameters<Agent['createConnection']>) {
    this.opened = super.createConnection(...args)
    return this.opened
  }
}
