import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { OWN_NAME } from '../../sandbox/own-actions.ts'
import {
  actionFiles,
  markdownFiles,
  ROOT,
  type Text,
  textsLike,
  workflowFiles,
} from '../../sandbox/repository-files.ts'
import { type Pin, pinnedFiles, pinsIn } from '../../scripts/pin.ts'
import { readSessionFile } from '../../src/request/session-file.ts'
import { createFindings } from '../../src/text/findings.ts'
import { documentedYaml } from './documents.ts'
import { actionlintFaults, serviceFaults } from './linters.ts'
import { usesIn } from './workflow-parts.ts'

const documented = documentedYaml()
const workflows: Text[] = [...workflowFiles(), ...documented.filter(({ kind }) => kind === 'workflow')]

/** A workflow that stands in line 40 of a document, with each of these faults for a line of its own. */
const wrong = (...steps: string[]): Text => ({
  path: 'wrong.md',
  line: 40,
  text: `on: push\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n${steps.map((each) => `      - ${each}\n`).join('')}`,
})

test('GitHub’s language service finds nothing wrong, and an unknown input', async () => {
  const faults = await Promise.all([...workflows, ...actionFiles()].map(serviceFaults))
  expect(
    faults.flat(),
    'Runners evaluate expressions in every text of an action.yml, descriptions too, and load none with a context that the place does not have.',
  ).toEqual([])
  for (const called of ['<owner>/harmonica-session-action@v1', '$/', '$/results'])
    expect(await serviceFaults(wrong(`{uses: ${called}, with: {api-key: x, topics: x}}`))).toEqual([
      expect.stringMatching(/^wrong\.md:45: Invalid action input 'topics'/u),
    ])
  const described = `name: A\ndescription: B\ninputs:\n  a:\n    description: \${{ secrets.A }}\nruns: {using: node24, main: a.js}\n`
  expect(await serviceFaults({ path: 'action.yml', text: described })).toEqual([
    expect.stringContaining("action.yml:5: Unrecognized named-value: 'secrets'"),
  ])
})

test('actionlint finds nothing wrong, and an injection', { timeout: 120_000 }, async () => {
  const injected = wrong(`run: echo \${{ github.event.issue.title }}`)
  expect(await actionlintFaults([...workflows, injected])).toEqual([
    expect.stringContaining('wrong.md:45: "github.event.issue.title" is potentially untrusted'),
  ])
})

/** Where this repository's own actions are named in a way that may bring in another commit, or the caller's files. */
const floatingUses = (workflow: Text): string[] =>
  usesIn(workflow)
    .filter(({ name }) => name.startsWith('./') || name.includes(`/${OWN_NAME}`))
    .map(({ where, name }) => `${where}: uses ${name}: begin it with $/, which is this commit`)

