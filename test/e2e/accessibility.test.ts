import { beforeAll, expect, test } from 'vitest'
import type { Outcome } from '../support/action.ts'
import { elementsOf, render, textOf } from '../support/rendered.ts'
import { openScene } from '../support/scene.ts'

/*
 * The comment goes out by mail and is read aloud, and so are summary and log: words come first and in order, a link says
 * by itself where it leads, and nothing has to be seen to be understood.
 */
let comment = ''
let summary = ''
let outcome: Outcome
beforeAll(async () => {
  await using scene = await openScene()
  outcome = await scene.run({
    inputs: {
      comment: 'true',
      topic: 'Sprint 42 retro',
      critical: 'What must not change?',
      questions: 'Your role?',
    },
  })
  comment = render(scene.github.comments('octo-org/octo-repo#1')[0]?.body ?? '')
  summary = render(outcome.summary ?? '')
})

const linkTexts = (html: string) =>
  Array.from(html.matchAll(/<a [^>]*>(.*?)<\/a>/gsu), ([, text = '']) => textOf(text).trim())

test('the comment begins with an invitation in words, and what it says stands in the order of reading', () => {
  const places = [
    'You are invited',
    'Topic: Sprint 42 retro',
    'Goal:',
    'Critical question:',
    'Join the session',
  ].map((words) => textOf(comment).indexOf(words))
  expect(places[0]).toBe(0)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('comment and summary have no table, no picture and nothing to unfold', () => {
  const kinds = new Set([...elementsOf(comment), ...elementsOf(summary)])
  expect(kinds).toContain('a')
  for (const kind of ['table', 'img', 'details', 'h1']) expect(kinds).not.toContain(kind)
})

test('a link says where it leads, and no two of one text lead to different places', () => {
  for (const html of [comment, summary]) {
    const texts = linkTexts(html)
    expect(texts[0]).toBe('Join the session: Sprint 42 retro')
    expect(new Set(texts).size).toBe(texts.length)
    for (const text of texts) expect(text).toMatch(/^\S.* .*\S$/u)
  }
})

test('each line of the log is a sentence, an address behind a sentence, or a fact in a group', () => {
  const told = outcome.log.replace(/^::group::[\s\S]*?^::endgroup::$/gmu, '')
  const lines = told.split('\n').filter((line) => line !== '' && !line.startsWith('::'))
  expect(lines.length).toBeGreaterThan(1)
  for (const line of lines) expect(line).toMatch(/^[A-Z].* .*(?:[.!?]|: https?:\/\/\S+)$/u)
})
