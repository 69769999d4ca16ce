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
  topic: z.optional(z.string()),
  goal: z.string(),
})

/**
 * Notes for later steps of the job which session this step is about to find or open, in a file of the runner's own folder.
 * Inside a composite action the runner gives each nested step the outer step's name (actions/runner#593), so two of
 * them have the same session key: the second one would take the first one's session for its own.
 *
 * @returns whether an earlier step noted the same key, thread and topic with another goal. False where nobody can tell:
 * without such a folder, and in act, which neither empties it nor tells its runs apart
 */
export function noteSessionKey(scope: MarkerScope, goal: string, environment: Environment): boolean {
  const { tempFolder, isAct, runId, runAttempt } = environment
  if (tempFolder === '' || isAct) return false
  const path = join(tempFolder, `harmonica-session-keys-${runId}-${runAttempt}`)
  const { repository, number, sessionKey, topic } = scope
  const note = { repository, number, sessionKey, topic, goal: shortHash(goal) }
  const earlier = readNotes(path)
  const isSame = (each: z.output<typeof noteSchema>) =>
    each.repository === repository &&
    each.number === number &&
    each.sessionKey === sessionKey &&
    each.topic === topic
  if (earlier.some((each) => isSame(each) && each.goal !== note.goal)) return true
  try {
    appendFileSync(path, `${JSON.stringify(note)}\n`)
  } catch {
    // A runner that lets nobody write there has no such steps to tell apart, as far as we can know.
  }
  return false
}

function readNotes(path: string): z.output<typeof noteSchema>[] {
  try {
    const lines = readFileSync(path, 'utf8').split('\n')
    return lines.map((each) => readJson(each, noteSchema)).filter((each) => each !== undefined)
  } catch {
    return []
  }
}
