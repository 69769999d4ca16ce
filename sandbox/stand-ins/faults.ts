import { json, page, type Service, type ServiceAnswer, type ServiceRequest, text } from './service.ts'

/** Which requests a fault strikes, and when. */
type Common = {
  /** What changes something, what reads, or whatever a function picks; every request if left out. */
  readonly on?: 'write' | 'read' | ((request: ServiceRequest) => boolean)
  /** How many requests it strikes: one if left out, `Infinity` for all to come. */
  readonly times?: number
  /** How long the answer, or the loss of it, takes on top, in milliseconds. */
  readonly afterMs?: number
  /**
   * Whether the service does what it was asked although its own answer is lost: before the fault strikes, never, or so
   * many milliseconds after the request came; `never` if left out. Where its own answer goes out, it was done.
   */
  readonly stored?: 'before' | 'never' | number
}

/** What becomes of a body: half of it, then a reset; half, then silence; no end; all of it, but half of the JSON. */
type BrokenBody = 'cut-body' | 'hanging-body' | 'endless-body' | 'unreadable'

/** Something that goes wrong with a request, the same for every service and on every way to it. */
export type Fault = Common &
  // No connection ever stands (on sockets the next one to come is reset, which needs TLS), it breaks, nothing comes, or
  // it leaves HTTP (101) and ends.
  (
    | { readonly kind: 'not-sent' | 'reset' | 'hang' | 'upgrade' }
    // Right, after `afterMs`.
    | { readonly kind: 'slow' }
    | {
        readonly kind: 'status'
        readonly status: number
        /** An object goes out as JSON; left out, it is what the service usually says with this status. */
        readonly body?: string | object
        readonly headers?: Readonly<Record<string, string>>
      }
    // Of whatever stands before the service: an HTML page, 502 if left out, or an empty body.
    | { readonly kind: 'gateway'; readonly status?: number; readonly empty?: boolean }
    // The service's own answer, or what it usually says with a status.
    | { readonly kind: BrokenBody; readonly status?: number }
  )

/** What becomes of a request, for the way that it came to carry out. */
export type Delivery = { readonly afterMs: number } & (
  | { readonly end: 'not-sent' | 'reset' | 'hang' | 'upgrade' }
  | {
      readonly end: 'answer'
      readonly answer: ServiceAnswer
      readonly body: 'whole' | Exclude<BrokenBody, 'unreadable'>
    }
)

/**
 * What becomes of a request that came to a service, faults included; the answer lacks its `date` yet.
 *
 * @param later does something after so many milliseconds
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
  const other = fault && otherAnswer(fault, service)
  const lost = fault?.kind === 'reset' || fault?.kind === 'hang' || fault?.kind === 'upgrade'
  if (lost || other) {
    if (fault?.stored === 'before') service.handle(request)
    if (typeof fault?.stored === 'number') later(fault.stored, () => service.handle(request))
  }
  if (lost) return { afterMs, end: fault.kind }
  const answer = other ?? service.handle(request)
  // An empty one can't break.
  const broken = { ...answer, body: answer.body || '{"error":' }
  switch (fault?.kind) {
    case 'cut-body':
    case 'hanging-body':
    case 'endless-body':
      return { afterMs, end: 'answer', answer: broken, body: fault.kind }
    case 'unreadable':
      return { afterMs, end: 'answer', answer: { ...broken, body: half(broken.body) }, body: 'whole' }
    default:
      return { afterMs, end: 'answer', answer, body: 'whole' }
  }
}

/** The first half of a text. */
export const half = (text: string): string => text.slice(0, Math.floor(text.length / 2))

/** An answer with the time by its service's clock, unless a fault has set another. */
export function dated(service: Service, answer: ServiceAnswer): ServiceAnswer {
  const date = service.date()
  return date === undefined ? answer : { ...answer, headers: { date, ...answer.headers } }
}

/** The first fault that fits, which has struck once more. */
export function takeFault(faults: Fault[], fits: (fault: Fault) => boolean): Fault | undefined {
  const index = faults.findIndex(fits)
  const fault = faults[index]
  const times = (fault?.times ?? 1) - 1
  if (fault) faults.splice(index, 1, ...(times > 0 ? [{ ...fault, times }] : []))
  return fault
}

/** The answer that goes out instead of the service's own. */
function otherAnswer(fault: Fault, service: Service): ServiceAnswer | undefined {
  if (fault.kind === 'gateway') {
    const { status = 502, empty = false } = fault
    return empty ? text(status) : page(status, `${status} Gateway`)
  }
  if (fault.kind === 'status') {
    const { status, body, headers } = fault
    const usual = service.usual(status)
    const answer =
      typeof body === 'object' ? json(status, body) : body === undefined ? usual : text(status, body)
    const named = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])
    return { ...answer, headers: { ...answer.headers, ...Object.fromEntries(named) } }
  }
  return 'status' in fault && fault.status !== undefined ? service.usual(fault.status) : undefined
}
