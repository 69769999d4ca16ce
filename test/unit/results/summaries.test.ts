import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { faultOf } from '../../../sandbox/judges/quoted-summary.ts'
import { codesOf, render, textOf } from '../../../sandbox/judges/rendered.ts'
import { renderResults } from '../../../src/results/comment.ts'

const FOLDER = new URL('./summaries/', import.meta.url)
const names = readdirSync(FOLDER).filter((name) => !name.endsWith('.quoted.md'))

/** Summaries as AI writes them. A snapshot beside each shows its quotation. */
const summaries = names.map((name) => ({
  name: name.replace('.md', ''),
  summary: readFileSync(new URL(name, FOLDER), 'utf8'),
}))

/** What a comment shows of a summary. */
async function quotedFrom(summary: string): Promise<string> {
  const session = {
    id: 'hst_1',
    topic: 'T',
    goal: 'G',
    status: 'completed',
    participant_count: 7,
    created_at: undefined,
    updated_at: undefined,
  }
  const comment = await renderResults(
    {
      session,
      summary,
      invitation: 'https://github.com/o/r/issues/1',
      run: { name: 'Retro #12', url: undefined },
    },
    '<!-- marker -->',
  )
  return comment
    .split('\n')
    .filter((line) => line.startsWith('> '))
    .join('\n')
}

/** The tags of these summaries: those that part words, and all. */
const PARTING = /<\/?(?:div|p|br|details|summary|ul|li|a|img)\b[^>]*>/gu
const TAG = /<\/?(?:b|i|kbd|sub)>/gu
const ATTRIBUTE = /\b(?:href|src|alt)="([^"]*)"/gu
const attributesOf = (tag: string) => Array.from(tag.matchAll(ATTRIBUTE), ([, value]) => value).join(' ')

/**
 * How often a summary has each word that people read: those of comments and tags, names of languages, numbers of items
 * and ticks are none.
 */
function wordsOf(summary: string): Map<string, number> {
  const withoutLanguages = summary.replaceAll(/^( *```)\w+$/gmu, '$1')
  const parts = withoutLanguages.split(/^(```\n.*?^```)$/gmsu).map((part, at) =>
    at % 2 === 1
      ? part
      : part
          .replaceAll(/<!--.*?-->/gsu, '')
          .replaceAll(PARTING, (tag) => ` ${attributesOf(tag)} `)
          .replaceAll(TAG, '')
          .replaceAll(/&#?\w+;/gu, ' ')
          .replaceAll(/\*{1,3}|~~/gu, '')
          .replaceAll(/^[> ]*(?:\d+[.)]|- \[[ x]\]) /gmu, ''),
  )
  return countWords(parts.join(''))
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

describe.each(summaries)('$name', ({ name, summary }) => {
  test('is quoted like this', async () => {
    await expect(`${await quotedFrom(summary)}\n`).toMatchFileSnapshot(`summaries/${name}.quoted.md`)
  })

  test('is inert, and no word of it is missing', async () => {
    const quoted = await quotedFrom(summary)
    expect(faultOf(quoted)).toBeUndefined()
    const shown = countWords(textOf(render(quoted)).replaceAll('\u200b', ''))
    const missing = Array.from(wordsOf(summary)).filter(([word, count]) => (shown.get(word) ?? 0) < count)
    expect(missing).toEqual([])
  })

  test('has its code as it was written', async () => {
    const text = /^```markdown\n(.*)\n```\n$/su.exec(summary)?.[1] ?? summary
    const written = codesOf(render(text))
    const shown = codesOf(render(await quotedFrom(summary))).filter((code) => written.includes(code))
    expect(shown).toEqual(written)
  })
})
