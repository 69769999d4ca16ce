import { once } from 'node:events'
import { isIP, type Socket, connect as startTcp } from 'node:net'
import { connect as startTls } from 'node:tls'
import { type HttpProxy, hostOf, portOf, type Route } from './route.ts'

/** `import 'node:http'` in an ES module that isn't bundled would load undici (nodejs/node#59686). Old versions of Node lack the call; the entry point reports them. */
export const http = process.getBuiltinModule?.('node:http')

/** Opens a connection along a route, for one request, and resolves once TLS is established. */
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

/** Connects to a URL's host, with TLS for https, through `over` where a tunnel already leads there. */
async function connect(url: URL, signal: AbortSignal, over?: Socket): Promise<Socket> {
  const secure = url.protocol === 'https:'
  const host = hostOf(url)
  const to = { host, port: portOf(url) }
  const tls = { servername: isIP(host) ? '' : host, ALPNProtocols: ['http/1.1'], socket: over }
  const socket = secure ? startTls({ ...to, ...tls }) : startTcp(to)
  // Errors are caught below, then by the request; after that they no longer matter.
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
 * Opens a tunnel through a proxy. Node's own agent reads the proxy's response without bounds and doubles its listeners
 * with each segment (nodejs/node#62904); its HTTP parser stops at 16 KiB.
 */
async function openTunnel(
  socket: Socket,
  { to, proxy }: { readonly to: URL; readonly proxy: HttpProxy },
  signal: AbortSignal,
): Promise<void> {
  const path = `${to.hostname}:${portOf(to)}`
  const headers = { host: path, ...proxy.headers }
  const request = http.request({ createConnection: () => socket, method: 'CONNECT', path, headers, signal })
  const [{ statusCode: status }, , more] = await once(request.end(), 'connect')
  // In TLS the client speaks first, so anything after the head is a page of the proxy's own.
  if (status === 200 && more.length === 0) return
  throw Object.assign(new Error(), { code: `the proxy responded with HTTP ${status}`, status })
}
