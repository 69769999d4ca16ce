import { describe, expect, test } from 'vitest'
import { type CommentContent, renderComment } from '../../src/report/comment.ts'
import { addressesOf, commentsOf, render, textOf } from '../support/rendered.ts'

const joinUrl = 'https://h.example/chat?s=hst_1'
const marker = '<!-- harmonica-session v1 x.y -->'
const run = { name: 'Retro #12', url: 'https://github.com/o/r/actions/runs/1' }
const request = { topic: 'Retro', goal: 'Agree on two changes' }
const content: CommentContent = { request, joinUrl, message: 'Join **us**.', run, marker }
const shortened = '(Shortened: the whole was too long for a comment.)'
const LIMIT = 65_536

test('it invites in plain words, links the session and ends with our mark', () => {
  const critical = 'What must not change?'
  const body = renderComment({ ...content, request: { ...request, critical, resultsVisibility: 'host' } })
  expect(body.split('\n\n')).toEqual([
    'Join **us**.',
    '**Topic:** Retro',
    '**Goal:** Agree on two changes',
    '**Critical question:** What must not change?',
    `**[Join the session: Retro](${joinUrl})**`,
    'You talk in private with an AI facilitator, whenever it suits you; all answers are then brought together for the host. Only the host sees the results. Anyone who has this link can join.',
    `<sub>Opened by the workflow run [Retro #\u200b12](${run.url}).</sub>`,
    marker,
  ])
})

test.each([
  ['host', ' Only the host sees the results.'],
  ['participants', ' Everyone who completes the session sees the results.'],
  ['public', ' Anyone who has the link sees the results.'],
  [undefined, ''],
] as const)('it says who sees the results, or claims nothing: %s', (resultsVisibility, words) => {
  const body = renderComment({
    ...content,
    request: { ...request, ...(resultsVisibility && { resultsVisibility }) },
  })
  expect(body).toContain(`brought together for the host.${words} Anyone who has this link can join.\n`)
})

test('a dry run has neither critical question nor mark', () => {
  const body = renderComment({ ...content, request: { ...request, critical: '' }, marker: '' })
  expect(body.endsWith('</sub>')).toBe(true)
  expect(body).not.toContain('Critical')
})

describe('what is too long is cut, and link and mark stand whole', () => {
  const long = (length: number) => 'word '.repeat(length / 5)
  const cases: [string, Partial<CommentContent>][] = [
    ['a message', { message: long(70_000) }],
    ['a topic', { request: { ...request, topic: long(70_000) } }],
    ['a goal', { request: { ...request, goal: long(70_000) } }],
    ['a critical question', { request: { ...request, critical: long(70_000) } }],
    [
      'all of them, each short enough',
      { message: long(40_000), request: { topic: long(40_000), goal: long(40_000), critical: long(40_000) } },
    ],
    ['marks that become longer', { request: { ...request, goal: '$'.repeat(60_000) } }],
    ['the name of the run', { run: { ...run, name: long(70_000) } }],
  ]
  test.each(cases)('%s', (what, other) => {
    const body = renderComment({ ...content, ...other })
    expect(body.length).toBeLessThanOrEqual(LIMIT)
    expect(body.includes(shortened)).toBe(what !== 'the name of the run')
    const html = render(body)
    expect(addressesOf(html)).toEqual([joinUrl, run.url])
    expect(commentsOf(html).at(-1)).toBe(marker.slice(4, -3))
    expect(textOf(html)).toContain('…')
  })

  test('and what just fits is not', () => {
    const { length } = renderComment({ ...content, message: '' })
    const fits = renderComment({ ...content, message: 'x'.repeat(LIMIT - length) })
    expect([fits.length, fits.includes(shortened)]).toEqual([LIMIT, false])
    const over = renderComment({ ...content, message: 'x'.repeat(LIMIT - length + 1) })
    expect(over).toContain(shortened)
  })

  test('a link’s words have 200 characters', () => {
    const body = renderComment({ ...content, request: { ...request, topic: 'x'.repeat(300) } })
    expect(body).toContain(`**[Join the session: ${'x'.repeat(199)}…](${joinUrl})**`)
    expect(body).toContain(`**Topic:** ${'x'.repeat(300)}\n`)
  })
})
