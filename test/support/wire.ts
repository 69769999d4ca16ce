import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Answer } from './faults.ts'

/** Runs something later, or at once for nothing to wait; forgotten when the stand-in closes. */
export type Later = (ms: number, work: () => void) => void

const flooded = 64 * 1024 * 1024

/** One answer on its way out, and the ways in which it can be lost. */
export class Wire {
  readonly response: ServerResponse
  readonly later: Later
  readonly #socket: Socket
  readonly #now: () => Date

  /** The socket is the TCP connection, also beneath TLS: only that one can be reset. */
  constructor(response: ServerResponse, socket: Socket, now: () => Date, later: Later) {
    this.response = response
    this.later = later
    this.#socket = socket
    this.#now = now
    response.sendDate = false
    response.on('error', () => {})
  }

  /** Whether the client has hung up. */
  get gone(): boolean {
    return this.response.destroyed
  }

  /** Status and headers, `Date` by the stand-in's own clock. */
  head(answer: Answer, length?: number): void {
    this.response.writeHead(answer.status, {
      Date: this.#now().toUTCString(),
      ...(answer.contentType !== undefined && { 'Content-Type': answer.contentType }),
      ...(length !== undefined && { 'Content-Length': length }),
      ...answer.headers,
    })
  }

  send(answer: Answer): void {
    if (this.gone) return
    const body = bytes(answer)
    this.head(answer, answer.status === 204 || answer.status === 304 ? undefined : body.length)
    this.response.end(body)
  }

  /** RST, with no word said. */
  reset(): void {
    this.#socket.resetAndDestroy()
  }

  cut(answer: Answer): void {
    if (this.gone) return
    const body = bytes(answer)
    this.head(answer, body.length)
    // The pause lets the half arrive: a reset throws away what the other side has not read.
    this.response.write(body.subarray(0, Math.floor(body.length / 2)), () =>
      this.later(50, () => this.reset()),
    )
  }

  drip(answer: Answer, everyMs: number): void {
    if (this.gone) return
    const body = bytes(answer)
    this.head(answer, body.length)
    this.response.flushHeaders()
    this.#drop(body, 0, everyMs)
  }

  #drop(body: Uint8Array, at: number, everyMs: number): void {
    this.later(everyMs, () => {
      if (this.gone) return
      const last = at + 1 >= body.length
      this.response.write(body.subarray(at, at + 1))
      if (last) this.response.end()
      else this.#drop(body, at + 1, everyMs)
    })
  }
}

/** A body that goes on until the client hangs up, at most 64 MiB. */
export function flood(wire: Wire): void {
  const { response } = wire
  const chunk = Buffer.alloc(64 * 1024, 'a')
  let left = flooded
  const pour = (): void => {
    while (left > 0 && !wire.gone) {
      left -= chunk.length
      if (!response.write(chunk)) {
        response.once('drain', pour)
        return
      }
    }
    if (!wire.gone) response.end()
  }
  wire.head({ status: 201, contentType: 'application/json' })
  response.write('{"id":"')
  pour()
}

function bytes({ body = '' }: Answer): Buffer {
  return typeof body === 'string' ? Buffer.from(body) : Buffer.from(body)
}
