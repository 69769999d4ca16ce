import { describe, expect, test } from 'vitest'
import { takeSections } from '../../src/request/sections.ts'

/** A brief as Harmonica writes it, with the context that its session was given. */
function brief(number: number, context: string): string {
  return [
    `# Retro ${number}`,
    `## Overview\n\n- **Goal**: goal ${number}\n- **Status**: Completed`,
    ...(context === '' ? [] : [`## Context\n\n${context}`]),
    `## Critical Points\n\npoint ${number}`,
    `## Questions\n\n1. question ${number}`,
    `## Summary\n\nsummary ${number}\n`,
  ].join('\n\n')
}

const overview = (number: number) => `## Overview\n\n- **Goal**: goal ${number}\n- **Status**: Completed`
const summary = (number: number) => `## Summary\n\nsummary ${number}`

describe('the named sections are taken', () => {
  test.each<[string, string[], string]>([
    ['one of them', ['Summary'], summary(41)],
    ['in the order of the text', ['Summary', 'Overview'], `${overview(41)}\n\n${summary(41)}`],
    ['in any case, with or without a colon', ['OVERVIEW:', 'summary'], `${overview(41)}\n\n${summary(41)}`],
    ['once, when they are named twice', ['Summary', 'summary'], summary(41)],
    ['those that are there', ['Decisions', 'Summary'], summary(41)],
    ['with blanks between words as they come', ['critical   points'], '## Critical Points\n\npoint 41'],
  ])('%s', (_, names, text) => expect(takeSections(brief(41, ''), names).text).toBe(text))

  test.each<[string, string, string]>([
    ['up to the next of the second level', '## A\na\n## B\nb', '## A\na'],
    ['up to the next of the first level', '## A\na\n# B\nb\n### C', '## A\na'],
    ['with deeper ones', '## A\na\n### B\n#### C\nc\n## D', '## A\na\n### B\n#### C\nc'],
    ['each of that name', '## A\n1\n## B\n2\n## a\n3', '## A\n1\n## a\n3'],
    ['with fenced headings', '## A\n```md\n## B\n```\na\n## C', '## A\n```md\n## B\n```\na'],
    ['not from a fence', '~~~\n## A\na\n~~~\n## B', ''],
    ['not from a comment', '<!--\n## A\na\n-->\n## B', ''],
    ['with a comment in them', '## A\n<!--\n## B\n-->\na', '## A\n<!--\n## B\n-->\na'],
    ['not from another level', '# A\n1\n### A\n2', ''],
    ['with a colon at its end', '## A :\na', '## A :\na'],
    ['not by a colon within', '## :A\na', ''],
    ['with closing marks', '## A ##\na', '## A ##\na'],
    ['when they are empty', '## A\n## B', '## A'],
    ['with their lines as they are', '## A\n\n  a  \n\n\tb\n\n', '## A\n\n  a  \n\n\tb'],
  ])('%s', (_, markdown, text) => expect(takeSections(markdown, ['A']).text).toBe(text))

  test.each(['\n', '\r\n', '\r'])('whatever ends the lines, and with a byte order mark: %j', (end) => {
    const markdown = `\ufeff${['## A', 'a', '', 'b', '## B', 'c', ''].join(end)}`
    expect(takeSections(markdown, ['a', 'c'])).toEqual({
      text: '## A\na\n\nb',
      missing: ['c'],
      headings: ['A', 'B'],
    })
  })
})

test('what is not there is told as it was named, beside what there is', () => {
  expect(
    takeSections(brief(41, ''), [
      'Decisions',
      'summary',
      'Next  Steps',
      'Critical  points',
      'Critic al Points',
    ]),
  ).toEqual({
    text: `## Critical Points\n\npoint 41\n\n${summary(41)}`,
    missing: ['Decisions', 'Next  Steps', 'Critic al Points'],
    headings: ['Overview', 'Critical Points', 'Questions', 'Summary'],
  })
})

test.each(['', 'Just text.', '# A', 'A\n---\n'])(
  'a text without second-level headings has none: %j',
  (text) => {
    expect(takeSections(text, ['A'])).toEqual({ text: '', missing: ['A'], headings: [] })
  },
)

describe('a series stays flat: a brief gives its own sections, not those of the brief in its context', () => {
  const names = ['Overview', 'Summary']
  test('when sections are carried over from session to session', () => {
    const first = takeSections(brief(1, ''), names).text
    const second = takeSections(brief(2, first), names).text
    const third = takeSections(brief(3, second), names).text
    expect(third).toBe(`${overview(3)}\n\n${summary(3)}`)
  })

  test('also the context itself, and what stands before it and behind', () => {
    const carried = brief(2, brief(1, ''))
    expect(takeSections(carried, ['Context']).text).toBe('## Context')
    expect(takeSections(carried, ['Questions', 'Summary']).text).toBe(
      `## Questions\n\n1. question 2\n\n${summary(2)}`,
    )
    expect(takeSections('## Context\n## A\n1\n## A\n2', ['A']).text).toBe('## A\n2')
  })

  test('when a whole brief was carried over once', () => {
    expect(takeSections(brief(2, brief(1, 'Hello.')), names).text).toBe(`${overview(2)}\n\n${summary(2)}`)
  })
})
