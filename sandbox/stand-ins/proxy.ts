import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse, STATUS_CODES } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Tls } from './serve.ts'

export type ProxyOptions = {
  /** The port of 127.0.0.1 for each host name, whatever port was requested. Other hosts get a 502. */
  readonly hosts?: Readonly<Record<string, number>>
  /** `name:password` that a client must send; without it, it gets a 407. */
  readonly credentials?: string
  /**
   * The proxy's own response instead of forwarding: 200 with a web page, as captive portals do; a refusal, after which the
   * connection stays open; or nothing at all.
   */
  readonly answer?: number | 'silence'
  /** Makes it a proxy that is reached over TLS. */
  readonly tls?: Tls
}

/** An HTTP proxy on a port of its own of 127.0.0.1. */
export type StandInProxy = AsyncDisposable & {
  /** `http://127.0.0.1:<port>` (https with TLS), without credentials. */
  readonly url: string
  /** `host:port` of every CONNECT that came, refused ones too, in order. */
  readonly targets: readonly string[]
  /** The absolute URL of every other request that came, in order. */
  readonly requests: readonly string[]
  /** How many connections are open now, to clients and to servers. */
  open(): number
  /** Closes all connections. */
  close(): Promise<void>
}

/** Starts a proxy, which is listening when the promise resolves. It reaches only this machine's loopback. */
export async function startProxy(options: ProxyOptions = {}): Promise<StandInProxy> {
  const targets: string[] = []
  const requests: string[] = []
  const sockets = new Set<Duplex>()
  const track = (socket: Duplex) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
  }
  const server = options.tls ? createTlsServer(options.tls) : createServer()
  server.on('request', (incoming, response) => {
    requests.push(incoming.url ?? '')
    forward(incoming, response, options)
  })
  server.on('connection', track).on('tlsClientError', () => {})
  server.on('connect', (incoming, client) => {
    targets.push(incoming.url ?? '')
    tunnel(incoming, client, options, track)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const close = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((done) => server.close(done))
  }
  const url = `http${options.tls ? 's' : ''}://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, targets, requests, open: () => sockets.size, close, [Symbol.asyncDispose]: close }
}

function tunnel(
  incoming: IncomingMessage,
  client: Duplex,
  options: ProxyOptions,
  track: (socket: Duplex) => void,
) {
  track(client)
  client.resume().on('end', () => client.destroy())
  const port = portOf(`http://${incoming.url}`, options)
  const status = refusal(incoming, options) ?? (port ? undefined : 502)
  if (status === 'silence') return
  if (status !== undefined || port === undefined) {
    client.write(`HTTP/1.1 ${status} ${STATUS_CODES[status ?? 502]}\r\n\r\n`)
    // The page comes a little after its headers.
    if (status === 200) setTimeout(() => client.end('<!doctype html><title>Sign in</title>'), 20)
    return
  }
  const server = connect(port, '127.0.0.1', () => {
    client.write('HTTP/1.1 200 Connection established\r\n\r\n')
    client.pipe(server).pipe(client)
  })
  track(server)
  client.on('close', () => server.destroy())
  server.on('close', () => client.destroy())
}

function forward(incoming: IncomingMessage, response: ServerResponse, options: ProxyOptions) {
  const url = incoming.url ?? ''
  const port = portOf(url, options)
  const status = refusal(incoming, options) ?? (port ? undefined : 502)
  if (status === 'silence') return
  if (status !== undefined) {
    response.writeHead(status, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Proxy</title>')
    return
  }
  const { pathname, search } = new URL(url)
  const { 'proxy-authorization': _, ...headers } = incoming.headers
  const to = { port, host: '127.0.0.1', path: pathname + search, method: incoming.method, headers }
  const onward = request(to, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', () => response.destroy())
  incoming.pipe(onward)
}

/** The port of this machine that stands for the URL's host. */
const portOf = (url: string, { hosts = {} }: ProxyOptions): number | undefined =>
  hosts[URL.parse(url)?.hostname ?? '']

/** The proxy's own response instead of forwarding, if any. */
function refusal(
  { headers }: IncomingMessage,
  { credentials, answer }: ProxyOptions,
): ProxyOptions['answer'] {
  if (answer !== undefined) return answer
  const wanted = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`
  return wanted && headers['proxy-authorization'] !== wanted ? 407 : undefined
}
