import { expect, test } from 'vitest'
import type { Scenario } from '../support/action.ts'
import { declared, expectOwnCommands, handedOver, runAddress } from '../support/harmless.ts'
import { forgedComments, hostileAnswers, hostileFile, hostileTexts } from '../support/hostile.ts'
import { eventLike } from '../support/payloads.ts'
import { addressesOf, elementsOf, render, textOf } from '../support/rendered.ts'
import { openScene, type Scene } from '../support/scene.ts'
import { annotationsOf } from '../support/told.ts'

const texts = Object.entries(hostileTexts).flatMap(([file, all]) => all.map((text) => [file, text] as const))
const files = Object.entries(hostileTexts)

/** What people should read of a text: controls as marks, white space as it may be. */
function readable(text: string): string {
  const marked = text.toWellFormed().replace(/(?![\t\n\r\u0085])[\p{Cc}\p{Bidi_Control}]/gu, (control) => {
    const code = control.charCodeAt(0)
    if (code < 32) return String.fromCharCode(0x2400 + code)
    return code === 127 ? '␡' : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
  })
  return words(marked)
}

const words = (text: string): string =>
  text
    .replaceAll('\u200b', '')
    .replace(/[\s\u0085]+/gu, ' ')
    .trim()

const issue = (title: string, body = '') => eventLike('issues', 'issues.opened', { issue: { title, body } })

/** The text as the title of an issue, and by each input that a workflow may fill from an event. */
const asInputs = async (text: string): Promise<Scenario> => ({
  event: await issue(text),
  inputs: {
    goal: text,
    critical: text,
    context: text,
    questions: JSON.stringify([text, { text, options: [text] }]),
  },
})

/** What the same run looks like without an attack, made once. */
function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

const plainInputs = lazily(async () => handedOver(await asInputs('Plain words')))

test.concurrent.each(texts)('%s as title and inputs: %j', async (_, text) => {
  const plain = await plainInputs()
  const { outcome, built, comment, summary, request } = await handedOver(await asInputs(text))
  expect(built).toEqual(plain.built)
  expect(annotationsOf(outcome)).toEqual([])
  const topic = text
    .toWellFormed()
    .replace(/[\s\u0085]+/gu, ' ')
    .trim()
  const kept = text.toWellFormed().trim()
  expect(request).toMatchObject({ topic, goal: kept, critical: kept, context: kept, questions: [{}, {}] })
  for (const label of ['Topic', 'Goal', 'Critical question'])
    expect(words(textOf(comment))).toContain(`${label}: ${readable(text)} `)
  for (const label of ['Goal', 'Critical question'])
    expect(words(textOf(summary))).toContain(`${label}: ${readable(text)}`)
})

/** A session file that puts the title in, an API that repeats it, and a GitHub that refuses with it. */
async function echoed(text: string) {
  const inputs = {
    goal: '',
    'session-file': 's.md',
    'context-file': 'c.md',
    'context-sections': '::error::gotcha\nnone',
  }
  const files = { 's.md': hostileFile('files/session.md'), 'c.md': hostileFile('files/context.md') }
  const chain = { status: text, message: text }
  const answer = (session: object) => ({ ...session, topic: text, goal: text, status: text, chain })
  return handedOver({ event: await issue(text), inputs, files }, { answer }, text)
}

const plainEcho = lazily(() => echoed('Plain words'))

test.concurrent.each(texts)('%s by session file, answer and refusal: %j', async (_, text) => {
  const [plain, { outcome, built, request }] = [await plainEcho(), await echoed(text)]
  expect(built).toEqual(plain.built)
  expect(annotationsOf(outcome)).toHaveLength(annotationsOf(plain.outcome).length)
  const { topic, goal, status } = outcome.outputs
  expect([topic, goal, status]).toEqual([text, text, text].map((each) => each.toWellFormed()))
  const filled = text.toWellFormed()
  expect(request).toMatchObject({
    goal: `Weigh ${filled} of octo-org/octo-repo`,
    critical: `What of ${filled}?`,
  })
  expect(request).not.toHaveProperty('prompt')
})

