import { expect, test } from 'vitest'
import { outputNames } from '../../src/report/outputs.ts'
import { type Given, play, RUN } from '../support/runner.ts'
import { openScene } from '../support/scene.ts'

const NOTHING_SENT = 'Dry run: inputs, files and event were checked, nothing was sent, no session was opened.'
const empty = Object.fromEntries(outputNames.map((name) => [name, '']))

/** A dry run without a key, which must send nothing. */
async function dryRun({ inputs, ...given }: Given = {}) {
  await using scene = await openScene()
  const dry = { 'dry-run': 'true', 'api-key': '', 'api-url': 'https://h.example', ...inputs }
  const trial = await play(scene, { ...given, inputs: dry })
  expect([trial.calls, scene.harmonica.requests, scene.github.requests]).toEqual([[], [], []])
  expect(trial.outputs).toEqual(empty)
  return trial
}

const request = [
  '{',
  '  "topic": "Spelling error in the README file",',
  '  "goal": "Agree on two changes to how we work"',
  '}',
]

test('it shows the request in the log and in the summary, empties the outputs and sends nothing', async () => {
  const { lines, summaries } = await dryRun()
  expect(lines).toEqual([
    'debug: topic is taken from title of issue #1.',
    'debug: goal is taken from input goal.',
    'group: The request that would be sent',
    ...request,
    'end of group',
    NOTHING_SENT,
  ])
  expect(summaries).toEqual([
    [
      '## Dry run: no Harmonica session was opened\n',
      'Inputs, files and event were checked, and nothing was sent. This is what would be sent:\n',
      '```json',
      ...request,
      '```\n',
    ].join('\n'),
  ])
})

test('it shows the comment, with a place for the link and without a marker', async () => {
  const { lines, summaries } = await dryRun({ inputs: { comment: 'true' } })
  const comment = [
    'You are invited to take part in a deliberation.\n',
    '**Topic:** Spelling error in the README file\n',
    '**Goal:** Agree on two changes to how we work\n',
    '**[Join the session: Spelling error in the README file](https://h.example/chat?s=SESSION_ID)**\n',
    'You talk in private with an AI facilitator, whenever it suits you; all answers are then brought together for the host. Anyone who has this link can join.\n',
    `<sub>Opened by the workflow run [Retro #\u200b12](${RUN.url}).</sub>`,
  ].join('\n')
  const start = lines.indexOf('group: The comment that would be posted')
  expect(lines.slice(start + 1)).toEqual([...comment.split('\n'), 'end of group', NOTHING_SENT])
  expect(summaries[0]).toContain(`\n\nAnd this would be commented:\n\n\`\`\`markdown\n${comment}\n\`\`\`\n`)
})

test('a comment that could not be posted is warned of as in the run itself', async () => {
  const inputs = { comment: 'true', topic: 'Retro' }
  const { lines, summaries } = await dryRun({ inputs, event: 'workflow_dispatch' })
  const warning =
    'Input comment is true, but the event workflow_dispatch is about no issue, pull request or discussion. Set issue-number to say where the join link belongs.'
  expect(lines).toContain(`warning: ${warning}`)
  expect(lines.filter((each) => each.startsWith('group: '))).toHaveLength(1)
  expect(summaries[0]?.endsWith(`\n\nWarning: ${warning}\n`)).toBe(true)
})

test('with summary: false the log alone shows it', async () => {
  const { lines, summaries } = await dryRun({ inputs: { summary: 'false' } })
  expect(lines.at(-1)).toBe(NOTHING_SENT)
  expect(summaries).toEqual([])
})

test('a summary that cannot be written is a warning', async () => {
  const writeSummary = () => Promise.reject(new Error('there is none'))
  const { lines } = await dryRun({ runner: { writeSummary } })
  expect(lines.slice(-2)).toEqual([
    NOTHING_SENT,
    'warning: The job summary could not be written: there is none',
  ])
})
