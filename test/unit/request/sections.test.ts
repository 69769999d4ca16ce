import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { takeSections } from '../../../src/request/sections.ts'
import { createFindings } from '../../../src/text/findings.ts'

/** What is taken of a file, and the warnings and notices. @param lines of the input context-sections */
async function take(markdown: string, ...lines: string[]): Promise<{ text: string; warnings: string[] }> {
  const findings = createFindings()
  const text = await takeSections(markdown, { lines, path: 'a.md' }, findings)
  return { text, warnings: [...findings.warnings, ...findings.notices].map((each) => each.text) }
}

/** A brief as Harmonica writes it, of which `summary` is the text. */
const brief = (number: number, context: string, summary = `summary ${number}`): string =>
  [
    `# Retro ${number}`,
    overview(number),
    ...(context === '' ? [] : [`## Context\n\n${context}`]),
    `## Critical Points\n\npoint ${number}`,
    `## Questions\n\n1. question ${number}`,
    `## Summary\n\n${summary}\n`,
  ].join('\n\n')
const overview = (number: number) => `## Overview\n\n- **Goal**: goal ${number}\n- **Status**: Completed`

describe('of any file a section is taken', async () => {
  test.each([
    [
      'up to the next heading of the second',
      '# T\n## A\na\n### C\n#### B\n## B\nb',
      '## A\na\n### C\n#### B',
    ],
    ['or the first level', '## A\na\n# B\nb', '## A\na'],
    ['as often as it is there', '## A\n1\n## B\n2\n## a:\n3', '## A\n1\n## a:\n3'],
    ['with code that looks like headings', '## A\n```md\n## B\n```\na', '## A\n```md\n## B\n```\na'],
    ['with its lines as they are', '\ufeff## A ##\r\n\r\n  a  \r\n\r\n## B', '## A ##\n\n  a'],
    [
      'with a Summary of the third level that ends',
      '## A\na\n### Summary\nb\n### C',
      '## A\na\n### Summary\nb\n### C',
    ],
    ['with a Summary that ends', '## Overview\n## A\na\n## Summary\nb\n## B', '## A\na'],
  ])('%s', async (_, markdown, text) => expect(await take(markdown, 'A')).toEqual({ text, warnings: [] }))

  test('up to its end, with nothing to say of a Summary that runs so far', async () =>
    expect(await take('## A\na\n## Summary\nb', 'Summary')).toEqual({ text: '## Summary\nb', warnings: [] }))

  test('by its name in any case, with or without marks, in the order of the file', async () => {
    const markdown = '## Next Steps\na\n## B\nb\n## C\nc'
    for (const names of ['B/Next Steps', '## b:/next   steps', '##B/### next_steps/b'])
      expect(await take(markdown, ...names.split('/'))).toEqual({
        text: '## Next Steps\na\n## B\nb',
        warnings: [],
      })
  })

  test('but nothing between two commas, and no notice of a Summary below another section', async () => {
    expect(await take('## A\na\n### Summary\nb\n### C\nc', 'A, ,Summary,')).toEqual({
      text: '## A\na\n### Summary\nb\n### C\nc',
      warnings: [],
    })
  })

  test('or reported as missing or empty', async () => {
    expect(await take('# T\n## A\n\n## B\nb', '## a', 'Risks', 'B', 'D')).toEqual({
      text: '## B\nb',
      warnings: ['a.md has no text under ## a, Risks, D (input context-sections). It has T, A, B.'],
    })
    expect(await take('A', 'A')).toEqual({
      text: '',
      warnings: ['a.md has no text under A (input context-sections). It has no headings.'],
    })
  })
})

