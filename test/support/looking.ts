import { createClient } from '../../src/harmonica/client.ts'
import { openConversation } from '../../src/link/conversation.ts'
import { type MarkerContent, signMarker } from '../../src/link/marker.ts'
import { type Earlier, findEarlier } from '../../src/link/reuse.ts'
import { harmonicaKey } from './harmonica.ts'
import type { StoredSession } from './harmonica-sessions.ts'
import { type Given, openStep, type Services, type Trial } from './runner.ts'

/** What the step wants, unless a test says otherwise. */
export const TOPIC = 'Retro 2026-W40'
export const GOAL = 'Agree on two changes to how we work'

/** A comment's text that links a session as a run of this very step would have left it on issue #1. */
export function linkTo(
  { id, join_url }: StoredSession,
  other: Partial<MarkerContent> = {},
  key = harmonicaKey,
) {
  const scope = { repository: '17273051', number: 1, sessionKey: '.github/workflows/retro.yml open session' }
  return `Join!\n\n${signMarker({ ...scope, sessionId: id, joinUrl: join_url, ...other }, key)}`
}

/** What was found, and the runner that looked. */
export type Look = Trial & { earlier: Earlier | undefined; error: unknown }

/** Looks for an earlier session as the step does, and opens none. */
export async function look(services: Services, { inputs, ...given }: Given = {}): Promise<Look> {
  const all = { comment: 'true', topic: TOPIC, goal: GOAL, ...inputs }
  const trial = await openStep(services, { ...given, inputs: all })
  const { step, runner, pass } = trial
  const fetch = runner.createFetch({ timeoutMs: 10_000, maxAnswerBytes: 1_000_000 })
  const client = createClient(fetch, step.settings.apiUrl, step.settings.apiKey)
  const found: Look = { ...trial, earlier: undefined, error: undefined }
  const conversation = await openConversation(step)
  await pass(findEarlier(step, client, conversation)).then(
    (earlier) => Object.assign(found, { earlier }),
    (error: unknown) => Object.assign(found, { error }),
  )
  return found
}
