import { expect } from 'vitest'
import type { Outcome, Scenario } from './action.ts'
import type { HarmonicaOptions } from './harmonica.ts'
import { metadata } from './metadata.ts'
import { addressesOf, commentsOf, elementsOf, render, textNodesOf } from './rendered.ts'
import { runnerCommandsIn } from './runner-commands.ts'
import { openScene } from './scene.ts'

/** Every output, as declared in action.yml. */
export const declared = Object.keys(metadata.outputs).toSorted()

/** The workflow run that a comment links. */
export const runAddress = 'https://github.com/octo-org/octo-repo/actions/runs/9876543210'

/** Only our own commands are in the log, each where we gave it, and none is in what they say. */
export function expectOwnCommands({ log, commands }: Outcome): void {
  const found = runnerCommandsIn(log)
  expect(found.map(({ form, name }) => form + name)).toEqual(commands.map(({ command }) => `::${command}`))
  const ours = ['add-mask', 'debug', 'endgroup', 'error', 'group', 'warning']
  expect(ours).toEqual(expect.arrayContaining(commands.map(({ command }) => command)))
  for (const { message } of commands) expect(runnerCommandsIn(message)).toEqual([])
  expect(log).not.toMatch(/[\p{Zl}\p{Zp}\p{Bidi_Control}]|(?!\n)\p{Cc}/u)
}

/** What GitHub makes links, pictures or notifications of in a text. */
const NOTICED = /@[\w-]|#\d|\bGH-\d|(?<![a-z\d])[\da-f]{7,40}(?![a-z\d])|:[+\w]+:|www\.|:\/\/|\$.*\$/iu

/** How a page is built, line breaks and the frames around dollars aside. */
function builtOf(page: string): string[] {
  // A session's id is what people copy, so it is code, and code is linked by nobody.
  for (const text of textNodesOf(page).filter((each) => !/^hst_\w+$/u.test(each)))
    expect(text).not.toMatch(NOTICED)
  return elementsOf(page).filter((name) => name !== 'br' && name !== 'span')
}

/** A run that hands a session over: what is left of it, checked, and how its pages are built. */
export async function handedOver(scenario: Scenario, harmonica: HarmonicaOptions = {}, refusal?: string) {
  await using scene = await openScene({ harmonica })
  if (refusal !== undefined)
    scene.github.faults.push({ kind: 'status', status: 422, body: { message: refusal } })
  const inputs = { comment: 'true', reuse: 'never', ...scenario.inputs }
  const env = { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' }
  const outcome = await scene.run({ ...scenario, inputs, env })
  expectOwnCommands(outcome)
  const [session, ...others] = scene.harmonica.sessions
  expect([others, outcome.exitCode, Object.keys(outcome.outputs).toSorted()]).toEqual([[], 0, declared])
  const [posted] = scene.github.requests.flatMap(({ body }) => [Object(body).body].filter((text) => text))
  expect(posted).toMatch(/\n\n<!-- harmonica-session v1 [\w-]+\.[\w-]{43} -->$/u)
  const [comment, summary] = [render(posted), render(outcome.summary ?? '')]
  const { 'join-url': joinUrl = '', 'comment-url': commentUrl = '' } = outcome.outputs
  expect(joinUrl).toBe(session?.join_url)
  expect(addressesOf(comment)).toEqual([joinUrl, runAddress])
  expect(addressesOf(summary)).toEqual([joinUrl, ...(commentUrl === '' ? [] : [commentUrl])])
  expect([commentsOf(comment).length, commentsOf(summary)]).toEqual([1, []])
  const built = { comment: builtOf(comment), summary: builtOf(summary) }
  return { outcome, comment, summary, built, request: scene.harmonica.requests[0]?.body }
}