describe('of a brief of Harmonica’s', async () => {
  const names = ['Overview', 'Summary']

  test('the whole summary is taken, whatever headings it has', async () => {
    const example = await readFile(new URL('../../../examples/SESSION.md', import.meta.url), 'utf8')
    const [, first, , , , summary] = example.split(
      /(?=^## (?:Overview|Context|Critical Points|Questions|Summary)$)/mu,
    )
    expect(summary?.split(/\s+/u).length).toBeGreaterThan(600)
    expect(await take(example, ...names)).toEqual({ text: `${first}${summary?.trim()}`, warnings: [] })
  })

  test('also behind front matter, and without any Context', async () => {
    const summary = '# Found\n\n## Context\n\na\n\n# More'
    const markdown = `---\ntitle: Retro\n# a comment\n---\n\n${brief(1, '', summary)}`
    const text = `${overview(1)}\n\n## Summary\n\n${summary}`
    expect(await take(markdown, ...names)).toEqual({ text, warnings: [] })
  })

  test.each([
    ['last', 'where a Context may hold others', brief(2, brief(1, brief(0, 'Hello.'))), 'summary 2'],
    ['first', 'where there is none', brief(2, '', '## Summary\n\nAgain.'), '## Summary\n\nAgain.'],
  ])('the %s summary is its own %s', async (_, _where, markdown, words) => {
    const summary = `## Summary\n\n${words}`
    const line = markdown.slice(0, markdown.lastIndexOf(summary)).split('\n').length
    const count = markdown.split('## Summary').length - 1
    const warnings = [`a.md has ${count} headings ## Summary; the one on line ${line} was taken.`]
    expect(await take(markdown, ...names)).toEqual({ text: `${overview(2)}\n\n${summary}`, warnings })
  })

  test('every other section is its own too, and what its Context nests is of the Context', async () => {
    const nested = brief(2, brief(1, ''))
    const own = '## Critical Points\n\npoint 2\n\n## Questions\n\n1. question 2'
    expect(await take(nested, 'Critical Points', 'Questions')).toEqual({ text: own, warnings: [] })
    expect((await take(nested, 'Context')).text).toBe(`## Context\n\n${brief(1, '').trim()}`)
    expect((await take(nested, 'Themes')).warnings).toEqual([
      'a.md has no text under Themes (input context-sections). It has Overview, Context, Critical Points, Questions, Summary.',
    ])
  })

  test('what an older brief and its summary hold is not its own, also where it has none', async () => {
    const older = `## Context\n\n${brief(1, '', 'Found.\n\n## Questions\n\nopen')}`
    const markdown = [overview(2), older, '## Questions\n\nours', '## Summary\n\na'].join('\n\n')
    expect(await take(markdown, 'Critical Points', 'Questions')).toEqual({
      text: '## Questions\n\nours',
      warnings: [
        'a.md has no text under Critical Points (input context-sections). It has Overview, Context, Questions, Summary.',
      ],
    })
  })

  test('a series stays flat', async () => {
    let briefs = ''
    for (const number of [1, 2, 3]) briefs = brief(number, (await take(briefs, ...names)).text)
    expect((await take(briefs, ...names)).text).toBe(`${overview(3)}\n\n## Summary\n\nsummary 3`)
  })

  test('sections that somebody moved are taken as they stand, each whole', async () => {
    const moved = ['## Questions\n\nq', '## Critical Points\n\np', '## Summary\n\n# s'].join('\n\n')
    const markdown = `${overview(1)}\n\n### Context\n\nc\n\n${moved}`
    expect(await take(markdown, 'Critical Points', 'Questions', 'Summary')).toEqual({
      text: moved,
      warnings: [],
    })
    expect((await take(markdown, 'Overview')).text).toBe(`${overview(1)}\n\n### Context\n\nc`)
    expect((await take(markdown, 'Context')).warnings).toEqual([
      'a.md has no text under Context (input context-sections). It has Overview, Questions, Critical Points, Summary.',
    ])
  })

  test('what stands before its Context is not its own', async () => {
    const parts = [overview(1), '## Questions\n\nq', '## Context\n\nc', '## Summary\n\ns']
    expect(await take(parts.join('\n\n'), 'Questions')).toEqual({
      text: '',
      warnings: [
        'a.md has no text under Questions (input context-sections). It has Overview, Context, Summary.',
      ],
    })
  })

  test('lines are counted from the start of the file, front matter and all', async () => {
    const markdown = `---\ntitle: Retro\n---\n${overview(1)}\n\n## Summary\n\na\n\n## Summary\n\nb`
    expect((await take(markdown, 'Summary')).warnings).toEqual([
      'a.md has 2 headings ## Summary; the one on line 9 was taken.',
    ])
  })

  test.each([
    ['without a bold label Goal', '## Overview\n- Goal: a **Goal**\n## Summary\nc\n## D'],
    ['with other bold labels', '## Overview\n**Status**: a\n## Summary\nc\n## D'],
    ['with a label in italics', '## Overview\n*Goal*: a\n## Summary\nc\n## D'],
    ['with Goal in bold behind other words', '## Overview\na\nthe**Goal**: a\n## Summary\nc\n## D'],
    ['with Goal in bold in a second line', '## Overview\na\nb **Goal**: a\n## Summary\nc\n## D'],
    ['with its Overview behind the Summary', '## Summary\nc\n## D\nd\n## Overview\n- **Goal**: b'],
  ])('%s it is none', async (_, markdown) =>
    expect(await take(markdown, 'Summary')).toEqual({
      text: '## Summary\nc',
      warnings: [
        expect.stringMatching(
          /^In a\.md, Summary ends at the heading D on line \d \(input context-sections\)\./u,
        ),
      ],
    }),
  )

  test.each([
    ['with a Context', '## Context\n\nc\n\n', 'Context, Summary'],
    ['without one', '', 'Summary'],
  ])(
    'as harmonica-sync writes it %s, an Overview is missing, and the summary is whole',
    async (_, context, has) => {
      const summary = '## Summary\n\n## Themes\n\na\n\n# More\n\nb'
      const markdown = `---\nsession_id: hst_1\n---\n\n# Retro\n\n**Goal:** Agree\n\n${context}${summary}`
      expect(await take(markdown, 'Overview, Summary')).toEqual({
        text: summary,
        warnings: [`a.md has no text under Overview (input context-sections). It has ${has}.`],
      })
    },
  )

  test.each([
    '- **Goal:** x',
    '*   **Goal**: x',
    '- __Goal__: x',
    '**Status:** y\n**Goal:** x',
    '**Status:** y\\\n**Goal:** x',
    '1. **🎯 Goal** x',
  ])('also where somebody made it %j', async (goal) => {
    const summary = '## Summary\n\na\n\n## Themes\n\nb'
    expect(await take(`# Retro\n\n## Overview\n\n${goal}\n\n${summary}`, 'Summary')).toEqual({
      text: summary,
      warnings: [],
    })
  })
})

describe('headings', () => {
  const markdown = '## Risks, issues and notes\na\n\nNext *steps*\n---\nb\n\n## 1. Costs (required):\nc'

  test('with a comma are named whole, one on a line', async () => {
    expect(await take(markdown, 'Risks, issues and notes', 'Costs')).toEqual({
      text: '## Risks, issues and notes\na\n\n## 1. Costs (required):\nc',
      warnings: [],
    })
    expect((await take(markdown, 'costs, next steps')).text).toBe(
      'Next *steps*\n---\nb\n\n## 1. Costs (required):\nc',
    )
    expect((await take(markdown, 'Risks')).warnings).toEqual([
      'a.md has no text under Risks (input context-sections). It has "Risks, issues and notes", Next steps, 1. Costs (required):.',
    ])
  })

  test('of any level begin a section, also one within another', async () => {
    const nested = '# T\na\n### B\nb\n#### C\nc\n## D\nd'
    expect(await take(nested, 'B')).toEqual({ text: '### B\nb\n#### C\nc', warnings: [] })
    expect(await take(nested, 'B, C')).toEqual({ text: '### B\nb\n#### C\nc', warnings: [] })
    expect((await take(nested, 'T')).text).toBe(nested)
  })

  test('are none in front matter', async () => {
    const text = '---\n# A\ntitle: x\n---\n\n## A\n\na'
    expect(await take(text, 'A')).toEqual({ text: '## A\n\na', warnings: [] })
    expect((await take(text, 'x')).warnings).toEqual([
      'a.md has no text under x (input context-sections). It has A.',
    ])
    for (const alone of ['---\ntitle: x\n---', '--- \ntitle: x\n---\t\n'])
      expect((await take(alone, 'x')).warnings).toEqual([
        'a.md has no text under x (input context-sections). It has no headings.',
      ])
  })

  test('in masses are read quickly', async () => {
    const start = performance.now()
    await take('## a\nb\n'.repeat(4000), 'a, b, c')
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})

test('a megabyte of table rows is refused at once, with what to do', async () => {
  const start = performance.now()
  const findings = createFindings()
  const text = await takeSections('\n|-|'.repeat(250_000), { lines: ['Summary'], path: 'a.md' }, findings)
  expect({ text, problems: findings.problems.map((each) => each.text) }).toEqual({
    text: '',
    problems: [expect.stringMatching(/^a\.md has over 40,000 vertical bars.* Leave context-sections out/u)],
  })
  expect(performance.now() - start).toBeLessThan(2000)
})
