import { json, page, type Service, type ServiceRequest, type ServiceResponse, text } from './service.ts'

/** Which requests a fault affects, and when. */
type Common = {
  /** Requests that change something, that only read, or that a function picks; left out, every request. */
  readonly on?: 'write' | 'read' | ((request: ServiceRequest) => boolean)
  /** How many requests it affects: left out, one; `Infinity` for all. */
  readonly times?: number
  /** How much longer the response, or its loss, takes, in milliseconds. */
  readonly afterMs?: number
  /**
   * Whether the service carries out the request although its own response is lost: before the fault, never, or this many
   * milliseconds after the request came; left out, `never`. If its own response is sent, the request was carried out.
   */
  readonly stored?: 'before' | 'never' | number
}

/** A broken body: half of it, then a reset; half, then silence; one without an end; or a complete one with half of the JSON. */
type BrokenBody = 'cut-body' | 'hanging-body' | 'endless-body' | 'unreadable'

/** Something that goes wrong with a request: the same for each service, in virtual time and on sockets. */
export type Fault = Common &
  // There is no connection (on sockets the next one is reset, which needs TLS), it breaks, nothing comes, or it switches
  // protocols (101) and ends.
  (
    | { readonly kind: 'not-sent' | 'reset' | 'hang' | 'upgrade' }
    // The correct response, after `afterMs`.
    | { readonly kind: 'slow' }
    | {
        readonly kind: 'status'
        readonly status: number
        /** An object is sent as JSON; left out, it is the service's usual body for this status. */
        readonly body?: string | object
        readonly headers?: Readonly<Record<string, string>>
      }
    // From a gateway in front of the service: an HTML page or an empty body; left out, the status is 502.
    | { readonly kind: 'gateway'; readonly status?: number; readonly empty?: boolean }
    // The service's own response, or its usual one for a status, with a broken body.
    | { readonly kind: BrokenBody; readonly status?: number }
  )

/** What the transport, virtual or on sockets, has to do with a request. */
export type Delivery = { readonly afterMs: number } & (
  | { readonly end: 'not-sent' | 'reset' | 'hang' | 'upgrade' }
  | {
      readonly end: 'response'
      readonly response: ServiceResponse
      readonly body: 'whole' | Exclude<BrokenBody, 'unreadable'>
    }
)

/**
 * Lets a service handle a request, with the next fault that fits. The response has no `date` yet.
 *
 * @param later calls `work` after this many milliseconds
 */
export function deliver(
  service: Service,
  request: ServiceRequest,
  later: (ms: number, work: () => void) => void,
): Delivery {
  const fault = takeFault(service.faults, ({ on }) => {
    if (on === undefined) return true
    return typeof on === 'function' ? on(request) : (on === 'write') === service.writes(request)
  })
  const afterMs = fault?.afterMs ?? 0
  if (fault?.kind === 'not-sent') return { afterMs, end: 'not-sent' }
  service.requests.push(request)
  const other = fault && otherResponse(fault, service)
  const lost = fault?.kind === 'reset' || fault?.kind === 'hang' || fault?.kind === 'upgrade'
  if (lost || other) {
    if (fault?.stored === 'before') service.handle(request)
    if (typeof fault?.stored === 'number') later(fault.stored, () => service.handle(request))
  }
  if (lost) return { afterMs, end: fault.kind }
  const response = other ?? service.handle(request)
  // An empty body could not break.
  const broken = { ...response, body: response.body || '{"error":' }
  switch (fault?.kind) {
    case 'cut-body':
    case 'hanging-body':
    case 'endless-body':
      return { afterMs, end: 'response', response: broken, body: fault.kind }
    case 'unreadable':
      return { afterMs, end: 'response', response: { ...broken, body: half(broken.body) }, body: 'whole' }
    default:
      return { afterMs, end: 'response', response, body: 'whole' }
  }
}

/** The first half of a text. */
export const half = (text: string): string => text.slice(0, Math.floor(text.length / 2))

/** A response with the time by its service's clock, unless a fault has set another. */
export function withDate(service: Service, response: ServiceResponse): ServiceResponse {
  const date = service.date()
  return date === undefined ? response : { ...response, headers: { date, ...response.headers } }
}

/** The first fault that fits. It is removed from the list once it has affected all of its requests. */
export function takeFault(faults: Fault[], fits: (fault: Fault) => boolean): Fault | undefined {
  const index = faults.findIndex(fits)
  const fault = faults[index]
  const times = (fault?.times ?? 1) - 1
  if (fault) faults.splice(index, 1, ...(times > 0 ? [{ ...fault, times }] : []))
  return fault
}

/** The response that is sent instead of the service's own, if any. */
function otherResponse(fault: Fault, service: Service): ServiceResponse | undefined {
  if (fault.kind === 'gateway') {
    const { status = 502, empty = false } = fault
    return empty ? text(status) : page(status, `${status} Gateway`)
  }
  if (fault.kind === 'status') {
    const { status, body, headers } = fault
    const usual = service.usual(status)
    const response =
      typeof body === 'object' ? json(status, body) : body === undefined ? usual : text(status, body)
    const extra = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])
    return { ...response, headers: { ...response.headers, ...Object.fromEntries(extra) } }
  }
  return 'status' in fault && fault.status !== undefined ? service.usual(fault.status) : undefined
}
