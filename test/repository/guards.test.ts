import { expect, test } from 'vitest'
import { OWN_NAME } from '../../sandbox/own-actions.ts'
import type { Text } from '../../sandbox/repository-files.ts'
import {
  examples,
  ownActionOf,
  readWorkflow,
  requirementsOf,
  type Step,
  startedBy,
} from './workflow-parts.ts'

const NO_FORK = '!github.event.repository.fork'
const BY_A_PERSON = "github.event.sender.type == 'User'"
const BY_A_PERSON_UNLESS_SCHEDULED = `(github.event_name == 'schedule' || ${BY_A_PERSON})`

/** What a job that runs our actions or gh has to ask for, by the events that start it. Nobody is the sender of a schedule. */
function guardsFor(events: readonly string[]): string[] {
  if (!events.includes('schedule')) return [BY_A_PERSON, NO_FORK]
  return events.length === 1 ? [NO_FORK] : [BY_A_PERSON_UNLESS_SCHEDULED, NO_FORK]
}

/** Whether a step acts at GitHub in the repository's name. A job that only prepares another one may do so too. */
const runsGh = ({ run = '' }: Step): boolean => /\bgh [a-z]/u.test(run)

/** The guards that jobs of a workflow lack. */
function missingGuards(text: Text): string[] {
  const { events, jobs } = readWorkflow(text)
  return (
    jobs
      // A reusable workflow asks for itself, so its callers need not.
      .filter(({ steps }) => steps.some((step) => ownActionOf(step) !== undefined || runsGh(step)))
      .flatMap((job) => {
        const asked = requirementsOf(job.condition)
        const missing = guardsFor(startedBy(job, events)).filter((guard) => !asked.includes(guard))
        return missing.map((guard) => `${job.where}: the if: of ${job.id} has to ask for ${guard}`)
      })
  )
}

/** What a workflow with a schedule reads of the event beside the guards. GitHub documents no payload for it. */
function payloadReadOnSchedule({ path, text }: Text): string[] {
  if (!readWorkflow({ path, text }).events.includes('schedule')) return []
  const withoutComments = text.replaceAll(/(?<=^|\s)#.*$/gmu, '')
  const rest = withoutComments.replaceAll(BY_A_PERSON, '').replaceAll(NO_FORK, '')
  return Array.from(
    rest.matchAll(/\bgithub\.event\b(?:[.[][\w.*-]+)?/gu),
    ([read]) => `${path} reads ${read}`,
  )
}

/** An example that is started so, in line 40 of a document, with a job that asks for this and has such a step. */
const exampleOf = (on: string, condition: string, step = `uses: <owner>/${OWN_NAME}@v1`): Text => ({
  path: 'example.md',
  line: 40,
  text: `on: ${on}\njobs:\n  open:\n    if: ${condition}\n    steps: [{${step}}]\n`,
})

test.each(examples)('%s is started by people only, and by no fork', (_, example) => {
  expect(missingGuards(example)).toEqual([])
})

test.each(examples)('%s relies on nothing that a schedule may lack', (_, example) => {
  expect(payloadReadOnSchedule(example)).toEqual([])
})

test('a payload that is read on a schedule is reported', () => {
  const condition = `github.event.repository.private && toJSON(github.event) && ${NO_FORK}`
  expect(payloadReadOnSchedule(exampleOf('[issues]', condition))).toEqual([])
  expect(payloadReadOnSchedule(exampleOf('[issues, schedule]', condition))).toEqual([
    'example.md reads github.event.repository.private',
    'example.md reads github.event',
  ])
})

test('a guard that is missing or can be passed by is reported', () => {
  const fault = (guard: string) => `example.md:42: the if: of open has to ask for ${guard}`
  const person = fault(BY_A_PERSON)
  const cases: [on: string, condition: string, faults: string[]][] = [
    ['issues', "github.event.label.name == 'x'", [person, fault(NO_FORK)]],
    ['[issues]', `${BY_A_PERSON} || ${NO_FORK}`, [person, fault(NO_FORK)]],
    ['[issues]', `(${BY_A_PERSON} || vars.X) && ${NO_FORK}`, [person]],
    ['{issues: {types: [labeled]}}', `${BY_A_PERSON} && ${NO_FORK}`, []],
    ['[push, milestone]', `\${{ ${NO_FORK} && ${BY_A_PERSON} }}`, []],
    ['schedule', `\${{ ${NO_FORK} }}`, []],
    [
      'workflow_call',
      `${BY_A_PERSON} && ${NO_FORK} && (github.event_name == 'schedule' || github.event_name == 'issues')`,
      [fault(BY_A_PERSON_UNLESS_SCHEDULED)],
    ],
    ['[schedule, push]', `\${{ ${NO_FORK} && ${BY_A_PERSON} }}`, [fault(BY_A_PERSON_UNLESS_SCHEDULED)]],
    ['[schedule, push]', `\${{ ${NO_FORK} && ${BY_A_PERSON_UNLESS_SCHEDULED} }}`, []],
  ]
  for (const [on, condition, faults] of cases)
    expect({ on, condition, faults: missingGuards(exampleOf(on, condition)) }).toEqual({
      on,
      condition,
      faults,
    })
  const steps = {
    ours: `uses: <owner>/${OWN_NAME}/results@v1`,
    gh: "run: 'x=$(gh api user)'",
    other: 'run: date',
  }
  const faults = Object.entries(steps).map(([name, step]) => [
    name,
    missingGuards(exampleOf('schedule', 'true', step)),
  ])
  expect(Object.fromEntries(faults)).toEqual({ ours: [fault(NO_FORK)], gh: [fault(NO_FORK)], other: [] })
})
