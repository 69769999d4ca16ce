import { createRequire } from 'node:module'

/** What GitHub tells of an event. */
export type Event = { name: string; payload: Payload }

type Payload = Readonly<Record<string, unknown>>
/** What is different in members of a payload. */
type Patch = Readonly<Record<string, object>>

const require = createRequire(import.meta.url)
const definitions: { name: string; examples: Payload[] }[] = require('@octokit/webhooks-examples')

/** The repository of GitHub's sample payloads, what is in them, and an issue that collects the links of a series. */
export const [REPOSITORY, ISSUE, PULL_REQUEST, DISCUSSION, STANDING_ISSUE] = [
  'Codertocat/Hello-World',
  1,
  2,
  4,
  7,
]

/** The repository's id, which is in the payload of most events. */
export const REPOSITORY_ID = '186853002'

/** GitHub's own sample of an event, with a patch. */
export function sampleOf(name: string, action: string, patch: Patch = {}): Event {
  const samples = definitions.find((each) => each.name === name)?.examples
  const sample = samples?.find((each) => each.action === action)
  if (!sample) throw new Error(`GitHub has no sample of ${name} ${action}`)
  return { name, payload: patched(sample, patch) }
}

/** An issue that was closed as completed by a maintainer, of which GitHub has no sample. */
export function closedIssue(patch: Patch = {}): Event {
  const { label: _, ...payload } = sampleOf('issues', 'labeled').payload
  const issue = {
    state: 'closed',
    state_reason: 'completed',
    labels: [{ name: 'deliberate' }],
    user: STRANGER,
  }
  const closed = { ...payload, action: 'closed' }
  return { name: 'issues', payload: patched(patched(closed, { issue: { ...issue, ...NO_TIES } }), patch) }
}

const STRANGER = { login: 'octocat', type: 'User' }
const NO_TIES = { author_association: 'NONE' }

/** A scheduled run as far as GitHub documents it: https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule */
export const scheduled: Event = { name: 'schedule', payload: { schedule: '17 9 * * 3' } }

/** An event that tells no more than most do, of which GitHub has no sample. */
export function plainEvent(name: string, patch: Patch = {}): Event {
  const { repository, sender } = sampleOf('issues', 'labeled').payload
  return { name, payload: patched({ repository, sender }, patch) }
}

function patched(payload: Payload, patch: Patch): Payload {
  const members = Object.entries(patch).map(([name, part]) => [name, { ...Object(payload[name]), ...part }])
  return { ...payload, ...Object.fromEntries(members) }
}
