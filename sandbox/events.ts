import { createRequire } from 'node:module'

/** An event as GitHub sends it. */
export type Event = { name: string; payload: Payload }

type Payload = Readonly<Record<string, unknown>>
/** Members of a payload's objects to set or replace. */
type Patch = Readonly<Record<string, object>>

const require = createRequire(import.meta.url)
const definitions: { name: string; examples: Payload[] }[] = require('@octokit/webhooks-examples')

/** The repository of GitHub's sample payloads, and the numbers that they have. */
export const REPOSITORY = 'Codertocat/Hello-World'
export const ISSUE = 1
export const PULL_REQUEST = 2
export const DISCUSSION = 4

/** An issue that collects the links of a series. No sample has it. */
export const STANDING_ISSUE = 7

/** The repository's id, which most payloads hold. */
export const REPOSITORY_ID = '186853002'

/** GitHub's own sample of an event, with a patch. */
export function sampleOf(name: string, action: string, patch: Patch = {}): Event {
  const samples = definitions.find((each) => each.name === name)?.examples
  const sample = samples?.find((each) => each.action === action)
  if (!sample) throw new Error(`GitHub has no sample of ${name} ${action}`)
  return { name, payload: applyPatch(sample, patch) }
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
  return {
    name: 'issues',
    payload: applyPatch(applyPatch(closed, { issue: { ...issue, ...NO_TIES } }), patch),
  }
}

const STRANGER = { login: 'octocat', type: 'User' }
const NO_TIES = { author_association: 'NONE' }

/** A scheduled run as far as GitHub documents it: https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule */
export const scheduled: Event = { name: 'schedule', payload: { schedule: '17 9 * * 3' } }

/** An event with only the members that most have. GitHub has no sample of it. */
export function plainEvent(name: string, patch: Patch = {}): Event {
  const { repository, sender } = sampleOf('issues', 'labeled').payload
  return { name, payload: applyPatch({ repository, sender }, patch) }
}

function applyPatch(payload: Payload, patch: Patch): Payload {
  const members = Object.entries(patch).map(([name, part]) => [name, { ...Object(payload[name]), ...part }])
  return { ...payload, ...Object.fromEntries(members) }
}
