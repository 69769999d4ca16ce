import { describe, expect, test } from 'vitest'
import { readSessionFile } from '../../src/request/session-file.ts'
import { faultsIn } from '../support/language-service.ts'
import { textsLike, workflowFiles } from '../support/repository.ts'
import { documentedYaml } from '../support/yaml-blocks.ts'

const values = { date: '2026-10-02', week: '2026-W40', month: '2026-10', tag: 'v1', title: 'T', number: '1' }
const shown = documentedYaml()

describe('nothing is wrong with', () => {
  test.each(workflowFiles())('$path', async (file) => expect(await faultsIn(file)).toEqual([]))

  test.each(textsLike(/^action\.yml$/u))('$path', async (file) =>
    expect(
      await faultsIn(file),
      'Runners evaluate expressions in every text of an action.yml, descriptions too, and do not load one with a context that the place does not have.',
    ).toEqual([]),
  )

  test.each(shown)('the $kind at $path:$line', async (excerpt) => {
    if (excerpt.kind === 'workflow') expect(await faultsIn(excerpt)).toEqual([])
    else {
      const at = `${excerpt.path}:${excerpt.line}`
      const { problems } = await readSessionFile(excerpt.text, at, { ...values, repository: 'o/r' })
      expect(problems.map(({ text }) => text)).toEqual([])
    }
  })
})

describe('a workflow is refused for', () => {
  const calling = (...inputs: string[]) =>
    [
      '- id: session',
      '  uses: <owner>/harmonica-session-action@v1',
      '  with:',
      ...inputs.map((each) => `    ${each}`),
    ].join('\n')
  const wrong = (step: string, on = 'push') =>
    `on: ${on}\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n${step.replace(/^/gmu, '      ')}\n`
  const reusing = (...lines: string[]) =>
    [
      'on: push',
      'jobs:',
      '  job:',
      '    uses: <owner>/harmonica-session-action/.github/workflows/deliberate.yml@v1',
      ...lines.map((each) => `    ${each}`),
    ].join('\n')
  const ours = wrong(calling('api-key: x'))

  test.each([
    ['an unknown input', 10, "Invalid action input 'topics'", ours.replace(/$/u, '          topics: x')],
    [
      'a missing input that is required',
      8,
      'Missing required input `api-key`',
      ours.replace('api-key', 'topic'),
    ],
    [
      'the same where the action is named by a path',
      8,
      'Missing required input',
      ours.replace('api-key', 'topic').replace(/<owner>\S*/u, './'),
    ],
    [
      'an unknown output',
      10,
      'Context access might be invalid: join-link',
      `${ours}      - run: echo \${{ steps.session.outputs.join-link }}\n`,
    ],
    ['an unknown event', 1, "Unexpected value 'pushed'", wrong('- run: exit', 'pushed')],
    [
      'an unknown activity of an event',
      1,
      "Unexpected value 'opnd'",
      wrong('- run: exit', '{issues: {types: [opnd]}}'),
    ],
    [
      'a list where a text belongs',
      2,
      'A sequence was not expected',
      `on: push\nname: [x]\n${wrong('- run: exit').slice(9)}`,
    ],
    [
      'a text where a number belongs',
      4,
      'Unexpected value',
      wrong('- run: exit').replace('runs-on', 'timeout-minutes: soon\n    runs-on'),
    ],
    [
      'an unknown permission',
      2,
      "Unexpected value 'issue'",
      `on: push\npermissions: {issue: write}\n${wrong('- run: exit').slice(9)}`,
    ],
    ['an expression that is none', 6, 'Unrecognized named-value', wrong(`- run: exit \${{ githup.ref }}`)],
    [
      'an input that the reusable workflow lacks',
      6,
      'Invalid input, topic is not defined',
      reusing('with:', '  topic: x', 'secrets: {HARMONICA_API_KEY: x}'),
    ],
    ['a secret that the reusable workflow needs', 4, 'Secret HARMONICA_API_KEY is required', reusing()],
    [
      'a reusable workflow that is not there',
      4,
      'Unable to find reusable workflow',
      reusing().replace('deliberate', 'deliberates'),
    ],
  ])('%s', async (_, line, message, text) => {
    const at = { path: 'docs/x.md', text, line: 101 }
    expect(await faultsIn(at)).toEqual([expect.stringContaining(`docs/x.md:${100 + line}: ${message}`)])
    expect(await faultsIn({ ...at, added: 1 })).toEqual([expect.stringContaining(`docs/x.md:${99 + line}: `)])
  })

  test('nothing but that', async () => {
    expect(await faultsIn({ path: 'x', text: ours })).toEqual([])
    expect(await faultsIn({ path: 'x', text: reusing('secrets: {HARMONICA_API_KEY: x}') })).toEqual([])
    const foreign = reusing().replace(/<owner>\/[^/]+/u, 'octo-org/octo-repo')
    expect(await faultsIn({ path: 'x', text: foreign })).toEqual([])
  })
})

test.each([
  [
    'an expression in a description',
    "Unrecognized named-value: 'secrets'",
    `  a:\n    description: \${{ secrets.A }}`,
  ],
  [
    'a context that a default cannot have',
    "Unrecognized named-value: 'secrets'",
    `  a:\n    default: \${{ secrets.A }}`,
  ],
  ['a list where a mapping belongs', 'A sequence was not expected', '  a:\n    [x]'],
])('an action.yml is refused for %s', async (_, message, input) => {
  const text = `name: A\ndescription: B\ninputs:\n${input}\nruns: {using: node24, main: a.js}\n`
  expect(await faultsIn({ path: 'action.yml', text })).toEqual([
    expect.stringContaining(`action.yml:5: ${message}`),
  ])
})
