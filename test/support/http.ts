import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { type Answer, type Fault, type FaultRule, faultPicker, type Plan, strike } from './faults.ts'
import { Wire } from './wire.ts'

export type { Answer, Fault, FaultRule, Plan } from './faults.ts'

/** A request as it came. */
export interface Recorded {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: IncomingHttpHeaders
  readonly text: string
  /** The text as JSON, or `undefined` if it is none. */
  readonly body: unknown
  /** By the machine's clock, whatever the stand-in's says. */
  readonly at: Date
}

/** Key and certificate in PEM. */
export interface Tls {
  readonly key: string
  readonly cert: string
}

/** What makes a server a particular service. */
export interface Service {
  plan(request: Recorded): Plan
  usual(status: number): Answer
  now(): Date
  readonly fault?: FaultRule<Recorded> | undefined
  readonly tls?: Tls | undefined
}

/** A service on a port of its own of 127.0.0.1. */
export interface StandIn extends AsyncDisposable {
  /** `http://127.0.0.1:<port>`, or https with `tls`. */
  readonly origin: string
  /** Every request that arrived whole, in order. */
  readonly requests: readonly Recorded[]
  /** Faults to come: each strikes the next request that its `on` fits, and is gone. */
  readonly faults: Fault[]
  /** Hangs up on everybody and forgets what was to come. */
  close(): Promise<void>
}

const largestBody = 64 * 1024 * 1024

/** Starts a service; it is listening when the promise is kept. */
export async function startService(service: Service): Promise<StandIn> {
  const requests: Recorded[] = []
  const faults: Fault[] = []
  const timers = createTimers()
  const pick = faultPicker(faults, service.fault)
  const server = service.tls ? createTlsServer(service.tls) : createServer()
  const socketOf = trackSockets(server)
  server.keepAliveTimeout = 60_000
  server.on('request', async (incoming: IncomingMessage, response: ServerResponse) => {
    const wire = new Wire(response, socketOf(incoming.socket), service.now, timers.later)
    const request = await readRequest(incoming)
    if (!request) return
    requests.push(request)
    const plan = service.plan(request)
    const fault = plan.exempt ? undefined : pick(request, plan.on)
    if (fault) strike(fault, plan, wire, service.usual)
    else wire.send(plan.run(true))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const close = async (): Promise<void> => {
    timers.clear()
    const closed = new Promise<void>((done) => server.close(() => done()))
    server.closeAllConnections()
    await closed
  }
  const { port } = server.address() as AddressInfo
  const origin = `${service.tls ? 'https' : 'http'}://127.0.0.1:${port}`
  return { origin, requests, faults, close, [Symbol.asyncDispose]: close }
}

/** The TCP connection beneath a request's socket; a TLS socket itself cannot send a reset. */
function trackSockets(server: ReturnType<typeof createServer> | ReturnType<typeof createTlsServer>) {
  const open = new Map<number | undefined, Socket>()
  server.on('connection', (socket: Socket) => {
    const port = socket.remotePort
    open.set(port, socket)
    socket.on('close', () => open.get(port) === socket && open.delete(port))
  })
  return (socket: Socket): Socket => open.get(socket.remotePort) ?? socket
}

function createTimers() {
  const waiting = new Set<NodeJS.Timeout>()
  let closed = false
  const later = (ms: number, work: () => void): void => {
    if (closed) return
    if (ms <= 0) {
      work()
      return
    }
    const timer = setTimeout(() => {
      waiting.delete(timer)
      work()
    }, ms)
    waiting.add(timer)
  }
  const clear = (): void => {
    closed = true
    for (const timer of waiting) clearTimeout(timer)
  }
  return { later, clear }
}

async function readRequest(incoming: IncomingMessage): Promise<Recorded | undefined> {
  const at = new Date()
  const text = await readText(incoming)
  if (text === undefined) return undefined
  const { pathname, searchParams } = new URL(
    incoming.url?.startsWith('/') ? `http://stand-in${incoming.url}` : 'http://stand-in/*',
  )
  return {
    method: incoming.method ?? 'GET',
    path: pathname,
    query: Object.fromEntries(searchParams),
    headers: incoming.headers,
    text,
    body: parseJson(text),
    at,
  }
}

/** The whole body, or nothing if the client hung up before its end. */
async function readText(incoming: IncomingMessage): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of incoming as AsyncIterable<Uint8Array>) {
      length += chunk.length
      if (length > largestBody) throw new Error('Nobody sends that much.')
      chunks.push(chunk)
    }
  } catch {
    incoming.destroy()
    return undefined
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A JSON answer. */
export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, body: JSON.stringify(value), contentType: 'application/json; charset=utf-8', headers }
}

/** An HTML page as gateways and web servers send it. */
export function page(status: number, title: string): Answer {
  const body = `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`
  return { status, body, contentType: 'text/html; charset=utf-8' }
}

/** A plan that does the same whether or not it may store. */
export function plain(on: Plan['on'], run: () => Answer): Plan {
  return { on, run }
}
