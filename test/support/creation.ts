import { createClient } from '../../src/harmonica/client.ts'
import { createOnce } from '../../src/harmonica/create-once.ts'
import type { Session } from '../../src/harmonica/schema.ts'
import { createLog } from '../../src/text/log.ts'
import { createVirtualHarmonica, type Fate, type VirtualHarmonica, type World } from './virtual.ts'
import type { VirtualClock } from '../stand-ins/virtual-clock.ts'
import { SITE } from './virtual-server.ts'

/** A creation in a world, and how the step was set. */
export type Attempt = World & {
  retries: number
  /** What chance says, in turn, over and over. */
  draws: readonly number[]
  /** When the run is cancelled; undefined for never. */
  cancelAtMs: number | undefined
}

/** How it went, with times by `elapsed`. */
export type Creation = {
  harmonica: VirtualHarmonica
  session: Session | undefined
  error: unknown
  endedAt: number
  log: { at: number; text: string }[]
  warnings: string[]
}

/** How long an answer in flight is awaited once the run is cancelled, as main.ts has it. */
export const GRACE_MS = 6000

/** Nothing goes wrong, unless a test says so. */
export function attempt(given: Partial<Attempt> = {}): Attempt {
  return {
    ...{ posts: [], gets: [], topic: 'Sprint 42 retro', goal: 'Agree on two changes', older: [] },
    ...{ runnerAheadMs: 0, dated: true, wholeSeconds: false, timeoutMs: 120_000, retries: 5 },
    ...{ draws: [0.5], cancelAtMs: undefined, ...given },
  }
}

/** What becomes of a call: by default its answer comes after 50 ms, and nothing is stored. */
export function fate(ending: Fate['ending'] | Fate['ending']['kind'], given: Partial<Fate> = {}): Fate {
  const whole = typeof ending === 'string' ? { kind: ending as 'right' } : ending
  return { ending: whole, answerMs: 50, backMs: 0, storedMs: undefined, ...given }
}

/** Creates a session in virtual time, with the real client. */
export async function create(given: Attempt): Promise<Creation> {
  const harmonica = createVirtualHarmonica(given)
  const { clock, fetch } = harmonica
  const creation: Creation = {
    ...{ harmonica, session: undefined, error: undefined, endedAt: 0, log: [], warnings: [] },
  }
  const info = (text: string) => void creation.log.push({ at: clock.elapsed(), text })
  const warning = (text: string) => {
    info(text)
    creation.warnings.push(text)
  }
  const rest = { debug: info, error: info, startGroup: info, endGroup: () => {} }
  const apiUrl = { base: `${SITE}/api/v1`, site: SITE }
  let drawn = 0
  const creating = createOnce(
    { topic: given.topic, goal: given.goal },
    {
      ...{ clock, apiUrl, retries: given.retries, timeoutMs: given.timeoutMs },
      ...cancelling(given, clock),
      client: createClient(fetch, apiUrl, 'hm_live_0123456789abcdef0123456789abcdef'),
      log: createLog({ info, warning, ...rest }, () => clock.elapsed()),
      random: () => given.draws[drawn++ % given.draws.length] ?? 0.5,
    },
  )
  const handedOver = creating.then(async ({ session, warnOfTwins }) => {
    await warnOfTwins()
    return session
  })
  await clock
    .run(handedOver)
    .then((session) => Object.assign(creation, { session }))
    .catch((error: unknown) => Object.assign(creation, { error }))
  creation.endedAt = clock.elapsed()
  return creation
}

/** The signals of a run that is cancelled after some time; at 0, before anything else. */
function cancelling({ cancelAtMs }: Attempt, clock: VirtualClock) {
  const [cancelled, graceOver] = [new AbortController(), new AbortController()]
  if (cancelAtMs === 0) cancelled.abort()
  if (cancelAtMs !== undefined) {
    clock.after(cancelAtMs, () => cancelled.abort())
    clock.after(cancelAtMs + GRACE_MS, () => graceOver.abort())
  }
  return { cancelled: cancelled.signal, graceOver: graceOver.signal }
}
