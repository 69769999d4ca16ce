import { expect, test } from 'vitest'
import type { CreatedSession, HarmonicaOptions } from '../support/harmonica.ts'
import { metadata } from '../support/metadata.ts'
import { openScene } from '../support/scene.ts'
import { expectPlain } from '../support/sentences.ts'
import { annotationsOf, callsOf } from '../support/told.ts'

const required = { topic: 'Retro', goal: 'Agree on two changes' }
const declared = Object.keys(metadata.outputs).toSorted()

/** A run that hands a session over, with every output that action.yml declares, and none besides. */
async function handedOver(harmonica: HarmonicaOptions, inputs: Record<string, string> = {}) {
  await using scene = await openScene({ harmonica })
  const outcome = await scene.run({ inputs: { ...required, ...inputs } })
  expect(outcome.exitCode).toBe(0)
  expect(Object.keys(outcome.outputs).toSorted()).toEqual(declared)
  expectPlain(outcome)
  const [session, ...others] = scene.harmonica.sessions
  expect(others).toEqual([])
  const [comment] = scene.github.comments('octo-org/octo-repo#1')
  const { outputs, summary = '' } = outcome
  const told: unknown = JSON.parse(outputs.session ?? '')
  return { outcome, outputs, summary, told, session, comment, scene, annotations: annotationsOf(outcome) }
}

/** A service that answers a creation with these members in place of its own. */
const answering = (members: object): HarmonicaOptions => ({
  answer: (session) => ({ ...session, ...members }),
})

test('every output is set when a session is opened and commented', async () => {
  const { outputs, told, session, comment } = await handedOver({}, { comment: 'true' })
  const { id, join_url, status, participant_count, created_at, updated_at } = session ?? {}
  expect(outputs).toEqual({
    'join-url': join_url,
    'session-id': id,
    ...required,
    status: 'active',
    'participant-count': '0',
    'created-at': created_at,
    'updated-at': updated_at,
    created: 'true',
    'comment-id': String(comment?.id),
    'comment-url': comment?.html_url,
    session: expect.any(String),
  })
  const fields = { id, ...required, status, participant_count, created_at, updated_at, join_url }
  expect(told).toEqual(fields)
  expect(Object.values(outputs)).not.toContain('')
})

test.concurrent('an answer with id and join URL alone is enough: the other outputs are empty', async () => {
  const answer = ({ id, join_url }: CreatedSession) => ({ id, join_url })
  const { outputs, told, session, annotations } = await handedOver({ answer })
  const { id, join_url } = session ?? {}
  const { 'join-url': url, 'session-id': shown, created, session: _, ...others } = outputs
  expect({ url, shown, created, told }).toEqual({
    url: join_url,
    shown: id,
    created: 'true',
    told: { id, join_url },
  })
  expect(new Set(Object.values(others))).toEqual(new Set(['']))
  expect(annotations).toEqual([])
})

