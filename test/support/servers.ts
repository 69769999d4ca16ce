import { once } from 'node:events'
import { createServer as createHttp, type RequestListener } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { type AddressInfo, createServer as createNet, type Server, type Socket } from 'node:net'
import { expect } from 'vitest'
import type { Tls } from './http.ts'

/** A server on a port of its own of 127.0.0.1, no stand-in of anything. */
export interface LoopbackServer extends AsyncDisposable {
  readonly port: number
  /** `http://127.0.0.1:<port>`, or https with a certificate. */
  readonly origin: string
  /** How many requests came. */
  requests(): number
  /** How many connections came. */
  connections(): number
  /** How many connections are open now. */
  open(): number
}

/** A web server that answers as the listener does. */
export async function serve(listener: RequestListener, tls?: Tls): Promise<LoopbackServer> {
  const server = tls ? createHttps({ key: tls.key, cert: tls.cert }) : createHttp()
  let requests = 0
  server.keepAliveTimeout = 60_000
  server.on('request', () => requests++).on('request', listener)
  return { ...(await listen(server, tls ? 'https' : 'http')), requests: () => requests }
}

/** A server that has `answer` write whatever it likes when a request's head came. */
export async function serveRaw(
  answer: (socket: Socket, count: number) => void,
  greet = (_: Socket): void => {},
): Promise<LoopbackServer> {
  let requests = 0
  const server = createNet((socket) => {
    greet(socket)
    socket.on('data', (data) => {
      if (/ HTTP\/1\.1\r\n/.test(data.toString('latin1'))) answer(socket, ++requests)
    })
  })
  return { ...(await listen(server, 'http')), requests: () => requests }
}

/** Waits until nobody is connected any more. */
export async function quiet(server: { open(): number }): Promise<void> {
  await expect.poll(() => server.open(), { timeout: 1000, interval: 10 }).toBe(0)
}

/** A port of 127.0.0.1 that nobody listens on. */
export async function freePort(): Promise<number> {
  await using server = await serveRaw(() => {})
  return server.port
}

async function listen(server: Server, scheme: string) {
  const sockets = new Set<Socket>()
  let connections = 0
  server.on('connection', (socket: Socket) => {
    connections++
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    origin: `${scheme}://127.0.0.1:${port}`,
    connections: () => connections,
    open: () => sockets.size,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}
