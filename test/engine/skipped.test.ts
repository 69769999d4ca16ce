import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closedIssue, type Event, plainEvent, sampleOf } from '../../sandbox/events.ts'
import { openEngine, ROOT, startedBy, textOf } from './act.ts'

const fork = { repository: { fork: true } }
const deliberate = { label: { name: 'deliberate' } }
const bot = { sender: { login: 'labeler[bot]', type: 'Bot' } }
const ofABot = { ...deliberate, ...bot, repository: { fork: false } }
const ofBot = sampleOf('issues', 'labeled', { ...deliberate, ...bot })
const ofFork = sampleOf('issues', 'labeled', { ...deliberate, ...fork })
const bug = sampleOf('issues', 'labeled')
const post = { label: { name: 'post-results' } }

/** Events for which an example does nothing, each but one step away from those for which other tests see it open a session. */
const skipped: [example: string, reason: string, event: Event][] = [
  ['call-deliberate.yml', 'another label', bug],
  ['call-deliberate.yml', 'a fork', ofFork],
  ['call-deliberate.yml', 'a label that a bot adds', ofBot],
  ['call-deliberate.yml', 'a pull request', sampleOf('pull_request', 'labeled', deliberate)],
  ['call-results.yml', 'another label', bug],
  ['call-results.yml', 'a fork', sampleOf('issues', 'labeled', { ...post, ...fork })],
  ['call-results.yml', 'a label that a bot adds', sampleOf('issues', 'labeled', { ...post, ...bot })],
  ['call-results.yml', 'a schedule, without an issue', plainEvent('schedule')],
  ['deliberate-on-label.yml', 'another label', bug],
  ['deliberate-on-label.yml', 'a fork', ofFork],
  ['deliberate-on-label.yml', 'a label that a bot adds', ofBot],
  ['deliberate-on-label.yml', 'a bot’s label on a discussion', sampleOf('discussion', 'labeled', ofABot)],
  ['fortnightly-retro.yml', 'a fork', plainEvent('workflow_dispatch', fork)],
  ['fortnightly-retro.yml', 'a run that a bot starts', plainEvent('workflow_dispatch', bot)],
  ['release-planning.yml', 'a fork', sampleOf('milestone', 'created', fork)],
  [
    'results-on-close.yml',
    'an author without ties',
    closedIssue({ issue: { user: closedIssue().payload.sender } }),
  ],
  ['results-on-close.yml', 'what is not planned', closedIssue({ issue: { state_reason: 'not_planned' } })],
  ['results-on-close.yml', 'what had no session', closedIssue({ issue: { labels: [{ name: 'bug' }] } })],
  ['results-on-close.yml', 'a fork', closedIssue(fork)],
  ['results-on-label.yml', 'another label', bug],
  ['results-on-label.yml', 'a fork', sampleOf('issues', 'labeled', { ...post, ...fork })],
  ['results-on-label.yml', 'a label that a bot adds', sampleOf('issues', 'labeled', { ...post, ...bot })],
  ['results-on-schedule.yml', 'a fork', plainEvent('schedule', fork)],
  ['retro-follow-up.yml', 'a fork', plainEvent('schedule', fork)],
  ['retro-follow-up.yml', 'a run that a bot starts', plainEvent('workflow_dispatch', bot)],
  ['retro.yml', 'a fork', plainEvent('workflow_dispatch', fork)],
  ['retro.yml', 'a run that a bot starts', plainEvent('workflow_dispatch', bot)],
]

test.each(skipped)('%s skips %s', async (example, _, event) => {
  await using engine = await openEngine()
  const text = startedBy(await textOf(`examples/workflows/${example}`), event.name)
  expect((await engine.run(text, event)).jobs).toEqual({})
  expect(engine.services.calls()).toBe(0)
})

test('every example is run, skips something, and is a recipe', async () => {
  const examples = await readdir(join(ROOT, 'examples/workflows'))
  const pages = await readdir(join(ROOT, 'docs/recipes'))
  const recipes = (await Promise.all(pages.map((page) => textOf(`docs/recipes/${page}`)))).join('')
  expect([...new Set(skipped.map(([example]) => example))]).toEqual(examples.toSorted())
  expect(examples.filter((name) => !recipes.includes(`](../../examples/workflows/${name})`))).toEqual([])
})
