import { expect, test } from 'vitest'
import type { Scenario } from '../support/action.ts'
import { openScene } from '../support/scene.ts'
import { expectPlain } from '../support/sentences.ts'
import { annotationsOf } from '../support/told.ts'

const required = { topic: 'Retro', goal: 'Agree on two changes' }

/** Opens a session in a scene of its own: the request's body and what was seen. */
async function opened({ inputs, ...scenario }: Scenario) {
  await using scene = await openScene()
  const outcome = await scene.run({ ...scenario, inputs: { ...required, ...inputs } })
  expectPlain(outcome)
  expect({ exitCode: outcome.exitCode, sessions: scene.harmonica.sessions.length }).toEqual({
    exitCode: 0,
    sessions: 1,
  })
  const { body, text } = scene.harmonica.requests[0] ?? {}
  return { body, text, outcome, annotations: annotationsOf(outcome), github: scene.github }
}

test.concurrent.each(['true', 'True', 'TRUE', 'false', 'False', 'FALSE'])(
  '%s is a boolean, as in YAML 1.2, wherever one is asked for',
  async (word) => {
    const value = word.toLowerCase() === 'true'
    const names = ['cross-pollination', 'widgets-enabled', 'comment', 'summary']
    const inputs = Object.fromEntries(names.map((name) => [name, word]))
    const { body, outcome, github } = await opened({ inputs })
    expect(body).toEqual({ ...required, cross_pollination: value, widgets_enabled: value })
    expect(github.comments('octo-org/octo-repo#1')).toHaveLength(value ? 1 : 0)
    expect(outcome.summary !== undefined).toBe(value)
  },
)

test.concurrent.each(['True', 'TRUE'])('dry-run: %s calls nobody', async (word) => {
  await using scene = await openScene()
  const outcome = await scene.run({ inputs: { ...required, 'dry-run': word } })
  expect(outcome.exitCode).toBe(0)
  expect(scene.harmonica.requests).toEqual([])
})

test.concurrent.each([
  ['an input over several lines', ' One\n\n two\r\n\tthree ', 'One two three'],
  [
    'rare line breaks and spaces',
    'One\u2028two\u2029three\u0085four\u00a0five\u3000six',
    'One two three four five six',
  ],
])('the topic goes out on one line: %s', async (_, topic, expected) => {
  expect((await opened({ inputs: { topic } })).body).toEqual({ ...required, topic: expected })
})

test.concurrent('a title with line breaks becomes a topic on one line', async () => {
  const event = { name: 'issues', payload: { issue: { number: 7, title: '  Flaky\r\n tests \n' } } }
  const { body, outcome } = await opened({ inputs: { topic: '' }, event })
  expect(body).toEqual({ ...required, topic: 'Flaky tests' })
  expect(outcome.log).toContain('\ntopic: 11 characters, from title of issue #7\n')
})

test.concurrent('an input goes before the title of the event', async () => {
  expect((await opened({ event: 'issues.opened' })).body).toEqual(required)
})

const scripts =
  '🗳️ Ретро 第42回 스프린트 👩‍👩‍👧 é e\u0301 ไทย \u05e9\u05dc\u05d5\u05dd “quotes” <b>&amp;</b> \\n %0A $HOME $(id)'

test.concurrent('every script and every sign goes through unchanged', async () => {
  const { body, text, outcome } = await opened({
    inputs: {
      topic: scripts,
      goal: scripts,
      critical: scripts,
      prompt: scripts,
      context: scripts,
      'context-file': 'контекст 第.md',
      questions: `${scripts}\n${scripts}`,
    },
    files: { 'контекст 第.md': scripts },
  })
  const two = [{ text: scripts }, { text: scripts }]
  const context = `${scripts}\n\n${scripts}`
  expect(body).toEqual({
    topic: scripts,
    goal: scripts,
    critical: scripts,
    prompt: scripts,
    context,
    questions: two,
  })
  expect(text).toContain('Ретро 第42回')
  expect(outcome.outputs).toMatchObject({ topic: scripts, goal: scripts })
})

test.concurrent('context and its files come in order, a blank line between', async () => {
  const { body, outcome, annotations } = await opened({
    inputs: { context: 'Input.', 'context-file': ' b.md\r\n\n docs/a.md \n./b.md' },
    files: { 'docs/a.md': '\ufeff\n# A\r\n\r\ntext\n\n', 'b.md': '  # B\n' },
  })
  expect(body).toEqual({ ...required, context: 'Input.\n\n# B\n\n# A\r\n\r\ntext\n\n# B' })
  expect(outcome.log).toContain('\ncontext: 29 characters, from input context, b.md, docs/a.md, ./b.md\n')
  expect(annotations).toEqual([])
})

test.concurrent('an empty context file is a warning, and nothing of it is sent', async () => {
  const { body, annotations } = await opened({
    inputs: { 'context-file': 'empty.md\nfull.md' },
    files: { 'empty.md': '\ufeff \n', 'full.md': 'Full.' },
  })
  expect(body).toEqual({ ...required, context: 'Full.' })
  expect(annotations).toEqual([
    'warning: Input context-file names empty.md, which is empty: nothing of it was sent.',
  ])
})

test.concurrent('one character is one character', async () => {
  const { outcome } = await opened({ inputs: { topic: 'A', prompt: 'B' } })
  expect(outcome.log).toContain('\ntopic: 1 character, from input topic\n')
  expect(outcome.summary).toContain('1 character, from input prompt')
})

test.concurrent.each(['', '/', '///', '/api/v1', '/api/v1/', '/api/v1///'])(
  'the address of the API may end in "%s"',
  async (end) => {
    await using scene = await openScene()
    const { url, requests, sessions } = scene.harmonica
    const outcome = await scene.run({ inputs: { ...required, 'api-url': `${url}${end}` } })
    expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /api/v1/sessions'])
    expect(outcome.outputs['join-url']).toBe(`${url}/chat?s=${sessions[0]?.id}`)
  },
)

test.concurrent('this machine may be called by its name', async () => {
  await using scene = await openScene()
  const address = scene.harmonica.url.replace('127.0.0.1', 'LocalHost')
  const outcome = await scene.run({ inputs: { ...required, 'api-url': address } })
  expect(outcome.exitCode).toBe(0)
  expect(scene.harmonica.sessions).toHaveLength(1)
})
