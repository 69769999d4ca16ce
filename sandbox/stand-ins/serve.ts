import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { text as readText } from 'node:stream/consumers'
import { type Delivery, deliver, half, takeFault, withDate } from './faults.ts'
import { readRequest, type Service } from './service.ts'

/** Key and certificate in PEM. */
export type Tls = { readonly key: string; readonly cert: string }

/** A service on a port of its own of 127.0.0.1. */
export type Served = AsyncDisposable & {
  /** `http://127.0.0.1:<port>`, or https with a certificate. */
  readonly origin: string
}

/** Written to the socket, since Node's own server sends it only to a client that asked for an upgrade. */
const UPGRADE = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'

/** Time for the client to read half a body before the reset discards it. */
const MS_BEFORE_RESET = 50

/** Makes a service reachable on loopback. When an `await using` of it ends, all connections are closed. */
export async function serve(service: Service, tls?: Tls): Promise<Served> {
  const server = tls ? createTlsServer(tls) : createServer()
  const sockets = new Map<number | undefined, Socket>()
  const timers = new Set<NodeJS.Timeout>()
  const later = (ms: number, work: () => void) => (ms > 0 ? void timers.add(setTimeout(work, ms)) : work())
  server.keepAliveTimeout = 60_000
  server.on('connection', (socket: Socket) => {
    sockets.set(socket.remotePort, socket)
    socket.on('error', () => {})
    // Before the handshake, no part of a request has been sent.
    if (tls && takeFault(service.faults, ({ kind }) => kind === 'not-sent')) socket.resetAndDestroy()
  })
  server.on('request', async (incoming: IncomingMessage, response: ServerResponse) => {
    const body = await readText(incoming).catch(() => undefined)
    if (body === undefined) return
    const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])
    const { method = '', url = '' } = incoming
    const request = readRequest(method, url, Object.fromEntries(headers), body, Date.now())
    const delivery = deliver(service, request, later)
    // A TLS socket cannot send a reset itself.
    const reset = () => sockets.get(incoming.socket.remotePort)?.resetAndDestroy()
    later(delivery.afterMs, () => send(service, delivery, response, () => later(MS_BEFORE_RESET, reset)))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return {
    origin: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      for (const timer of timers) clearTimeout(timer)
      for (const socket of sockets.values()) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}

function send(service: Service, delivery: Delivery, response: ServerResponse, reset: () => void): void {
  response.on('error', () => {})
  if (delivery.end === 'not-sent') throw new Error('A request that arrived cannot have failed to be sent.')
  if (delivery.end === 'reset') reset()
  if (delivery.end === 'upgrade') response.socket?.end(UPGRADE)
  if (delivery.end !== 'response') return
  const { status, headers, body } = withDate(service, delivery.response)
  const length = delivery.body === 'endless-body' ? {} : { 'content-length': Buffer.byteLength(body) }
  response.sendDate = false
  response.writeHead(status, { ...headers, ...length })
  if (delivery.body === 'whole') response.end(body)
  else if (delivery.body === 'endless-body') pour(response)
  else response.write(half(body), () => delivery.body === 'cut-body' && reset())
}

/** Sends without end, until the client hangs up. */
function pour(response: ServerResponse): void {
  while (!response.destroyed) {
    if (!response.write(' '.repeat(65_536))) {
      response.once('drain', () => pour(response))
      return
    }
  }
}
