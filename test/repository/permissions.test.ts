import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { OWN_NAME } from '../../sandbox/own-actions.ts'
import { actionFiles, type Text, workflowFiles } from '../../sandbox/repository-files.ts'
import {
  examples,
  type Job,
  ownActionOf,
  ownWorkflowOf,
  type Permissions,
  readWorkflow,
  type Step,
  startedBy,
} from './workflow-parts.ts'

/** The permissions with which GitHub lets a job comment on what an event is about. */
const COMMENTING: Record<string, string[]> = {
  issues: ['issues'],
  // A pull request's comments are these too.
  issue_comment: ['issues', 'pull-requests'],
  pull_request: ['pull-requests'],
  pull_request_target: ['pull-requests'],
  discussion: ['discussions'],
  discussion_comment: ['discussions'],
}

/** What commands of gh need. That of a repository itself, `metadata: read`, every token has. */
const COMMANDS: [command: RegExp, needs: Permissions][] = [
  [/^gh release (?:list|view) /u, { contents: 'read' }],
  [/^gh api "repos\/\$GITHUB_REPOSITORY" /u, {}],
  [/^gh api --paginate --method GET "repos\/\$GITHUB_REPOSITORY\/issues[/"]/u, { issues: 'read' }],
  [/^gh api "repos\/\$GITHUB_REPOSITORY\/issues" .*-f "title=/u, { issues: 'write' }],
]

/** The inputs of our actions by their folders. */
const inputsOf = new Map<string, Record<string, { default?: string }>>(
  actionFiles().map(({ path, text }) => [posix.dirname(path).replace('.', ''), parse(text).inputs]),
)

/** What a workflow's jobs need and have, each with its place. */
function permissionsOf(
  workflow: Text,
): { where: string; needs: Permissions; has: Permissions | undefined }[] {
  const { events, jobs } = readWorkflow(workflow)
  return jobs.map((job) => ({ where: job.where, needs: neededBy(job, events), has: job.permissions }))
}

function neededBy(job: Job, events: readonly string[]): Permissions {
  const actual = startedBy(job, events)
  return together(job.steps.map((step) => neededByStep(step, actual)))
}

/** What includes all of these: a right to write holds the one to read. */
function together(all: readonly Permissions[]): Permissions {
  const entries = all.flatMap((each) => Object.entries(each))
  const writes = entries.filter(([, level]) => level === 'write')
  return Object.fromEntries([...entries, ...writes])
}

function neededByStep(step: Step, events: readonly string[]): Permissions {
  const called = ownWorkflowOf(step)
  if (called !== undefined) {
    const workflow = workflowFiles().find(({ path }) => path === called)
    if (workflow === undefined) throw new Error(`${called} is no workflow of this repository.`)
    return together(permissionsOf(workflow).map(({ needs }) => needs))
  }
  const folder = ownActionOf(step)
  if (folder !== undefined) return neededByOurs(folder, step.with ?? {}, events)
  if (step.uses?.startsWith('actions/checkout@')) return { contents: 'read' }
  // A backslash at a line's end goes on with the command.
  const script = step.run?.replaceAll(/\\\n */gu, '') ?? ''
  return together((script.match(/\bgh .*/gu) ?? []).map(neededByCommand))
}

/** To comment takes the right to write on what is commented on, which is also all that it takes to read and react there. */
function neededByOurs(
  folder: string,
  given: Record<string, unknown>,
  events: readonly string[],
): Permissions {
  // What cannot be told to leave comments alone writes them.
  const declared = inputsOf.get(folder)?.comment ?? { default: 'true' }
  if (String(given.comment ?? declared.default) !== 'true') return {}
  const number = String(given['issue-number'] ?? '')
  // An expression may leave it to the events that are about something.
  const own = number.includes("|| ''") ? events.filter((event) => event in COMMENTING) : events
  const names = [
    ...(number === '' ? [] : namedBy(number)),
    ...(number === '' || own !== events ? own.flatMap(aboutOf) : []),
  ]
  return Object.fromEntries(names.map((name) => [name, 'write']))
}

/** A variable of ours names an issue; who fills in an input may name a pull request too. */
const namedBy = (number: string) => (number.includes('inputs.') ? ['issues', 'pull-requests'] : ['issues'])

function aboutOf(event: string): string[] {
  const names = COMMENTING[event]
  if (names === undefined) throw new Error(`${event} is about nothing to comment on: set issue-number.`)
  return names
}

function neededByCommand(command: string): Permissions {
  const [, needs] = COMMANDS.find(([pattern]) => pattern.test(command)) ?? []
  if (needs === undefined) throw new Error(`Say in COMMANDS which permissions this needs: ${command}`)
  return needs
}

test.each(examples)('%s gives each job the permissions that its steps need, and no others', (_, example) => {
  for (const { where, needs, has } of permissionsOf(example))
    expect({ where, has }).toEqual({ where, has: needs })
})

/** What a job with this step needs where this event starts it. */
const needs = (on: string, step: string) =>
  permissionsOf({ path: 'a.yml', text: `on: [${on}]\njobs:\n  a:\n    steps:\n      - ${step}\n` })[0]?.needs

const ours = (inputs: string, folder = '') => `{uses: <owner>/${OWN_NAME}${folder}@v1, with: {${inputs}}}`

/** A step that runs these commands. */
const running = (...commands: string[]) => `{run: ${JSON.stringify(commands.join('\n'))}}`

const LISTS = 'gh api --paginate --method GET "repos/$GITHUB_REPOSITORY/issues" -f labels=x'

test.each<[on: string, step: string, needs: Permissions]>([
  ['issues', ours('comment: true'), { issues: 'write' }],
  [
    'discussion, pull_request_target',
    ours('comment: true'),
    { discussions: 'write', 'pull-requests': 'write' },
  ],
  ['issues', ours('topic: x'), {}],
  ['issues', ours('x: y', '/results'), { issues: 'write' }],
  ['issues', ours('comment: false', '/results'), {}],
  ['issues', ours('x: y', '/deadline'), { issues: 'write' }],
  ['schedule', ours(`comment: true, issue-number: "\${{ vars.A }}"`), { issues: 'write' }],
  [
    'schedule',
    ours(`issue-number: "\${{ inputs.a || vars.A }}"`, '/results'),
    { issues: 'write', 'pull-requests': 'write' },
  ],
  [
    'discussion, schedule',
    ours(`issue-number: "\${{ github.event.action != 'labeled' && inputs.a || '' }}"`, '/results'),
    { issues: 'write', 'pull-requests': 'write', discussions: 'write' },
  ],
  ['push', '{uses: actions/checkout@v7}', { contents: 'read' }],
  ['push', '{run: "x=$(gh release list --limit 1)"}', { contents: 'read' }],
  ['push', `{run: 'gh api "repos/$GITHUB_REPOSITORY" --jq .visibility'}`, {}],
  ['push', running(LISTS), { issues: 'read' }],
  [
    'push',
    running(`gh api "repos/$GITHUB_REPOSITORY/issues" \\\n  -f "title=x"`, LISTS),
    { issues: 'write' },
  ],
])('on %s, the step %s needs what it does', (on, step, expected) => {
  expect(needs(on, step)).toEqual(expected)
})

test('what nobody has said the needs of is an error', () => {
  expect(() => needs('push', '{run: gh issue close 1}')).toThrow(
    'Say in COMMANDS which permissions this needs: gh issue',
  )
  expect(() => needs('push', ours('comment: true'))).toThrow(
    'push is about nothing to comment on: set issue-number.',
  )
})
