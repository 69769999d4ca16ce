import { expect, test } from 'vitest'
import { faultsIn } from '../support/language-service.ts'
import { completed, documentedYaml } from '../support/yaml-blocks.ts'

const block = (text: string) => ({ path: 'docs/x.md', language: 'yaml', line: 50, text })
const jobs = 'jobs:\n  open:\n    runs-on: ubuntu-latest\n    steps:\n      - run: exit\n'

/** A block that is right, and words of it that make it wrong on one line when they are exchanged. */
const shapes: [name: string, text: string, from: string, to: string, line: number][] = [
  ['a workflow', `on: push\n${jobs}`, 'run:', 'runs:', 5],
  ['jobs', jobs, 'run:', 'runs:', 4],
  ['jobs and what stands beside them', `name: X\n${jobs}`, 'run:', 'runs:', 5],
  ['the top of a workflow', 'on:\n  issues:\n    types: [labeled]\n', 'labeled', 'labelled', 2],
  ['steps', '- run: exit\n- uses: ./\n  with:\n    api-key: x\n', 'api-key', 'key', 2],
  [
    'a step',
    'uses: <owner>/harmonica-session-action@v1\nwith:\n  api-key: x\n  goal: y\n',
    'goal',
    'gaol',
    3,
  ],
  ['inputs', `goal: x\ntopic: \${{ github.ref }}\n`, 'github', 'githup', 1],
  ['inputs with a key', `api-key: x\ntopic: \${{ github.ref }}\n`, 'github', 'githup', 1],
  ['a condition of a job', "    if: github.actor != 'x'\n", 'github', 'githup', 0],
  ['permissions of a job', '  permissions:\n    issues: write\n', 'issues', 'issue', 1],
  ['a called workflow', 'uses: a/b/.github/workflows/c.yml@v1\nsecrets: inherit\n', '/workflows', '', 0],
  ['a job by its name', 'open:\n  runs-on: ubuntu-latest\n  steps:\n    - run: exit\n', 'run:', 'runs:', 3],
]

test.each(shapes)('%s in a document is a part of a workflow, and checked', async (_, text, from, to, at) => {
  const right = completed(block(text))
  expect([right.kind, await faultsIn(right)]).toEqual(['workflow', []])
  const faults = await faultsIn(completed(block(text.replace(from, to))))
  expect(faults).not.toEqual([])
  expect(faults.join('\n')).toContain(`docs/x.md:${50 + at}: `)
})

test('a session file is none', () => {
  expect(completed(block('---\ngoal: x\n---\n\nBody\n')).kind).toBe('session file')
})

test.each([
  ['a mapping of other names', 'goals: x\n'],
  ['a list of other things', '- goal\n- topic\n'],
  ['steps of which one is none', '- run: exit\n- goal: x\n'],
  ['a text', 'goal\n'],
  ['nothing', '# goal: x\n'],
])('%s is refused, since nothing would check it', (_, text) => {
  expect(() => completed(block(text))).toThrow(
    /^docs\/x\.md:50 is a block of YAML of which nobody knows .* Known are: a session file, a workflow, /u,
  )
})

test('blocks are found', () => {
  expect(documentedYaml().map(({ path }) => path)).toEqual(
    expect.arrayContaining(['README.md', 'docs/recipes.md']),
  )
})
