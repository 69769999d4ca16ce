import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { bodyOf, contextsOf, jobOf, onlyComment, repository, runStep } from '../support/examples.ts'
import { eventLike, type Json } from '../support/payloads.ts'
import { openScene, type Scene } from '../support/scene.ts'
import { evaluated, isMet, readRepositoryFile, readWorkflow } from '../support/workflow.ts'

const [label, caller, reusable] = await Promise.all([
  readWorkflow('examples/workflows/deliberate-on-label.yml'),
  readWorkflow('examples/workflows/call-deliberate.yml'),
  readWorkflow('.github/workflows/deliberate.yml'),
])

type Field = { type: string; attributes: { label?: string } }
const form: { labels?: string[]; body: Field[] } = parse(
  await readRepositoryFile('.github/ISSUE_TEMPLATE/deliberation.yml'),
)
const answers: Record<string, string> = {
  Goal: 'Agree on how long we support a release',
  Context: 'Two teams still run 1.x.\r\n\r\n```yaml\r\n### Prompt\r\n```',
  'Critical question': '_No response_',
  Questions: 'Which release do you run?\r\n- What would an upgrade cost you?',
}
/** What GitHub makes of the filled form. */
const filled = form.body.flatMap(({ type, attributes: { label = '' } }) =>
  type === 'markdown' ? [] : [`### ${label}\r\n\r\n${answers[label]}`],
)
const issue = { number: 42, title: 'How long do we support 1.x?', body: filled.join('\r\n\r\n') }
const labeled = (name: string, more: Json = {}) =>
  eventLike('issues', 'issues.labeled', { issue, label: { name }, ...more })
const deliberation = await readRepositoryFile('examples/deliberation.md')
const deliberated = {
  ...{ topic: issue.title, goal: answers.Goal, cross_pollination: true, results_visibility: 'participants' },
  questions: [{ text: 'Which release do you run?' }, { text: 'What would an upgrade cost you?' }],
  context: `${bodyOf(deliberation)
    .replace('{{ number }}', '42')
    .replace('{{ repository }}', repository)
    .replace('{{ title }}', issue.title)}\n\n${answers.Context?.replaceAll('\r\n', '\n')}`,
}

test('the issue form cannot start a session by itself, and asks for nothing that is not read', () => {
  expect(form.labels ?? []).not.toContain('deliberate')
  expect(filled).toHaveLength(Object.keys(answers).length)
  expect(filled.join('\n')).not.toContain('undefined')
})

test.each([
  ['deliberate', {}, true],
  ['bug', {}, false],
  ['deliberate', { repository: { fork: true } }, false],
])('label %s, with %o, starts a deliberation: %s', async (name, more, starts) => {
  const contexts = contextsOf(await labeled(name, more), { inputs: { label: 'deliberate' } })
  for (const workflow of [label, reusable])
    expect(isMet(jobOf(workflow, 'open').if ?? '', contexts)).toBe(starts)
})

test('the label turns the form into a session, once, and its link into a comment', async () => {
  await using scene = await openScene()
  const event = await labeled('deliberate')
  const scenario = { event, files: { '.github/deliberation.md': deliberation } }
  const run = () => runStep(scene, jobOf(label, 'open'), contextsOf(event), scenario)
  const [first, second] = [await run(), await run()]
  expect([first.created, second.created]).toEqual(['true', 'false'])
  expect(scene.harmonica.sessions.map(({ request }) => request)).toEqual([deliberated])
  expect(onlyComment(scene, 42, first['join-url'])).toMatch(
    /^You are invited to talk this issue over\.\n\n\*\*Topic:/u,
  )
})

test('the reusable workflow does the same for its caller, and tells it the link', async () => {
  await using scene = await openScene()
  const event = await labeled('deliberate')
  const { with: given = {}, secrets = {}, uses, permissions } = jobOf(caller, 'deliberate')
  const job = jobOf(reusable, 'open')
  const { inputs = {}, secrets: known = {}, outputs = {} } = Object(reusable.on.workflow_call)
  expect(uses).toBe('<owner>/harmonica-session-action/.github/workflows/deliberate.yml@v1')
  expect([Object.keys(inputs), Object.keys(known)]).toEqual([
    expect.arrayContaining(Object.keys(given)),
    Object.keys(secrets),
  ])
  expect(permissions).toEqual(job.permissions)

  const session = await callReusable(scene, event, given)
  expect(scene.harmonica.sessions.map(({ request }) => request)).toEqual([deliberated])
  onlyComment(scene, 42, session['join-url'])

  const told = Object.entries(job.outputs ?? {}).map(([name, value]) => [
    name,
    evaluated(value, { steps: { session: { outputs: session } } }),
  ])
  const results = Object.entries<{ value: string }>(outputs).map(([name, { value }]) => [
    name,
    evaluated(value, { jobs: { open: { outputs: Object.fromEntries(told) } } }),
  ])
  expect(Object.fromEntries(results)).toEqual({
    'join-url': session['join-url'],
    'session-id': session['session-id'],
  })
})

test('two calls of the reusable workflow on one issue, each with a key, open a session each, once', async () => {
  await using scene = await openScene()
  const event = await labeled('deliberate')
  const call = (key: string) => callReusable(scene, event, { 'session-key': key, 'session-file': '' })
  const [users, team, again] = [await call('users'), await call('team'), await call('users')]
  expect([users.created, team.created, again.created]).toEqual(['true', 'true', 'false'])
  expect(again['join-url']).toBe(users['join-url'])
})

/** Runs the called job's step with what a caller gives it, as GitHub would. */
function callReusable(
  scene: Scene,
  event: Awaited<ReturnType<typeof labeled>>,
  given: Record<string, unknown>,
): Promise<Record<string, string>> {
  const job = jobOf(reusable, 'open')
  const { inputs = {} } = Object(reusable.on.workflow_call)
  const { secrets = {} } = jobOf(caller, 'deliberate')
  const defaults = Object.entries<{ default: string }>(inputs).map(([name, input]) => [name, input.default])
  const passed = Object.entries(secrets).map(([name, value]) => [name, evaluated(value, contextsOf(event))])
  const contexts = contextsOf(event, {
    inputs: { ...Object.fromEntries(defaults), ...given },
    secrets: Object.fromEntries(passed),
  })
  expect(isMet(job.if ?? '', contexts)).toBe(true)
  return runStep(scene, job, contexts, { event, files: { '.github/deliberation.md': deliberation } })
}
