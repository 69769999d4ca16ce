import { describe, expect, test } from 'vitest'
import { isNode, LineCounter, parseDocument } from 'yaml'
import { workflowFiles } from '../support/repository.ts'
import type { Job, Workflow, WorkflowStep } from '../support/workflow.ts'
import { documentedYaml, type Excerpt } from '../support/yaml-blocks.ts'

/** This action and its workflows, which readers take by their major version. */
const OURS = /^(?:\.\/|<owner>\/harmonica-session-action(?:\/[^@]+)?@v\d+$)/u
const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/u

type Keys = (string | number)[]
/** Says what is wrong with a value unless its line, comment included, is as it should be. */
type Check = (keys: Keys, right: boolean | RegExp, fault: string) => void

/** What is risky or careless in a workflow, a line each. Of a part of one, what it leaves out is not missing. */
function faultsOf({ path, text, line = 1, added = 0 }: Excerpt, whole = true): string[] {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  const faults: string[] = []
  const check: Check = (keys, right, fault) => {
    const node = document.getIn(keys, true)
    const at = isNode(node) && node.range ? counter.linePos(node.range[0]).line : 1
    const fine = typeof right === 'boolean' ? right : right.test(text.split('\n')[at - 1] ?? '')
    if (!fine) faults.push(`${path}:${at + line - 1 - added}: ${fault}`)
  }
  const { permissions, jobs }: Partial<Workflow> = document.toJS()
  if (whole)
    check(
      ['permissions'],
      ['{}', '{"contents":"read"}'].includes(JSON.stringify(permissions)),
      'give the whole workflow permissions: {}, and each job what it needs',
    )
  for (const [name, job] of Object.entries(jobs ?? {})) checkJob(job, ['jobs', name], whole, check)
  return faults
}

function checkJob(job: Job, keys: Keys, whole: boolean, check: Check): void {
  if (whole) {
    check(keys, job.permissions !== undefined, 'give the job permissions of its own, if only {}')
    check(
      keys,
      Boolean(job.uses ?? job['timeout-minutes']),
      'give the job timeout-minutes: it may hang for six hours',
    )
  }
  check(
    [...keys, 'permissions'],
    typeof (job.permissions ?? {}) === 'object',
    'name each permission that the job needs',
  )
  for (const scope of typeof job.permissions === 'object' ? Object.keys(job.permissions) : [])
    check(
      [...keys, 'permissions', scope],
      /^ *[\w-]+: \w+ # \S/u,
      `say in a comment behind it what ${scope} is for`,
    )
  checkUses(job, keys, check)
  for (const [index, step] of (job.steps ?? []).entries()) checkStep(step, [...keys, 'steps', index], check)
}

function checkStep(step: WorkflowStep, keys: Keys, check: Check): void {
  checkUses(step, keys, check)
  const injected = 'an expression becomes a part of the script, whoever wrote its value: hand it over by env'
  const isScript = (text: unknown) => !/\$\{\{/u.test(String(text))
  check([...keys, 'run'], isScript(step.run), injected)
  check([...keys, 'with', 'script'], isScript(step.with?.script), injected)
  if (step.uses?.startsWith('actions/checkout@'))
    check(
      [...keys, 'uses'],
      step.with?.['persist-credentials'] === false,
      'set persist-credentials: false, or later steps can read the token',
    )
}

function checkUses({ uses }: { uses?: string }, keys: Keys, check: Check): void {
  if (uses === undefined || OURS.test(uses)) return
  check([...keys, 'uses'], PINNED.test(uses), `pin ${uses} to a commit of 40 digits`)
  check(
    [...keys, 'uses'],
    /\buses: \S+ # v\d+\.\d+\.\d+$/u,
    `give the version of ${uses} in a comment behind it: # vX.Y.Z`,
  )
}

describe('it is careful', () => {
  test.each(workflowFiles())('$path', (file) => expect(faultsOf(file)).toEqual([]))

  const shown = documentedYaml().filter(({ kind }) => kind === 'workflow')
  test.each(shown)('$path:$line', (excerpt) => expect(faultsOf(excerpt, excerpt.whole)).toEqual([]))
})

const sha = 'de0fac2e4500dabe0009e67214ff5f5447ce83dd'
const careful = `on: push
permissions: {}
jobs:
  job:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read # to check it out
    steps:
      - uses: actions/checkout@${sha} # v6.0.2
        with:
          persist-credentials: false
      - run: exit
`

test.each([
  ['rights for the whole workflow', 'permissions: {}', 'permissions: {issues: write}', 2, 'give the whole'],
  ['all rights for a job', /permissions:\n.*/u, 'permissions: write-all', 7, 'name each permission'],
  ['no rights given to a job', /^ {4}permissions:\n.*\n/mu, '', 5, 'give the job permissions'],
  ['a right without a reason', ' # to check it out', '', 8, 'say in a comment behind it what contents'],
  ['a right in braces', /permissions:\n.*/u, 'permissions: {contents: read} # x', 7, 'say in a comment'],
  ['no time limit', '    timeout-minutes: 5\n', '', 5, 'give the job timeout-minutes'],
  ['a tag in place of a commit', sha, 'v6', 10, 'pin actions/checkout@v6'],
  ['a short commit', sha, 'de0fac2', 10, 'pin actions/checkout@de0fac2'],
  ['an image', `actions/checkout@${sha}`, 'docker://alpine:3', 10, 'pin docker://alpine:3'],
  ['a commit without its version', ' # v6.0.2', '', 10, 'give the version'],
  ['a commit with a branch', '# v6.0.2', '# main', 10, 'give the version'],
  ['credentials that stay', 'credentials: false', 'credentials: true', 10, 'set persist-credentials'],
  ['credentials that stay by default', 'persist-credentials', 'lfs', 10, 'set persist-credentials'],
  ['a title in a script', 'run: exit', `run: |\n          \${{ github.head_ref }}`, 13, 'an expression'],
  [
    'a title in the script of an action',
    'run: exit',
    `{uses: ./, with: {script: "\${{ github.head_ref }}"}}`,
    13,
    'an expression',
  ],
])('told is: %s', (_, from, to, line, fault) => {
  const changed = { path: 'docs/x.md', line: 101, added: 1, text: careful.replace(from, to) }
  expect(faultsOf(changed)).toEqual([expect.stringContaining(`docs/x.md:${99 + line}: ${fault}`)])
})

test('what is careful is not told, nor is what a part of a workflow leaves out', () => {
  expect(faultsOf({ path: 'x', text: careful })).toEqual([])
  const part = { path: 'x', text: 'jobs:\n  job:\n    runs-on: ubuntu-latest\n    steps: [{run: exit}]\n' }
  expect([faultsOf(part, false).length, faultsOf(part).length]).toEqual([0, 3])
})