test('workflows of this repository run its actions at their own commit', () => {
  expect(textsLike(/^\.github\/workflows\//u).flatMap(floatingUses)).toEqual([])
  const others = ['./', './results', '<owner>/harmonica-session-action@v1', `a/${OWN_NAME}/results@v1`]
  const steps = [...others, '$/', '$/results', 'actions/checkout@v7'].map((name) => `uses: ${name}`)
  expect(floatingUses(wrong(...steps))).toEqual(
    others.map((name, at) => expect.stringContaining(`wrong.md:${45 + at}: uses ${name}: `)),
  )
})

/** Where an action has another pin than in most places. */
function differingPins(texts: readonly Text[]): string[] {
  const pins = texts.flatMap(({ path, text }) =>
    pinsIn(text).map(({ line, ...pin }) => ({ ...pin, where: `${path}:${line}` })),
  )
  const isSame = (one: Pin, other: Pin) => one.commit === other.commit && one.tag === other.tag
  return [...Map.groupBy(pins, ({ action }) => action)].flatMap(([action, ofAction]) => {
    const count = (pin: Pin) => ofAction.filter((each) => isSame(each, pin)).length
    const [usual] = ofAction.toSorted((one, other) => count(other) - count(one))
    return ofAction
      .filter((pin) => usual && !isSame(pin, usual))
      .map(
        ({ where, commit, tag }) =>
          `${where}: ${action} is ${tag} (${commit}), but ${usual?.tag} (${usual?.commit}) in most places, such as ${usual?.where}. Set all: npm run pin -- ${action} COMMIT TAG`,
      )
  })
}

test('each action of others has one pin everywhere', () => {
  expect(differingPins(pinnedFiles())).toEqual([])
  const [old, newer] = ['a'.repeat(40), 'b'.repeat(40)]
  const texts = [
    { path: 'a.md', text: `- uses: o/a/b@${old} # v1.0.0\n- uses: o/a/c@${newer} # v1.1.0` },
    { path: 'b.yml', text: `uses: o/a@${newer} # v1.1.0\nuses: o/b@${old} # v1.0.0` },
    { path: 'c.yml', text: `\nuses: o/a@${newer} # v1.0.0` },
  ]
  expect(differingPins(texts)).toEqual([
    `a.md:1: o/a is v1.0.0 (${old}), but v1.1.0 (${newer}) in most places, such as a.md:2. Set all: npm run pin -- o/a COMMIT TAG`,
    expect.stringMatching(/^c\.yml:2: o\/a is v1\.0\.0/u),
  ])
})

const git = (...args: string[]): string =>
  execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()

/** Where an example runs our actions at something else than a commit of this branch. */
function foreignCommits(example: Text): string[] {
  return usesIn(example)
    .filter(({ name }) => name.includes(`/${OWN_NAME}`))
    .filter(({ name }) => !isAncestor(name.replace(/^[^@]*@?/u, '')))
    .map(({ where, name }) => `${where}: ${name} is at no commit of this branch`)
}

function isAncestor(commit: string): boolean {
  if (!/^[0-9a-f]{40}$/u.test(commit)) return false
  try {
    git('merge-base', '--is-ancestor', commit, 'HEAD')
    return true
  } catch {
    return false
  }
}

// A clone without the history cannot tell.
test.skipIf(git('rev-parse', '--is-shallow-repository') === 'true')(
  'examples run our actions at a commit of this branch',
  () => {
    const examples = textsLike(/^examples\/workflows\//u)
    expect(examples.flatMap(foreignCommits)).toEqual([])
    const unknown = `<owner>/${OWN_NAME}/results@${'a'.repeat(40)}`
    const moving = `<owner>/${OWN_NAME}@v1`
    expect(foreignCommits(wrong(`uses: ${unknown}`, `uses: ${moving}`))).toEqual([
      `wrong.md:45: ${unknown} is at no commit of this branch`,
      `wrong.md:46: ${moving} is at no commit of this branch`,
    ])
  },
)

test('session files in documents can be read', async () => {
  const values = {
    date: '2026-10-02',
    week: '2026-W40',
    month: '2026-10',
    tag: 'v1',
    title: 'T',
    number: '1',
  }
  for (const { kind, path, text } of documented.filter((each) => each.kind === 'session file')) {
    const findings = createFindings()
    const placeholders = { ...values, repository: 'o/r' }
    const today = { today: values.date, timezone: 'UTC' }
    await readSessionFile(text, { path, placeholders, ...today }, findings)
    expect([kind, ...findings.problems.map((problem) => problem.text)]).toEqual(['session file'])
  }
})

/** What is careless in a workflow and nobody else tells of one in a document, by the lines that are. */
const CARELESS: [advice: string, lines: RegExp][] = [
  [
    'pin it to a commit of 40 digits, and give its version in a comment behind it: # vX.Y.Z',
    /^ *(?:- )?uses: (?!\.\/|\$\/|[^\s/]+\/harmonica-session-action[/@])(?!\S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$).*$/gmu,
  ],
  ['say in a comment behind it what the permission is for', /^ +[\w-]+: (?:read|write)$/gmu],
  [
    'give the job timeout-minutes: it may hang for six hours',
    /^ +runs-on: \S+\n(?! +timeout-minutes: ).*$/gmu,
  ],
  ['say behind it why zizmor may ignore this', /^.*# zizmor: ignore\[[^\]]*\] *$/gmu],
]

test('workflows, also those in documents, are careful', () => {
  const careless = [...workflows, wrong('uses: actions/checkout@v4 # zizmor: ignore[unpinned-uses]')].flatMap(
    ({ path, text }) =>
      CARELESS.flatMap(([advice, lines]) =>
        (text.match(lines) ?? []).map((found) => `${path}: ${found.trim()}: ${advice}`),
      ),
  )
  expect(careless.filter((each) => !each.startsWith('wrong.md: '))).toEqual([])
  expect(careless).toHaveLength(3)
})

test('the outputs that examples use are there', () => {
  const outputs = actionFiles().flatMap(({ text }) => Object.keys(parse(text).outputs))
  const used = [...markdownFiles(), ...textsLike(/^examples\/.*\.yml$/u)].flatMap(({ text }) =>
    Array.from(
      text.matchAll(/\bsteps\.(?:session|deadline|results)\.outputs\.([\w-]+)/gu),
      ([, name]) => name,
    ),
  )
  expect(used).toContain('join-url')
  expect(outputs).toEqual(expect.arrayContaining(used))
})
