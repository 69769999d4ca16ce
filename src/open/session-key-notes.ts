import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { Environment } from '../action/runner.ts'
import { readJson } from '../http/json.ts'
import { type MarkerScope, shortHash } from '../invitations/marker.ts'

const noteSchema = z.object({
  repository: z.string(),
  number: z.int(),
  sessionKey: z.string(),
  topicHash: z.optional(z.string()),
  goalHash: z.string(),
})

/**
 * Claims a session key for this step: leaves a note for later steps of the job in the runner's temporary folder. Inside a
 * composite action, the runner gives each nested step the outer step's name (actions/runner#593). Two of them would then
 * have the same key, and the second one would reuse the first one's session.
 *
 * @returns false if an earlier step claimed the same key for this thread and topic, but with another goal. Always true
 * where notes are no help: without such a folder, and in act, which neither empties it nor gives each run its own id
 */
export function claimSessionKey(scope: MarkerScope, goal: string, environment: Environment): boolean {
  const { tempFolder, isAct, runId, runAttempt } = environment
  if (tempFolder === '' || isAct) return true
  const path = join(tempFolder, `harmonica-session-keys-${runId}-${runAttempt}`)
  const { repository, number, sessionKey, topicHash } = scope
  const note = { repository, number, sessionKey, topicHash, goalHash: shortHash(goal) }
  const earlier = readNotes(path)
  const isSame = (each: z.output<typeof noteSchema>) =>
    each.repository === repository &&
    each.number === number &&
    each.sessionKey === sessionKey &&
    each.topicHash === topicHash
  if (earlier.some((each) => isSame(each) && each.goalHash !== note.goalHash)) return false
  try {
    appendFileSync(path, `${JSON.stringify(note)}\n`)
  } catch {
    // Without the note, later steps cannot be checked. That is no reason to fail.
  }
  return true
}

function readNotes(path: string): z.output<typeof noteSchema>[] {
  try {
    const lines = readFileSync(path, 'utf8').split('\n')
    return lines.map((each) => readJson(each, noteSchema)).filter((each) => each !== undefined)
  } catch {
    return []
  }
}
