import { once } from 'node:events'
import { isIP, type Socket, connect as startTcp } from 'node:net'
import { connect as startTls } from 'node:tls'
import { type HttpProxy, hostOf, portOf, type Route } from './route.ts'

/** `import 'node:http'` in an ES module that isn't bundled would load undici (nodejs/node#59686). Old Nodes lack the call, and are told so later. */
export const http = process.getBuiltinModule?.('node:http')

/** Opens a connection along a route, for one request. It is there only when it stands, TLS and all. */
export async function openConnection({ to, proxy }: Route, until: AbortSignal): Promise<Socket> {
  if (!proxy) return connect(to, until)
  const socket = await connect(proxy.url, until)
  // A proxy reads plain HTTP itself.
  if (to.protocol === 'http:') return socket
  try {
    await openTunnel(socket, { to, proxy }, until)
    return await connect(to, until, socket)
  } catch (error) {
    socket.destroy()
    throw error
  }
}

/** Connects to a URL's host, with TLS where it says so, over a socket that leads there if one is given. */
async function connect(url: URL, signal: AbortSignal, over?: Socket): Promise<Socket> {
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
    throw error
  }
}

/**
 * Has a proxy lead a socket to a host. Node's own agent reads the answer without bounds and doubles its listeners with
 * each segment (nodejs/node#62904); its HTTP parser reads 16 KiB.
 */
async function openTunnel(
  socket: Socket,
  { to, proxy }: { readonly to: URL; readonly proxy: HttpProxy },
  signal: AbortSignal,
): Promise<void> {
  const path = `${to.hostname}:${portOf(to)}`
  const headers = { host: path, ...proxy.headers }
  const asked = http.request({ createConnection: () => socket, method: 'CONNECT', path, headers, signal })
  const [{ statusCode: status }, , more] = await once(asked.end(), 'connect')
  // A server that speaks TLS doesn't speak first: more than the head is a page of the proxy's own.
  if (status === 200 && more.length === 0) return
  throw Object.assign(new Error(), { code: `the proxy answered HTTP ${status}`, status })
}
