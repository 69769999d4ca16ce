import { createServer, type IncomingMessage, request, type ServerResponse, STATUS_CODES } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { Duplex } from 'node:stream'

export interface ProxyOptions {
  /** Ports of 127.0.0.1 that host names lead to, whatever port was asked for. Others are answered with 502. */
  readonly hosts?: Readonly<Record<string, number>>
  /** `name:password` that a client must give; without it the answer is 407. */
  readonly credentials?: string
  /**
   * Told instead of making a tunnel: 200 with a web page, as captive portals do, 407 or 502, after which the
   * connection stays open, or nothing at all.
   */
  readonly answer?: 200 | 407 | 502 | 'silence'
}

/** An HTTP proxy on a port of its own of 127.0.0.1. */
export interface Proxy extends AsyncDisposable {
  /** `http://127.0.0.1:<port>`, without credentials. */
  readonly url: string
  /** `host:port` of every CONNECT that came, refused ones too, in order. */
  readonly targets: readonly string[]
  /** The absolute URL of every other request that came, in order. */
  readonly requests: readonly string[]
  /** How many connections are open now, to clients and to servers. */
  open(): number
  /** Hangs up on everybody. */
  close(): Promise<void>
}

/** Starts a proxy; it is listening when the promise is kept. It reaches nothing but this machine's loopback. */
export async function startProxy(options: ProxyOptions = {}): Promise<Proxy> {
  const targets: string[] = []
  const requests: string[] = []
  const sockets = new Set<Duplex>()
  const track = (socket: Duplex): void => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
  }
  const server = createServer((incoming, response) => {
    requests.push(incoming.url ?? '')
    forward(incoming, response, options)
  })
  server.on('connection', track)
  server.on('connect', (incoming: IncomingMessage, client: Duplex) => {
    targets.push(incoming.url ?? '')
    tunnel(incoming, client, options, track)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy()
    await new Promise<void>((done) => server.close(() => done()))
  }
  const { port } = server.address() as AddressInfo
  const open = (): number => sockets.size
  return { url: `http://127.0.0.1:${port}`, targets, requests, open, close, [Symbol.asyncDispose]: close }
}

function tunnel(
  incoming: IncomingMessage,
  client: Duplex,
  options: ProxyOptions,
  track: (socket: Duplex) => void,
): void {
  const port = portOf(`http://${incoming.url}`, options)
  const status = refusal(incoming, options, port)
  if (status !== undefined || port === undefined) {
    client.resume().on('end', () => client.destroy())
    refuse(client, status ?? 502)
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

function refuse(client: Duplex, status: 'silence' | number): void {
  if (status === 'silence') return
  const length = status === 200 ? '' : 'Content-Length: 0\r\n'
  client.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${length}\r\n`)
  if (status !== 200) return
  setTimeout(() => client.end('<!doctype html><title>Sign in to the guest network</title>'), 20)
}

function forward(incoming: IncomingMessage, response: ServerResponse, options: ProxyOptions): void {
  const port = portOf(incoming.url ?? '', options)
  const status = refusal(incoming, options, port)
  if (status === 'silence') return
  if (status !== undefined || port === undefined) {
    response
      .writeHead(status ?? 502, { 'Content-Type': 'text/html' })
      .end('<!doctype html><title>Proxy</title>')
    return
  }
  const { pathname, search } = new URL(incoming.url ?? '')
  const { 'proxy-authorization': _, 'proxy-connection': __, ...headers } = incoming.headers
  const onward = request({
    port,
    host: '127.0.0.1',
    path: pathname + search,
    method: incoming.method,
    headers,
  })
  onward.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', () => response.destroy())
  incoming.pipe(onward)
}

/** The port of this machine that stands for the URL's host. */
function portOf(url: string, { hosts = {} }: ProxyOptions): number | undefined {
  return hosts[URL.parse(url)?.hostname ?? '']
}

/** What is answered instead of passing on, if anything. */
function refusal(
  { headers }: IncomingMessage,
  { credentials, answer }: ProxyOptions,
  port: number | undefined,
): ProxyOptions['answer'] {
  if (answer !== undefined) return answer
  const wanted = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`
  if (wanted && headers['proxy-authorization'] !== wanted) return 407
  return port === undefined ? 502 : undefined
}
