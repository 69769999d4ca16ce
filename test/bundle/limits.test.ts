import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  DIST,
  issueWith,
  layMebibyte,
  type Office,
  openOffice,
  ROOT,
  stepCommand,
} from '../../sandbox/bundle.ts'
import { REPOSITORY_ID } from '../../sandbox/events.ts'
import { type Certificates, createCertificates } from '../../sandbox/stand-ins/certificates.ts'
import { HARMONICA_KEY } from '../../sandbox/stand-ins/harmonica.ts'
import { peakMemory } from '../../scripts/bench/measure.ts'
import { bytesOfDist, bytesOfTarball } from '../../scripts/bench/sizes.ts'
import { sessionMarker } from '../../src/invitations/marker.ts'
import { dayAt } from '../../src/request/calendar.ts'

/*
 * The most that a run may cost in bytes, requests and memory, which are the same on any machine. `npm run bench` prints what
 * a run does cost, and how long it takes. docs/performance.md has the same limits.
 */
let certificates: Certificates
let office: Office
beforeAll(async () => {
  certificates = await createCertificates('127.0.0.1')
  office = await openOffice(certificates)
})
afterAll(() => Promise.all([office[Symbol.asyncDispose](), certificates[Symbol.asyncDispose]()]))

test('a runner downloads no more than 340 KB, and dist holds no more than 1,480 KB of JavaScript', async () => {
  expect(bytesOfTarball(ROOT)).toBeLessThanOrEqual(340_000)
  expect(await bytesOfDist(DIST)).toBeLessThanOrEqual(1_480_000)
})

const run = (inputs: Record<string, string>, issue: number, action = 'action.yml') =>
  peakMemory(stepCommand(office, { inputs, issue, action }), office.home)

const comment = { comment: 'true' }
const bare = () => issueWith(0, office)
/** An issue on which a run has posted a session's link. */
const linked = async () => {
  await run(comment, 42)
  return 42
}

/** An issue on which a session was opened with the promise, and has a summary. */
const finished = async () => {
  const issue = bare()
  await run({ ...comment, 'share-results': 'true' }, issue)
  const summary = `## A theme\n\n${'Reviews *wait* for three days. '.repeat(10)}\n\n- one\n- two\n\n`.repeat(
    15,
  )
  Object.assign(office.harmonica.sessions.at(-1) ?? {}, { participant_count: 7, summary })
  return issue
}

/** An issue on which people were invited two days ago, until so many days from now. */
const datedIn = (days: number) => () => {
  const number = bare()
  const DAY_MS = 86_400_000
  const session = office.harmonica.seed({ topic: 'T', goal: 'G', participant_count: 7 })
  const until = dayAt(Date.now() + days * DAY_MS, 'UTC')
  const link = { sessionKey: 'a', sessionId: session.id, joinUrl: session.join_url }
  const marker = { repository: REPOSITORY_ID, number, ...link, until, timezone: 'UTC' }
  const thread = office.github.threads.find((each) => each.number === number)
  const createdAt = new Date(Date.now() - 2 * DAY_MS).toISOString()
  if (thread) office.github.comment(thread, { body: sessionMarker.sign(marker, HARMONICA_KEY), createdAt })
  return number
}

test.for([
  { what: 'create', inputs: () => ({}), issue: bare, requests: 1, mebibytes: 63 },
  { what: 'create and comment', inputs: () => comment, issue: bare, requests: 4, mebibytes: 64 },
  { what: 'reuse', inputs: () => comment, issue: linked, requests: 2, mebibytes: 63 },
  {
    what: 'create and comment on an issue with 2,499 comments',
    inputs: () => comment,
    issue: () => issueWith(2499, office),
    requests: 28,
    mebibytes: 74,
  },
  {
    what: 'create with 1 MiB of context',
    inputs: () => ({ 'context-file': layMebibyte(office) }),
    issue: bare,
    requests: 1,
    mebibytes: 72,
  },
  {
    what: 'remind people of a deadline',
    inputs: () => ({}),
    issue: datedIn(1),
    action: 'deadline/action.yml',
    requests: 4,
    mebibytes: 64,
  },
  {
    what: 'end a session',
    inputs: () => ({ 'end-session': 'true' }),
    issue: datedIn(-1),
    action: 'deadline/action.yml',
    requests: 5,
    mebibytes: 64,
  },
  {
    what: 'bring results back',
    inputs: () => ({}),
    issue: finished,
    action: 'results/action.yml',
    requests: 4,
    mebibytes: 84,
  },
])(
  'to $what takes $requests requests and at most $mebibytes MiB',
  async ({ inputs, issue, action, requests, mebibytes }) => {
    const { harmonica, github } = office
    let least = Number.POSITIVE_INFINITY
    // A busy machine makes a run take more memory, but none makes it take less.
    for (let tries = 0; tries < 5 && least > mebibytes; tries += 1) {
      const number = await issue()
      const before = harmonica.requests.length + github.requests.length
      least = Math.min(least, (await run(inputs(), number, action)) ?? Number.NaN)
      expect(harmonica.requests.length + github.requests.length - before).toBe(requests)
    }
    expect(least).toBeLessThanOrEqual(mebibytes)
  },
)
