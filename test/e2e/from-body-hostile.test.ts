import { describe, expect, test } from 'vitest'
import { issueWith, sent, title } from '../support/bodies.ts'
import { expectPlain } from '../support/sentences.ts'

describe('a hostile body', () => {
  const hostile = '::set-output name=join-url::x\r\n::error::y\n##[error]z {{ week }} @all <script>'
  test.concurrent('is text in the request and nowhere else', async () => {
    const body = [
      '### Goal',
      hostile,
      '### Prompt\u202e::error::',
      '### Prompt',
      hostile,
      '### Questions',
      '- ::error::w',
    ]
    const { request, outcome, told } = await sent({
      event: await issueWith(...body),
      inputs: { comment: 'true' },
    })
    const goal = `${hostile.replace('\r\n', '\n')}\n### Prompt\u202e::error::`
    expect(request).toEqual({ topic: title, goal, questions: [{ text: '::error::w' }] })
    expect(told).toEqual(['Passed over "Prompt" in the body: a body cannot set it.'])
    expectPlain(outcome)
    expect(outcome.summary).not.toContain('<script>')
  })

  test.concurrent.each([
    ['blanks', `### a${' '.repeat(60_000)}b`],
    ['blanks before a line separator', `#${' '.repeat(3000)}\u2028`],
    ['headings', '### Goal\n'.repeat(7000)],
  ])('of many %s holds nothing up', async (_, body) => {
    const event = await issueWith('### Goal', 'a', body)
    const start = performance.now()
    expect((await sent({ event })).request).toMatchObject({ goal: expect.stringMatching(/^a/u) })
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
