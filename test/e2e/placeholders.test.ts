import { describe, expect, test } from 'vitest'
import { eventLike } from '../support/payloads.ts'
import { openScene } from '../support/scene.ts'
import { PATH, refusalOf, requestOf, withFile } from '../support/session-files.ts'
import { callsOf } from '../support/told.ts'

const branch = { GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'main' }
const tag = (name: string) => ({ GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: name })
const NO_VALUE = 'for which this run has no value.'

describe('placeholders stand for what the event tells', () => {
  test.concurrent.each<[string, string, string, Record<string, string>, string]>([
    [
      'issues',
      'issues.opened',
      '#{{ number }}: {{ title }}',
      branch,
      '#1: Spelling error in the README file',
    ],
    ['issue_comment', 'issue_comment.created', '{{ title }}', branch, 'Spelling error in the README file'],
    [
      'pull_request',
      'pull_request.opened',
      '{{number}} {{title}}',
      branch,
      '2 Update the README with new information.',
    ],
    ['discussion', 'discussion.created', '{{ number }}: {{ title }}', branch, '90: Welcome to discussions!'],
    ['release', 'release.published', 'After {{ tag }}', tag('0.0.1'), 'After 0.0.1'],
    ['push', 'push', 'After {{ tag }} of {{ repository }}', tag('v2.0'), 'After v2.0 of octo-org/octo-repo'],
  ])('%s', async (name, fixture, topic, env, expected) => {
    const lines = [
      '---',
      `topic: "${topic}"`,
      'goal: a',
      `critical: "${topic}?"`,
      'prompt: "{{ x }}"',
      '---',
      `On ${topic}.`,
    ]
    const event = await eventLike(name, fixture)
    expect(await requestOf(withFile(lines, { event, env }))).toEqual({
      ...{
        topic: expected,
        goal: 'a',
        critical: `${expected}?`,
        prompt: '{{ x }}',
        context: `On ${expected}.`,
      },
    })
  })

  test.concurrent.each<[string, string, string]>([
    ['workflow_dispatch', 'workflow_dispatch', 'title'],
    ['workflow_dispatch', 'workflow_dispatch', 'number'],
    ['push', 'push', 'tag'],
    ['issues', 'issues.opened', 'tag'],
  ])('and %s (%s) has none for {{ %s }}', async (name, fixture, placeholder) => {
    const lines = ['---', 'goal: a', `topic: "{{ ${placeholder} }}"`, '---']
    const told = await refusalOf(withFile(lines, { event: await eventLike(name, fixture), env: branch }))
    expect(told).toEqual([`${PATH}, line 3: topic has the placeholder "{{ ${placeholder} }}", ${NO_VALUE}`])
  })
})

test.concurrent.each(['UTC', 'Pacific/Kiritimati', 'Etc/GMT+12'])(
  'dates are those in %s',
  async (timezone) => {
    const today = () => new Date().toLocaleDateString('sv', { timeZone: timezone })
    const lines = ['---', 'topic: "{{ date }} {{ month }}"', 'goal: a', '---']
    const before = today()
    const request = await requestOf(
      withFile(lines, { inputs: { timezone: timezone === 'UTC' ? '' : timezone } }),
    )
    expect(
      [before, today()].map((date) => ({ topic: `${date} ${date.slice(0, 7)}`, goal: 'a' })),
    ).toContainEqual(request)
  },
)

test.concurrent('with `reuse: topic`, a topic with a placeholder gives one session for each of its values', async () => {
  await using scene = await openScene()
  const lines = ['---', 'topic: Plan {{ tag }} in {{ month }}', 'goal: Agree on {{ tag }}', '---']
  const run = (name: string) =>
    scene.run(
      withFile(lines, { event: { name: 'push', payload: {} }, env: tag(name), inputs: { reuse: 'topic' } }),
    )
  const outcomes = [await run('v1'), await run('v1'), await run('v2')]
  expect(outcomes.map(({ outputs }) => outputs.created)).toEqual(['true', 'false', 'true'])
  expect(outcomes.map(({ outputs }) => outputs.goal)).toEqual(['Agree on v1', 'Agree on v1', 'Agree on v2'])
  expect(outcomes[1]?.outputs['join-url']).toBe(outcomes[0]?.outputs['join-url'])
  expect(scene.harmonica.sessions).toHaveLength(2)
})

test.concurrent('two runs of a scheduled `Retro {{ week }}` open one session', async () => {
  await using scene = await openScene()
  const scenario = withFile(['---', 'topic: Retro {{ week }}', 'goal: a', '---'], {
    inputs: { reuse: 'topic' },
  })
  const [first, second] = [await scene.run(scenario), await scene.run(scenario)]
  expect(first.outputs.topic).toMatch(/^Retro \d{4}-W\d\d$/u)
  expect([second.outputs.created, second.outputs['join-url']]).toEqual(['false', first.outputs['join-url']])
  expect(callsOf(scene.harmonica.requests).filter((call) => call.startsWith('POST'))).toHaveLength(1)
})

describe('nothing but the file is expanded', () => {
  test.concurrent('inputs, context files and the prompt file stay as they are', async () => {
    const inputs = {
      topic: '{{ week }}',
      goal: '{{ nope }}',
      context: '{{ date }}',
      'context-file': 'a.md',
      'prompt-file': 'p.md',
    }
    const files = { 'a.md': '{{ tag }}', 'p.md': '{{ title }}' }
    expect(await requestOf(withFile(['---', '---', 'in {{ repository }}'], { inputs, files }))).toEqual({
      ...{ topic: '{{ week }}', goal: '{{ nope }}', prompt: '{{ title }}' },
      context: '{{ date }}\n\n{{ tag }}\n\nin octo-org/octo-repo',
    })
  })

  test.concurrent('a title stays as it is, and is put in once', async () => {
    const title = '{{ week }}: "a" $& {{ nope }}'
    const body = '### Context\n{{ date }}'
    const event = await eventLike('issues', 'issues.opened', { issue: { title, body } })
    const lines = ['---', 'goal: About {{ title }}', '---', '{{ title }}!']
    expect(await requestOf(withFile(lines, { event, inputs: { 'from-body': 'true' } }))).toEqual({
      ...{ topic: title, goal: `About ${title}`, context: `${title}!\n\n{{ date }}` },
    })
  })
})
