import { line } from '../text/line.ts'
import { RequestError } from './errors.ts'

/** An environment with HTTPS_PROXY, HTTP_PROXY and NO_PROXY; their lower-case names go first. */
export type ProxyEnv = Readonly<Record<string, string | undefined>>

/** A proxy, the variable that names it, and the headers with which we introduce ourselves to it. */
export type HttpProxy = {
  readonly url: URL
  readonly variable: string
  readonly headers: Readonly<Record<string, string>>
}

/** The way to a URL's host. */
export type Route = { readonly to: URL; readonly proxy: HttpProxy | undefined }

/** Whether a URL is one of HTTP, with TLS or without. */
export const isHttp = ({ protocol }: URL): boolean => /^https?:$/u.test(protocol)

/** Whether a URL's host is this very machine: `localhost`, `127.0.0.0/8` or `[::1]`. */
export const isLoopback = ({ hostname }: URL): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/u.test(hostname)

/** Where a URL of HTTP leads: the host's name, an IPv6 address without brackets, and the port. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/gu, '')
/** The port that a URL of HTTP leads to. */
export const portOf = ({ port, protocol }: URL): number => Number(port) || (protocol === 'https:' ? 443 : 80)

/**
 * The way to a URL, through the environment's proxy or past it, as curl and the runner go.
 *
 * @throws RequestError that names the variable which holds no proxy's address, and not what it holds
 */
export function findRoute(to: URL, env: ProxyEnv): Route {
  const name = `${to.protocol.slice(0, -1)}_proxy`
  const named = [name, name.toUpperCase()]
    .map((variable) => ({ variable, address: env[variable] ?? '' }))
    .find(({ address }) => address !== '')
  const direct = !named || isLoopback(to) || isExempt(to, env.no_proxy || env.NO_PROXY || '')
  return { to, proxy: direct ? undefined : readProxy(named) }
}

/** Whether NO_PROXY names a URL's host, with its port or without, a domain above it (`.` or `*.` before), or all. */
function isExempt(to: URL, names: string): boolean {
  const hosts = [hostOf(to), to.hostname, `${to.hostname}:${portOf(to)}`].map((each) => `.${each}`)
  const entries = names.toLowerCase().split(/[\s,]+/u)
  return entries.some((entry) => {
    const name = entry.replace(/^\*?\./u, '')
    return name === '*' || (name !== '' && hosts.some((each) => each.endsWith(`.${name}`)))
  })
}

/** As curl reads a login: percent-encoded or not, with any sign in it, `CORP\\name` too. Without a password it has an empty one. */
function decodeLogin(login: string): string {
  const whole = login.includes(':') ? login : `${login}:`
  return whole.replace(/(?:%[\da-f]{2})+/giu, (encoded) => {
    try {
      return decodeURIComponent(encoded)
    } catch {
      return encoded
    }
  })
}

function readProxy({ variable, address }: { variable: string; address: string }): HttpProxy {
  try {
    const [, scheme = 'http://', login = '', host = ''] =
      /^([a-z][a-z\d+.-]*:\/\/)?(?:(.*)@)?(.*)$/iu.exec(address) ?? []
    const url = new URL(scheme + host)
    if (!isHttp(url)) throw new TypeError('not an HTTP proxy')
    const authorization = `Basic ${Buffer.from(decodeLogin(login)).toString('base64')}`
    return { url, variable, headers: login === '' ? {} : { 'proxy-authorization': authorization } }
  } catch {
    // Without its cause, which quotes the address and with it the password.
    throw new RequestError(line`${variable} is not the address of an HTTP proxy`, { sent: false })
  }
}
