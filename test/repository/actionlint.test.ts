import { expect, test } from 'vitest'
import { lint } from '../support/actionlint.ts'
import { workflowFiles } from '../support/repository.ts'
import { documentedYaml } from '../support/yaml-blocks.ts'

/** A workflow whose second line is line 40 of a document. */
const wrong = (on: string, runner: string, step: string) => ({
  path: 'wrong.md',
  line: 40,
  added: 1,
  text: `name: Wrong
on: ${on}
jobs:
  job:
    runs-on: ${runner}
    steps:
      - ${step}
`,
})

/** What is told of a mistake, and a workflow that has it; in the order of the alphabet. */
const mistakes: [fault: string, workflow: ReturnType<typeof wrong>][] = [
  ['40: unknown Webhook event "pushed"', wrong('pushed', 'ubuntu-latest', 'run: exit')],
  ['43: label "ubuntu-newest" is unknown', wrong('push', 'ubuntu-newest', 'run: exit')],
  [
    '45: "github.event.issue.title" is potentially',
    wrong('issues', 'ubuntu-latest', `run: \${{ github.event.issue.title }}`),
  ],
  [
    '45: input "persist" is not defined',
    wrong('push', 'ubuntu-latest', '{uses: actions/checkout@v4, with: {persist: no}}'),
  ],
  ['45: property "tittle" is not defined', wrong('push', 'ubuntu-latest', `run: exit \${{ github.tittle }}`)],
]

test('actionlint finds the mistakes of five workflows, and none in ours or in those of the documents', async () => {
  const shown = documentedYaml().filter(({ kind }) => kind === 'workflow')
  const found = await lint([...workflowFiles(), ...shown, ...mistakes.map(([, workflow]) => workflow)])
  expect(found.filter((fault) => !fault.startsWith('wrong.md:'))).toEqual([])
  expect(found.toSorted()).toEqual(mistakes.map(([fault]) => expect.stringContaining(`wrong.md:${fault}`)))
})