test.concurrent('members of another type than documented are as good as missing', async () => {
  const odd = {
    topic: 5,
    goal: null,
    status: {},
    participant_count: 'many',
    created_at: [],
    updated_at: true,
  }
  const { outputs, summary } = await handedOver(answering(odd))
  const { topic, goal, status, 'participant-count': count, 'created-at': from, 'updated-at': to } = outputs
  expect([topic, goal, status, count, from, to]).toEqual(['', '', '', '', '', ''])
  expect(summary).toContain('Join the session: Retro')
  expect(summary).not.toMatch(/undefined|null|\[object/u)
})

test.concurrent('unknown members stay in the session, private texts never come near it', async () => {
  const unknown = { host: { name: 'Ada' }, tags: ['a', 1, null], chain: { status: 'started', steps: 3 } }
  const names = ['context', 'critical', 'prompt', 'summary', 'session_md']
  const hidden = Object.fromEntries(names.map((name) => [name, 'TOP-SECRET']))
  const { outcome, outputs, told } = await handedOver(answering({ ...unknown, ...hidden }))
  expect(told).toMatchObject(unknown)
  for (const name of names) expect(told).not.toHaveProperty(name)
  expect(JSON.stringify(outputs) + outcome.log + outcome.summary).not.toContain('TOP-SECRET')
})

test.concurrent.each(['started', 'resumed'])('a chain that is %s is nothing to warn of', async (status) => {
  const chainTemplates = { 'four-steps': { status, message: 'All is well.' } }
  const { told, annotations } = await handedOver({ chainTemplates }, { 'template-id': 'four-steps' })
  expect(told).toMatchObject({ chain: { status, message: 'All is well.' } })
  expect(annotations).toEqual([])
})

test.concurrent.each([
  'roster_incomplete',
  'step_cap_exceeded',
  'project_cap_exceeded',
  'unsupported',
  'noop',
  'something_new',
])('a chain that does not run (%s) is a warning, and the step green', async (status) => {
  const chainTemplates = { 'four-steps': { status, message: 'Two people are missing' } }
  const { told, annotations, summary } = await handedOver({ chainTemplates }, { 'template-id': 'four-steps' })
  expect(told).toMatchObject({ chain: { status } })
  expect(annotations).toEqual([
    `warning: The template has several steps, but Harmonica does not run them (${status}). It says: Two people are missing. This one session is open and its link works.`,
  ])
  expect(summary).toContain('### Warnings')
})

test.concurrent('what a chain says is text', async () => {
  const chain = { status: 'noop\n::error::x', message: '##[error]no\r\n::set-output name=id::x\u001b[31m' }
  const { annotations } = await handedOver(answering({ chain }))
  expect(annotations).toHaveLength(1)
  expect(annotations[0]).toContain('## [error]no␍␊::set-output name=id::x␛[31m')
})

test.concurrent('texts of the answer stay whole in the outputs and are no commands', async () => {
  const delimiter = 'ghadelimiter_00000000-0000-4000-8000-000000000000'
  const topic = `One\r\ntwo\n::error::three\n##[warning]four\n${delimiter}\njoin-url=https://evil.example\n%0A|<b>`
  const { outputs, session, summary, annotations } = await handedOver(
    answering({ topic, goal: `${topic}\n` }),
  )
  expect(outputs).toMatchObject({ topic, goal: `${topic}\n`, 'join-url': session?.join_url })
  expect(summary.split('\n')[2]).toMatch(/^\*\*\[Join the session: One two .+\]\(http.+\)\*\*$/u)
  expect(annotations).toEqual([])
})

test.concurrent('numbers beyond all measure, and members that mean something to JavaScript, harm nothing', async () => {
  const body = `{"participant_count": 1e999, "big": 123456789012345678901234567890, "__proto__": {"join_url": "https://evil.example"},
    "constructor": {"prototype": {}}, "toString": "x", "hasOwnProperty": 1, "id": "hst_1", "join_url": "https://h.example/chat?s=hst_1"}`
  const { outputs, told } = await handedOver({ fault: () => ({ kind: 'raw', body, stored: 'before' }) })
  expect(outputs).toMatchObject({
    'join-url': 'https://h.example/chat?s=hst_1',
    'session-id': 'hst_1',
    'participant-count': '',
  })
  expect(told).toMatchObject({
    id: 'hst_1',
    constructor: { prototype: {} },
    toString: 'x',
    hasOwnProperty: 1,
  })
})

test.concurrent.each([
  ['white space around', ' https://h.example/chat?s=1 \n', 'https://h.example/chat?s=1'],
  ['white space within', 'https://h.example/a b?c=d\te', 'https://h.example/a%20b?c=de'],
  ['a line break and a command', 'https://h.example/\n::error::x', 'https://h.example/::error::x'],
  [
    'letters of other scripts',
    'https://пример.example/чат',
    'https://xn--e1afmkfd.example/%D1%87%D0%B0%D1%82',
  ],
])('a join URL with %s is handed over in the form that a browser opens', async (_, join_url, expected) => {
  const { outputs, told, outcome } = await handedOver(answering({ join_url }))
  expect(outputs['join-url']).toBe(expected)
  expect(told).toMatchObject({ join_url: expected })
  expect(outcome.log).toContain(`: ${expected}\n`)
})

const address = (value: unknown) =>
  [`join_url ${JSON.stringify(value)?.slice(0, 40)}`, { join_url: value }] as const
const id = (value: unknown) => [`id ${JSON.stringify(value)?.slice(0, 40)}`, { id: value }] as const

test.concurrent.each([
  ...['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '/chat?s=1', '//h.example', ''].map(
    address,
  ),
  ...[undefined, null, 5, { href: 'https://h.example' }, `https://h.example/${'a'.repeat(3000)}`].map(
    address,
  ),
  ...[undefined, null, '', ' ', 5, ['hst_1'], 'hst_1\nhst_2', 'x'.repeat(501)].map(id),
])('an answer with %s is not handed over: the session is looked for in the list', async (_, members) => {
  const { outputs, told, session, scene, annotations } = await handedOver(answering(members))
  const { id: stored = '' } = session ?? {}
  const derived = `${scene.harmonica.url}/chat?s=${stored}`
  expect(outputs).toMatchObject({ 'session-id': stored, 'join-url': derived, created: 'true', ...required })
  expect(told).toMatchObject({ id: stored, join_url: derived })
  expect(callsOf(scene.harmonica.requests)).toEqual(['POST /api/v1/sessions', 'GET /api/v1/sessions'])
  expect(annotations).toEqual([])
})
