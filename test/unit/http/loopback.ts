import { once } from 'node:events'
import { createServer as createHttp, type RequestListener } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { type AddressInfo, createServer as createNet, type Server, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Tls } from '../../../sandbox/stand-ins/serve.ts'

/** A server on a port of its own of 127.0.0.1. It stands in for nothing in particular. */
export type Loopback = AsyncDisposable & {
  readonly port: number
  /** `http://127.0.0.1:<port>`, or https with a certificate. */
  readonly origin: string
  /** How many requests came, how many connections, and how many of those are open now. */
  requests(): number
  connections(): number
  open(): number
}

/** A web server whose responses the listener writes. */
export async function serve(listener: RequestListener, tls?: Tls): Promise<Loopback> {
  const server = tls ? createHttps(tls) : createHttp()
  let requests = 0
  server.keepAliveTimeout = 60_000
  server.on('request', () => requests++).on('request', listener)
  return { ...(await listen(server, tls ? 'https' : 'http')), requests: () => requests }
}

/** Writes to a socket after a request's headers, or a TLS client's hello, arrived; `count` is how many have arrived. */
export type Writing = (socket: Socket, count: number) => unknown

/** A server that writes to its sockets without any HTTP of Node's. */
export async function serveRaw(write: Writing): Promise<Loopback> {
  let requests = 0
  const server = createNet((socket) => {
    socket.on('data', (data) => {
      if (data[0] === 0x16 || data.includes(' HTTP/1.1\r\n')) write(socket, ++requests)
    })
  })
  return { ...(await listen(server, 'http')), requests: () => requests }
}

/** A status line and a header. */
export const head = (status = 200, header = 'Content-Length: 1000'): string =>
  `HTTP/1.1 ${status} OK\r\n${header}\r\n\r\n`

export const reset: Writing = (socket) => socket.resetAndDestroy()
export const silence: Writing = () => {}

/** Writes a text byte by byte, each in a segment of its own. */
export const slowly = (text: string) => async (socket: Socket) => {
  for (const each of text) {
    if (!socket.destroyed) socket.setNoDelay().write(each)
    await wait(1)
  }
}

/** Writes `start`, then the same text again and again, as fast as it is read. */
export const flood = (start: string, text: string) => (socket: Socket) => {
  const pour = () => {
    while (!socket.destroyed && socket.write(text));
  }
  socket.on('drain', pour).write(start)
  pour()
}

/** Waits until no connection is open any more. */
export async function quiet(server: { open(): number }): Promise<void> {
  await expect.poll(() => server.open(), { timeout: 1000, interval: 10 }).toBe(0)
}

/** An address of 127.0.0.1 where nothing listens. */
export async function nowhere(): Promise<string> {
  await using server = await serveRaw(silence)
  return server.origin
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
