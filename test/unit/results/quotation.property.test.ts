import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attacks, hostileText } from '../../../sandbox/judges/hostile-text.ts'
import { faultOf, richSummary } from '../../../sandbox/judges/quoted-summary.ts'
import { codesOf, copyable, render, unshaped } from '../../../sandbox/judges/rendered.ts'
import { quotation } from '../../../src/results/quotation.ts'
import { runs } from '../properties.ts'

function expectInert(summary: string): void {
  const { text } = quotation(summary)
  const fault = faultOf(text)
  if (fault !== undefined) expect({ fault, text }).toEqual({ fault: undefined, text })
}

describe('whatever a summary contains, its quotation is inert:', () => {
  test('each attack that we know, by itself and in every block', () => {
    for (const attack of attacks)
      for (const place of [
        attack,
        `# ${attack}`,
        `- ${attack}`,
        `> ${attack}`,
        `**${attack}**`,
        `| a |\n|-|\n| ${attack} |`,
        `| a | b |\n|-|-|\n| [c](<d\\\\\\|${attack}>) |\n| [e][r] |\n\n[r]: <f\\\\|${attack}>`,
        `\`\`\`\n${attack}`,
        `\`${attack}\``,
        `<div>${attack}</div>`,
        `[^1]\n\n[^1]: ${attack}`,
        `${'Words. '.repeat(200)}\n\n## ${attack}\n\n${'Rest. '.repeat(60)}`,
      ])
        expectInert(place)
  })

  const marked = fc.constantFrom(
    ...['# ', '## ', '\n## ', '- ', '1. ', '> ', '\n\n', '\n---\n', '| a | b |\n| - | - |\n| ', ' | '],
    ...['**', '*', '_', '~~', '`', '``', '```\n', '    ', '[a](', '[a]: ', '![', '[^1]', '\n[^1]: '],
    ...['<details>', '</details>', '<br>', '<!--', '-->', '  \n', '\\\n', 'fixes #1', '/approve'],
  )
  const summaries = fc
    .array(fc.oneof(marked, marked, hostileText), { maxLength: 14 })
    .map((parts) => parts.join(''))

  test('drawn texts', () => {
    fc.assert(fc.property(summaries, expectInert), { numRuns: runs(1000) })
  })

  test('drawn texts in the collapsed part', () => {
    const long = `${'Words. '.repeat(200)}\n\n`
    fc.assert(
      fc.property(summaries, (text) => expectInert(`${long}${text}\n\n${'Rest. '.repeat(50)}`)),
      { numRuns: runs(200) },
    )
  })

  test('drawn summaries rich in code, HTML, tables and nesting', () => {
    fc.assert(fc.property(richSummary, expectInert), { numRuns: runs(200, 20_000) })
  })
})

/** How often each code is there. Where a fence never ends, parsers differ in how many line ends its code ends with. */
function countCodes(codes: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const code of codes.map((text) => text.replace(/\n+$/u, '')))
    counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}

test('what is code on GitHub is code in the comment, character for character', () => {
  // The judge takes backticks right behind an address for a part of it, and drops line ends below a link's definition.
  const isAmbiguous = /(?:https?:|www\.|@)\S*`|\]:/iu
  const property = fc.property(richSummary, (summary) => {
    fc.pre(!isAmbiguous.test(summary))
    const found = countCodes(unshaped(codesOf(render(quotation(summary).text))))
    const wanted = countCodes(unshaped(codesOf(render(summary)).map(copyable)))
    const lost = Array.from(wanted).filter(
      ([code, count]) => code.trim() !== '' && (found.get(code) ?? 0) < count,
    )
    if (lost.length > 0) expect({ lost, text: quotation(summary).text }).toEqual({ lost: [], text: summary })
  })
  fc.assert(property, { numRuns: runs(300) })
})

test('emphasis is kept, whatever characters are at its edges', () => {
  const word = fc.constantFrom('a', 'B.', '"c"', '(d)', '🌱', 'é', '日', 'e f', '5%', '“g”', '`h`', 'i\nj')
  const { inline } = fc.letrec<{ inline: string; strong: string; emphasis: string; deleted: string }>(
    (tie) => ({
      inline: fc.oneof({ maxDepth: 3 }, word, tie('strong'), tie('emphasis'), tie('deleted')),
      strong: fc
        .array(fc.oneof(word, tie('emphasis'), tie('deleted')), { minLength: 1, maxLength: 3 })
        .map((inner) => `**${inner.join(' ')}**`),
      emphasis: fc
        .array(fc.oneof(word, tie('deleted')), { minLength: 1, maxLength: 3 })
        .map((inner) => `_${inner.join(' ')}_`),
      deleted: fc.array(word, { minLength: 1, maxLength: 3 }).map((inner) => `~~${inner.join(' ')}~~`),
    }),
  )
  const paragraphs = fc
    .array(fc.tuple(inline, fc.constantFrom(' ', '', ', ', ' (', '\n')), { minLength: 1, maxLength: 6 })
    .map((parts) => `x ${parts.flat().join('')}y`)
  // Marks that the drawing brought together may be others than it meant.
  const twice = /<(strong|em|del)>(?:(?!<\/\1>).)*<\1>/su
  const property = fc.property(paragraphs, (text) => {
    fc.pre(!twice.test(render(text)))
    const html = render(quotation(text).text).replaceAll(/\u200b|<br \/>/gu, '')
    expect(html).toBe(`<blockquote>\n${render(text)}\n</blockquote>`)
  })
  fc.assert(property, { numRuns: runs(500) })
})
