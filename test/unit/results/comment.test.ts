import { describe, expect, test } from 'vitest'
import { attacks } from '../../../sandbox/judges/hostile-text.ts'
import { addressesOf, commentsOf, elementsOf, render } from '../../../sandbox/judges/rendered.ts'
import { renderResults } from '../../../src/results/comment.ts'

describe('the comment', () => {
  const MARK = '<!-- harmonica-results v1 a.b -->'
  const comment = (summary: string, more: object = {}) =>
    renderResults(
      {
        session: { id: 'hst_1', topic: 'T', goal: 'G', participant_count: 3, ...more } as Parameters<
          typeof renderResults
        >[0]['session'],
        summary,
        invitation: 'https://github.com/o/r/issues/1#issuecomment-1',
        run: { name: 'Retro #12', url: undefined },
      },
      MARK,
    )

  test.for(['@', '$', '<', 'Word. ', '*a '])('of 200 KB of %j fits, and keeps its marker', async (piece) => {
    const body = await comment(piece.repeat(200_000 / piece.length))
    expect({
      fits: body.length <= 65_536,
      hasMarker: body.endsWith(`\n\n${MARK}`),
      isShortened: body.includes('(Shortened: '),
    }).toEqual({ fits: true, hasMarker: true, isShortened: true })
    const quoted = body.slice(body.indexOf('\n> '), body.indexOf('\n\n(Shortened'))
    expect(
      quoted
        .slice(1)
        .split('\n')
        .filter((each) => !each.startsWith('> ')),
    ).toEqual([])
  })

  test('of more than 2,000 lines is cut there, and says so', async () => {
    expect(await comment('a\r\n'.repeat(1999))).not.toContain('(Shortened: ')
    expect(await comment('a\r\n'.repeat(2000))).toContain('(Shortened: ')
  })

  test('that is cut within an HTML comment shows nothing of it', async () => {
    const body = await comment(`${'Word. '.repeat(10_000)}<!-- ${'secret '.repeat(10_000)} -->`)
    expect(body).not.toContain('secret')
    expect(body).toContain('(Shortened: ')
  })

  test('of a summary that nobody can read says so, and one in a fence is read as it was meant', async () => {
    expect(await comment('<!-- a -->')).toContain('\n\n(The summary has no words that can be shown.)\n\n')
    expect(await comment('```markdown\n# A\n```')).toContain('\n\n> #### A\n\n')
  })

  test('of a session with a hostile topic or without one is still rendered', async () => {
    for (const topic of [...attacks, undefined]) {
      const html = render(await comment('S', { topic, goal: topic, created_at: 'x' }))
      expect(commentsOf(html)).toEqual([' harmonica-results v1 a.b '])
      expect(elementsOf(html)[0]).toBe('h3')
      expect(addressesOf(html)).toEqual(['https://github.com/o/r/issues/1#issuecomment-1'])
    }
  })

  test.for<[string, string]>([
    ['blocks within blocks', '> '.repeat(32_000)],
    ['lists within lists', '1. '.repeat(20_000)],
    ['emphasis within emphasis', '**a '.repeat(8000) + 'b** '.repeat(8000)],
    ['a run of marks', '*'.repeat(64_000)],
    ['strikethrough in masses', '~~a '.repeat(16_000)],
    ['footnotes in masses', '[^a] '.repeat(500) + '[^a]: b\n\n'.repeat(900)],
    ['lists below lists', '- a\n+ b\n'.repeat(300)],
    ['tags in masses', '<a href="'.repeat(7000)],
    ['pairs of tags in masses', '<a href="b">c</a>'.repeat(3500)],
    ['brackets of code in masses', '`'.repeat(1000) + ' ` `` ```'.repeat(2000)],
    ['open links', '[a]('.repeat(16_000)],
    ['quotations in masses', '> a\n\n'.repeat(13_000)],
    ['underlined headings in masses', 'a\r-\r'.repeat(16_000)],
  ])('of %s costs no more than seconds', { timeout: 5000 }, async ([, summary]) => {
    expect((await comment(summary)).length).toBeLessThanOrEqual(65_536)
  })
})
