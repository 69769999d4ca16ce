import type { Fault } from '../../../sandbox/stand-ins/faults.ts'
import {
  createHarmonica,
  HARMONICA_KEY,
  type Harmonica,
  type HarmonicaOptions,
} from '../../../sandbox/stand-ins/harmonica.ts'
import { virtualNetwork } from '../../../sandbox/stand-ins/virtual.ts'
import { createVirtualClock, type VirtualClock } from '../../../sandbox/stand-ins/virtual-clock.ts'
import { createClient } from '../../../src/harmonica/client.ts'
import { createOnce, warnOfDuplicate } from '../../../src/harmonica/create-once.ts'
import type { Session } from '../../../src/harmonica/responses.ts'
import { serverAt } from '../../../src/harmonica/server.ts'
import { UserError } from '../../../src/text/errors.ts'
import { createLog } from '../../../src/text/log.ts'

/** The server's time at the start. */
export const START = Date.parse('2026-10-02T09:00:00.700Z')

/** The address of Harmonica's pages for people. */
export const SITE = 'https://harmonica.example.org'

/** The session that is created by default. */
export const REQUEST = { topic: 'Sprint 42 retro', goal: 'Agree on two changes' }

/** The step's settings, and how its services behave. */
export type Given = {
  faults?: Fault[]
  harmonica?: Partial<HarmonicaOptions>
  request?: { topic: string; goal: string; context?: string }
  /** The ages in milliseconds of other people's sessions with the same topic and goal. */
  older?: readonly number[]
  runnerAheadMs?: number
  retries?: number
  timeoutMs?: number
  /** The random numbers, repeated once they are used up. */
  draws?: readonly number[]
  cancelAtMs?: number | undefined
  /** Changes the stand-in before the creation starts. */
  before?: (harmonica: Harmonica) => void
}

/** The result, with times in milliseconds since the start. */
export type Creation = {
  harmonica: Harmonica
  session?: Session
  error?: unknown
  endedAt: number
  log: { at: number; text: string }[]
  warnings: string[]
  /** The time and the method of each request. */
  calls: (readonly [at: number, method: string])[]
}

/** How long a response in flight is awaited once the run is cancelled. */
export const GRACE_MS = 6000

/** The real client on a virtual network: `services` are those of {@link createOnce}. */
export function openWorld(given: Given = {}) {
  const { runnerAheadMs = 0, draws = [0.5], timeoutMs = 120_000, retries = 5, request = REQUEST } = given
  const clock = createVirtualClock(START + runnerAheadMs)
  const now = () => clock.now() - runnerAheadMs
  const harmonica = createHarmonica({ now, site: SITE, ...given.harmonica })
  for (const age of given.older ?? []) {
    const time = (harmonica.options.timestamp ?? String)(START - age)
    harmonica.seed({ ...request, id: `older-${age}`, created_at: time })
  }
  harmonica.faults.push(...(given.faults ?? []))
  given.before?.(harmonica)
  const lines: Creation['log'] = []
  const info = (text: string) => void lines.push({ at: clock.elapsed(), text })
  const warnings: string[] = []
  const warning = (text: string) => void warnings.push(text)
  const rest = { notice: info, error: info, startGroup: info, endGroup: () => {} }
  const log = createLog({ info, warning, ...rest }, clock.elapsed)
  const createFetch = virtualNetwork(clock, { [SITE]: harmonica })
  let drawn = 0
  const random = () => draws[drawn++ % draws.length] ?? 0.5
  const { cancelSignal, graceSignal } = signalsOf(given.cancelAtMs, clock)
  const waiting = { clock, log, random, retries, signal: cancelSignal }
  const fetch = createFetch({
    timeoutMs,
    maxResponseBytes: 16 * 1_048_576,
    proxyEnv: {},
  })
  const connection = { server: serverAt(SITE), apiKey: HARMONICA_KEY, timeoutMs, fetch }
  const services = { harmonica: createClient(connection, waiting), waiting, graceSignal }
  return { clock, harmonica, services, request, log: lines, warnings, createFetch }
}

/** Creates a session in virtual time, then checks for a duplicate, as a run does. */
export async function create(given: Given = {}): Promise<Creation> {
  const { clock, harmonica, services, request, log, warnings } = openWorld(given)
  const calls: [number, string][] = []
  const handle = harmonica.requests.push.bind(harmonica.requests)
  harmonica.requests.push = (...requests) => {
    for (const { method } of requests) calls.push([clock.elapsed(), method])
    return handle(...requests)
  }
  const creating = createOnce(request, services).then(async (created) => {
    await warnOfDuplicate(created, request, services)
    return created.session
  })
  const result = await clock.run(creating).then(
    (session) => ({ session }),
    (error: unknown) => ({ error }),
  )
  return { harmonica, endedAt: clock.elapsed(), log, warnings, calls, ...result }
}

/** The signals of a run that is cancelled after this time; at 0, before anything else. */
function signalsOf(cancelAtMs: number | undefined, clock: VirtualClock) {
  const cancel = new AbortController()
  const grace = new AbortController()
  if (cancelAtMs === 0) cancel.abort()
  if (cancelAtMs !== undefined) {
    clock.after(cancelAtMs, () => cancel.abort())
    clock.after(cancelAtMs + GRACE_MS, () => grace.abort())
  }
  return { cancelSignal: cancel.signal, graceSignal: grace.signal }
}

/** The times of the POSTs. */
export const posts = ({ calls }: Creation) =>
  calls.filter(([, method]) => method === 'POST').map(([at]) => at)
/** The number of requests that only read. */
export const lists = ({ calls }: Creation) => calls.filter(([, method]) => method === 'GET').length
/** The log. */
export const lines = ({ log }: Creation) => log.map(({ text }) => text)
/** The message of a failed run. */
export const reported = ({ error }: Creation) =>
  error instanceof UserError ? `${error.title.text}: ${error.message}` : error
