import type { Fault } from './faults.ts'

/** A request as a service sees it, whichever way it came. */
export type ServiceRequest = {
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** With names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  /** The text as JSON; undefined if it is not JSON. */
  readonly body: unknown
  /** When it came, in milliseconds since 1970. */
  readonly at: number
}

/** A service's response. Header names are in lower case. */
export type ServiceResponse = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A service without a transport: `virtual.ts` makes it reachable in virtual time, `serve.ts` on loopback. */
export type Service = {
  /** Every request that arrived in full, in order, also those that a fault affected. */
  readonly requests: ServiceRequest[]
  /** What goes wrong: each request meets the first fault that fits it. */
  readonly faults: Fault[]
  /** Carries out a request at once, and returns the response. */
  handle(request: ServiceRequest): ServiceResponse
  /** Its usual response with a status. */
  usual(status: number): ServiceResponse
  /** Whether a request changes something. GraphQL reads with POST, too. */
  writes(request: ServiceRequest): boolean
  /** The header `date` of all responses; undefined for none. */
  date(): string | undefined
}

/** @param target path and query */
export function readRequest(
  method: string,
  target: string,
  headers: Readonly<Record<string, string>>,
  text: string,
  at: number,
): ServiceRequest {
  const { pathname: path, searchParams } = new URL(target, 'http://stand-in')
  return { method, path, query: Object.fromEntries(searchParams), headers, text, body: parseJson(text), at }
}

/** A JSON response. */
export function json(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): ServiceResponse {
  const type = { 'content-type': 'application/json; charset=utf-8' }
  return { status, headers: { ...type, ...headers }, body: JSON.stringify(value) }
}

/** An HTML page as gateways and web servers send it. */
export function page(status: number, title: string): ServiceResponse {
  const body = `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body }
}

/** Plain text, or nothing at all. */
export function text(
  status: number,
  body = '',
  headers: Readonly<Record<string, string>> = {},
): ServiceResponse {
  return { status, headers: { ...(body && { 'content-type': 'text/plain' }), ...headers }, body }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