test.concurrent.each(texts)('%s in the words of an API that refuses: %j', async (_, text) => {
  await using scene = await openScene()
  const error = { code: text, message: text }
  scene.harmonica.faults.push({ kind: 'status', status: 403, body: { error } })
  const outcome = await scene.run({ inputs: { comment: 'true' } })
  expectOwnCommands(outcome)
  expect(annotationsOf(outcome)).toEqual([expect.stringMatching(/^error: Harmonica refused the session: /u)])
  expect([outcome.exitCode, outcome.outputs, outcome.summary]).toEqual([1, {}, undefined])
})

test.concurrent.each(files)('%s in a body that sets fields', async (_, all) => {
  for (const text of all) {
    const event = await issue(
      'Retro',
      hostileFile('files/body.md').replaceAll('%TEXT%', () => text),
    )
    const { outcome, request } = await handedOver({ event, inputs: { 'from-body': 'true' } })
    expect(annotationsOf(outcome)).toEqual([])
    expect(Object.keys(Object(request))).not.toContain('prompt')
  }
})

test.concurrent.each(files)('%s in a dry run', async (_, all) => {
  await using scene = await openScene()
  const text = all.join('\n')
  const { inputs, event } = await asInputs(text)
  const outcome = await scene.run({
    event,
    inputs: { ...inputs, comment: 'true', 'dry-run': 'true' },
  } as Scenario)
  expectOwnCommands(outcome)
  expect(elementsOf(render(outcome.summary ?? ''))).toEqual(['h2', 'p', 'pre', 'code', 'p', 'pre', 'code'])
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})

const open = (url: string): string => decodeURIComponent(new URL(url).href)

test.concurrent.each(hostileAnswers)('the answer of %s', async (_, body) => {
  await using scene = await openScene({
    harmonica: { fault: () => ({ kind: 'raw', body, stored: 'before' }) },
  })
  const outcome = await scene.run({ inputs: { comment: 'true', reuse: 'never' } })
  expectOwnCommands(outcome)
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
  expect(Object.keys(outcome.outputs).toSorted()).toEqual(declared)
  const { 'join-url': joinUrl = '', 'session-id': id, 'comment-url': commentUrl = '' } = outcome.outputs
  expect(joinUrl).toMatch(/^https:\/\/h\.example\/[!-~]+$/u)
  expect(id).toMatch(/^hst_[^0]/u)
  const pages = [render(bodyOf(scene)), render(outcome.summary ?? '')]
  expect(pages.map((page) => addressesOf(page).map(open))).toEqual([
    [open(joinUrl), open(runAddress)],
    [open(joinUrl), open(commentUrl)],
  ])
  for (const page of pages) expect(elementsOf(page).filter((name) => !OURS.includes(name))).toEqual([])
  expect(outcome.summary?.length).toBeLessThan(50_000)
})

const OURS = 'p strong a sub h2 ul li br span code'.split(' ')
const bodyOf = ({ github }: Scene): string => github.comments('octo-org/octo-repo#1').at(-1)?.body ?? ''

test.concurrent('comments that look like the bot’s hand nothing back', async () => {
  await using scene = await openScene()
  const seeds = forgedComments.map((body) => ({ body, login: 'github-actions[bot]' }))
  scene.github.seedComments('octo-org/octo-repo#1', seeds)
  const outcome = await scene.run({ inputs: { comment: 'true' } })
  expectOwnCommands(outcome)
  expect(outcome.outputs).toMatchObject({
    created: 'true',
    'join-url': scene.harmonica.sessions[0]?.join_url,
  })
  expect(outcome.log).toContain('Passed over 2 marker(s)')
  expect(addressesOf(render(bodyOf(scene)))).toEqual([outcome.outputs['join-url'], runAddress])
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})

test('every file of the corpus says in its README what it is for', () => {
  const readme = hostileFile('README.md')
  for (const file of Object.keys(hostileTexts)) expect(readme).toContain(`\`texts/${file}.json\``)
  expect(texts.length).toBeGreaterThan(50)
})
