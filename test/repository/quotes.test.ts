import { expect, test } from 'vitest'
import { TellableError } from '../../src/errors.ts'
import type { Scenario } from '../support/action.ts'
import { type Attempt, attempt, create, fate } from '../support/creation.ts'
import type { GitHubOptions } from '../support/github.ts'
import type { HarmonicaOptions } from '../support/harmonica.ts'
import { type Text, textsLike } from '../support/repository.ts'
import { openScene, type Scene } from '../support/scene.ts'
import { annotationsOf } from '../support/told.ts'

/** Words in “…” that are names which readers give. All others in the user's documents are messages. */
const NAMES = ['Retros', 'Release planning']

type Quote = { words: string; at: string }

/** The messages that a document quotes. */
function quotesIn({ path, text }: Text): Quote[] {
  const quotes = Array.from(text.matchAll(/“([^“”]*)”/gu), ({ 1: words = '', index }) => ({
    words: words.replace(/\s+/gu, ' '),
    at: `${path}:${text.slice(0, index).split('\n').length}`,
  }))
  return quotes.filter(({ words }) => !NAMES.includes(words))
}

/** Whether words were printed; `…` and the blanks around it stand for any on the same line. */
const isIn = (printed: string, words: string) =>
  new RegExp(
    words
      .split(/ *… */u)
      .map((each) => each.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
      .join('.+'),
    'u',
  ).test(printed)

/** Everything that people see of a run of the bundle. */
type Showing = () => Promise<string>
type Options = { harmonica?: HarmonicaOptions; github?: GitHubOptions }

const running =
  (scenario: (scene: Scene) => Scenario, options: Options = {}): Showing =>
  async () => {
    await using scene = await openScene(options)
    const { inputs, ...rest } = scenario(scene)
    const outcome = await scene.run({ ...rest, inputs: { topic: 'Retro', retries: '0', ...inputs } })
    return [outcome.log, ...annotationsOf(outcome)].join('\n')
  }

const having = (inputs: Record<string, string>, options?: Options) => running(() => ({ inputs }), options)
const on = (name: string) => running(() => ({ event: { name, payload: {} }, inputs: { comment: 'true' } }))

/** The same in virtual time, for what takes long. */
const creating =
  (given: Partial<Attempt>): Showing =>
  async () => {
    const { log, error } = await create(attempt({ retries: 0, ...given }))
    const title = error instanceof TellableError ? error.title.text : ''
    return [title, ...log.map(({ text }) => text)].join('\n')
  }

const limited: Options = { harmonica: { fault: () => ({ kind: 'status', status: 429 }) } }

/** Each message that is quoted, and a run that shows it. */
const SHOWN: Record<string, Showing> = {
  'No session was opened, nothing was sent': having({ goal: '' }),
  'Input api-key is empty': having({ 'api-key': '' }),
  'Input goal is missing': having({ goal: '' }),
  '… is not in the workspace': having({ 'context-file': 'brief.md' }),
  'SESSION.md … is not in the workspace': having({ 'context-file': 'SESSION.md' }),
  'Input comment is true, but the event … is about no issue, pull request or discussion': on('schedule'),
  'the event schedule is about no issue': on('schedule'),
  'the event milestone is about no issue': on('milestone'),
  'The join link could not be commented on …': having({ comment: 'true' }, { github: { targets: [] } }),
  'Harmonica answered 401': having({ 'api-key': 'hm_live_another' }),
  'There is no Harmonica API at …': running(({ harmonica }) => ({
    inputs: { 'api-url': `${harmonica.url}/harmonica` },
  })),
  'Harmonica could not be reached': having({ 'api-url': 'http://127.0.0.1:1' }),
  429: having({}, limited),
  'No session was opened': having({}, limited),
  'A session may exist': creating({ posts: [fate('lost')] }),
  "Still waiting for Harmonica's answer": creating({
    posts: [fate('right', { answerMs: 11_000, storedMs: 10 })],
  }),
}

const quotes = textsLike(/^(?:README|docs\/.*)\.md$/u).flatMap(quotesIn)

test('each message that the documents quote is shown by a run here, and no other is', () => {
  const unknown = quotes
    .filter(({ words }) => !(words in SHOWN))
    .map(
      ({ words, at }) =>
        `${at}: “${words}” is a message that no run here shows: correct it, or add a run to SHOWN`,
    )
  expect(unknown).toEqual([])
  const quoted = new Set(quotes.map(({ words }) => words))
  expect(Object.keys(SHOWN).filter((words) => !quoted.has(words))).toEqual([])
})

test.concurrent.each(Object.entries(SHOWN))('the step says “%s”', async (words, show) => {
  const places = quotes.flatMap(({ words: quoted, at }) => (quoted === words ? [at] : []))
  const printed = await show()
  expect(isIn(printed, words), `${places} quote “${words}”, but the step says:\n${printed}`).toBe(true)
})

test('quotes are found, over the end of a line too', () => {
  const text = 'A\n**“Input … is\nwrong”**: see “Retros”, “x”'
  expect(quotesIn({ path: 'a.md', text })).toEqual([
    { words: 'Input … is wrong', at: 'a.md:2' },
    { words: 'x', at: 'a.md:3' },
  ])
})

test('a message that reads otherwise is no match', async () => {
  expect(isIn('Input goal is empty.', 'Input … is empty')).toBe(true)
  expect(isIn('Input goal is missing.', 'Input … is empty')).toBe(false)
  expect(isIn('Input goal\nis empty', 'Input … is empty')).toBe(false)
  expect(isIn('Harmonica answered 401', 'Harmonica answered 4.1')).toBe(false)
})
