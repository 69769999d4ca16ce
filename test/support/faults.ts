import { flood, type Wire } from './wire.ts'

/** A body with what belongs to it. */
export interface Answer {
  readonly status: number
  readonly body?: string | Uint8Array
  readonly contentType?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** `POST` stands for what writes, `GET` for what reads: GraphQL posts both, and is told apart by operation. */
export type Kind = 'POST' | 'GET' | 'other'

/** What a stand-in would do with a request; `run(false)` makes the same answer and stores nothing. */
export interface Plan {
  readonly on: Kind
  /** No fault strikes it, and no rule counts it: it was refused by a rate limit. */
  readonly exempt?: boolean
  run(store: boolean): Answer
}

/** Whether what was posted exists: before the fault strikes, never, or some time after it struck. */
export type Stored = 'before' | 'never' | { readonly afterMs: number }

interface Common {
  /** The requests that it waits for; `POST` if left out. */
  readonly on?: 'POST' | 'GET' | 'any'
  /** If left out: `before` for faults that bring a real answer (slow, cut, drip), else `never`. */
  readonly stored?: Stored
}

/** The right answer, treated badly. */
type AnsweringFault = Common &
  (
    | { readonly kind: 'slow'; readonly ms: number }
    /** All headers, half of the body, then a reset. */
    | { readonly kind: 'cut' }
    /** Headers, then a byte every so often, every second if left out. */
    | { readonly kind: 'drip'; readonly everyMs?: number }
  )

/** No answer, or another one. */
type LosingFault = Common &
  (
    | { readonly kind: 'reset' }
    | { readonly kind: 'hang' }
    | {
        readonly kind: 'status'
        readonly status: number
        /** An object goes out as JSON; left out, it is what the service usually says with this status. */
        readonly body?: string | object
        readonly headers?: Readonly<Record<string, string>>
        readonly contentType?: string
      }
    | { readonly kind: 'empty'; readonly status?: number }
    | {
        readonly kind: 'raw'
        readonly body: string | Uint8Array
        readonly status?: number
        readonly contentType?: string
        readonly headers?: Readonly<Record<string, string>>
      }
    /** A 201 whose body goes on until the client hangs up or 64 MiB are sent. */
    | { readonly kind: 'flood' }
  )

/** Something that goes wrong with one request. */
export type Fault = AnsweringFault | LosingFault

/** What a service says with a status, where a fault does not tell. */
export type UsualAnswer = (status: number) => Answer

/** Lets a fault strike. */
export function strike(fault: Fault, plan: Plan, wire: Wire, usual: UsualAnswer): void {
  if (fault.kind === 'slow' || fault.kind === 'cut' || fault.kind === 'drip') {
    misdeliver(fault, plan, wire)
    return
  }
  const stored = fault.stored ?? 'never'
  if (stored === 'before') plan.run(true)
  else if (stored !== 'never') wire.later(stored.afterMs, () => void plan.run(true))
  lose(fault, wire, usual)
}

function misdeliver(fault: AnsweringFault, plan: Plan, wire: Wire): void {
  const stored = fault.stored ?? 'before'
  const afterMs = typeof stored === 'object' ? stored.afterMs : 0
  wire.later(afterMs, () => {
    const answer = plan.run(stored !== 'never')
    if (fault.kind === 'cut') wire.cut(answer)
    else if (fault.kind === 'drip') wire.drip(answer, fault.everyMs ?? 1000)
    else wire.later(fault.ms - afterMs, () => wire.send(answer))
  })
}

function lose(fault: LosingFault, wire: Wire, usual: UsualAnswer): void {
  if (fault.kind === 'reset') wire.reset()
  else if (fault.kind === 'flood') flood(wire)
  else if (fault.kind === 'empty') wire.send({ status: fault.status ?? 200 })
  else if (fault.kind === 'raw')
    wire.send({ contentType: 'application/json', ...fault, status: fault.status ?? 201 })
  else if (fault.kind === 'status') wire.send(statusAnswer(fault, usual(fault.status)))
}

function statusAnswer(fault: LosingFault & { kind: 'status' }, usual: Answer): Answer {
  const { status, body, headers = {}, contentType } = fault
  const answer = body === undefined ? usual : { status, ...bodyOf(body) }
  return {
    ...answer,
    headers: { ...answer.headers, ...headers },
    ...(contentType !== undefined && { contentType }),
  }
}

function bodyOf(body: string | object): Pick<Answer, 'body' | 'contentType'> {
  if (typeof body === 'object') return { body: JSON.stringify(body), contentType: 'application/json' }
  const markup = body.trimStart().startsWith('<')
  const json = body.trimStart().startsWith('{')
  return { body, contentType: markup ? 'text/html' : json ? 'application/json' : 'text/plain' }
}

/** Chooses a fault by the request and by how many of its kind came before it (0 for the first). */
export type FaultRule<Request> = (request: Request, index: number) => Fault | undefined

/** The next fault for a request: the queue's first that waits for its kind, else the rule's. */
export function faultPicker<Request>(queue: Fault[], rule: FaultRule<Request> | undefined) {
  const seen = new Map<Kind, number>()
  return (request: Request, on: Kind): Fault | undefined => {
    const index = seen.get(on) ?? 0
    seen.set(on, index + 1)
    const place = queue.findIndex((fault) => waitsFor(fault, on))
    if (place >= 0) return queue.splice(place, 1)[0]
    const fault = rule?.(request, index)
    return fault && waitsFor(fault, on) ? fault : undefined
  }
}

function waitsFor({ on = 'POST' }: Fault, kind: Kind): boolean {
  return on === 'any' || on === kind
}
