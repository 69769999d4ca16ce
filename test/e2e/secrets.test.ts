import { expect, test } from 'vitest'
import type { Scenario } from '../support/action.ts'
import { eventLike, type Json } from '../support/payloads.ts'
import { openScene } from '../support/scene.ts'
import { NOTHING_SENT, problemsOf } from '../support/sentences.ts'

const required = { topic: 'Retro', goal: 'Agree on two changes' }

/** Runs a step that must not get as far as sending anything: the one problem it tells, and the log but its masks. */
async function refused({ inputs, ...scenario }: Scenario): Promise<{ problem: string; log: string }> {
  await using scene = await openScene()
  const outcome = await scene.run({ ...scenario, inputs: { ...required, ...inputs } })
  expect(scene.harmonica.requests).toEqual([])
  const problems = problemsOf(outcome, NOTHING_SENT)
  expect(problems).toHaveLength(1)
  const lines = outcome.log.split('\n').filter((line) => !line.startsWith('::add-mask::'))
  return { problem: problems[0] ?? '', log: lines.join('\n') }
}

test.concurrent.each([
  ['a line break', 'hm_live_first\nhm_live_second'],
  ['a space', 'hm_live_first hm_live_second'],
  ['a tab', 'hm_live_first\thm_live_second'],
  ['a control character', 'hm_live_first\u001bhm_live_second'],
  ['a letter outside ASCII', 'hm_live_firstéhm_live_second'],
  ['a character that nobody sees', 'hm_live_first\u200bhm_live_second'],
])('a key with %s is no key, and not shown in part either', async (_, key) => {
  const { problem, log } = await refused({ inputs: { 'api-key': key } })
  expect(problem).toBe(
    'Input api-key holds white space, a control character or a letter outside ASCII, so it cannot be a key; it may have been pasted with a line break or as two keys. Set the secret again (the value is not shown here).',
  )
  expect(log).not.toMatch(/hm_live_(?:first|second)/u)
})

test.concurrent.each([
  'https://ada:hunter2@h.example',
  'http://hunter2@h.example/api/v1',
  'https://:hunter2@127.0.0.1',
  'ada:hunter2@h.example',
  'https://ada:hunter2@',
])('a password in the address of the API is never shown: %s', async (address) => {
  const { problem, log } = await refused({ inputs: { 'api-url': address } })
  expect(problem).toMatch(/^Input api-url (?:holds a user name or a password|is a value that is not shown)/u)
  expect(log).not.toMatch(/hunter2|ada/u)
})

const causes = /misspelt.*fork.*Dependabot.*environment.*app\.harmonica\.chat\/profile.*dry-run: true/u

test.concurrent.each([
  ['on an issue', 'issues.opened', ''],
  ['of white space', 'push', ' \n\t '],
])('an empty key %s is told with its usual causes', async (_, event, key) => {
  const { problem } = await refused({ inputs: { 'api-key': key }, event })
  expect(problem).toMatch(/^Input api-key is empty\. Usual causes: /u)
  expect(problem).toMatch(causes)
  expect(problem).not.toContain('This run is for a pull request from a fork')
})

const fork: Json = { pull_request: { head: { repo: { id: 5 } } } }
const deleted: Json = { pull_request: { head: { repo: null } } }

test.concurrent.each([
  ['of a fork', fork],
  ['whose fork is gone', deleted],
])('an empty key on a pull request %s is told as just that', async (_, patch) => {
  const event = await eventLike('pull_request', 'pull_request.opened', patch)
  const { problem } = await refused({ inputs: { 'api-key': '' }, event })
  expect(problem).toContain(
    'This run is for a pull request from a fork, which gets no secrets: skip the step there',
  )
})

test.concurrent('pull_request_target gets secrets, also for a fork: an empty key has another cause there', async () => {
  const event = await eventLike('pull_request_target', 'pull_request.opened', fork)
  const { problem } = await refused({ inputs: { 'api-key': '' }, event })
  expect(problem).not.toContain('This run is for a pull request from a fork')
  expect(problem).toContain('misspelt')
})
