import { describe, expect, test } from 'vitest'
import type { SessionFields } from '../../../../src/harmonica/request.ts'
import { readBody } from '../../../../src/request/body/read-body.ts'

/** What a body sets. */
const fieldsOf = async (body: string): Promise<SessionFields> => (await readBody(body)).fields

/** What a body sets, where nothing of it may be left out. */
async function wholeOf(body: string): Promise<SessionFields> {
  const { fields, conflicts, notRead } = await readBody(body)
  expect({ conflicts, notRead }).toEqual({
    conflicts: [],
    notRead: {
      headings: [],
      above: false,
      leftOut: [],
      tooMuchFrom: undefined,
      hiddenFrom: undefined,
      openCode: undefined,
    },
  })
  return fields
}

const asked = (...questions: string[]) => questions.map((text) => ({ text }))

describe('an issue form is read whole', () => {
  test.each(['\n', '\r\n', '\r'])('with lines that end in %j', async (end) => {
    const form = [
      ...['### Topic', '', 'Flaky', '<!-- hint -->', ' tests', ''],
      ...['### Goal', '', 'Agree on', '', '  two changes', ''],
      ...['### Context', '', '_No response_', ''],
      ...['### Critical question', '<!-- one', '', '## Context', '-->', 'What must not change?', ''],
      ...'### Questions\n\n- What is your role?\n\n```text\nAnd why?\n```\n\nNot ~~~'.split('\n'),
    ]
    expect(await wholeOf(form.join(end))).toEqual({
      topic: 'Flaky tests',
      goal: 'Agree on\n\n  two changes',
      critical: 'What must not change?',
      questions: asked('What is your role?', 'And why?', 'Not ~~~'),
    })
  })

  test('behind a byte order mark, which is nothing but a character elsewhere', async () => {
    expect(await wholeOf('\ufeff### Goal\na')).toEqual({ goal: 'a' })
    expect(await fieldsOf('#\ufeff## Goal\na')).toEqual({})
  })

  test('with an answer that is empty, also behind a hint', async () => {
    const form = '### Goal\n<!-- What? -->\n_No response_\n\n### Topic\n\n### Questions\n_No response_'
    expect(await wholeOf(form)).toEqual({})
    expect(await wholeOf('### Goal\n_No response_ is an answer')).toEqual({
      goal: '_No response_ is an answer',
    })
  })

  test('with code that its render: put around an answer', async () => {
    const form = '### Topic\n\n```shell\nNode 18\n```\n\n### Goal\n\n```text\nDrop it\n  soon\n```'
    expect(await wholeOf(form)).toEqual({ topic: 'Node 18', goal: 'Drop it\n  soon' })
  })
})

test.each([
  ...['# Goal', '## Goals', '## 🎯 Goal', '## 1. Goal', '## **Goal**', '### Goal (required)', '## Goal？'],
  ...[
    '## G&#111;al',
    '##  GOAL :  ##',
    'Goal\n====',
    'Goal\n---',
    '### Goal <!-- of all -->',
    '###### Goal *',
  ],
  ...[
    '<h2>Goal</h2>\n',
    '<div align="center">\n\n## Goal\n\n</div>\n',
    '**Goal:**',
    '**Goal**: ',
    '**Goal**\n\n',
    ...['**Goal**\\', '**Goal:**\\', '**Goal** :\\', '**Goal:** \\', '**Goal:** <br>', '**Goal**:<br>'],
  ],
])('%j names the goal', async (heading) => expect(await wholeOf(`${heading}\nx`)).toEqual({ goal: 'x' }))

test.each([
  ['## Background\na', { context: 'a' }],
  ['### Critical_question\na', { critical: 'a' }],
  ['### critical  Questions:\na', { critical: 'a' }],
  ['Critical\\\nquestion\n---\na', { critical: 'a' }],
  ['## Question\na', {}],
  ['## Goal\na\n### Facilitation prompt\nb', { goal: 'a' }],
])('%j sets %j', async (body, fields) => expect(await fieldsOf(body)).toEqual(fields))

describe('what everybody sees is read', () => {
  test.each([
    ['behind a hint', '<!-- What? --> Decide on Node 18', 'Decide on Node 18'],
    [
      'below a pasted picture',
      '<img width="814" alt="Image" src="https://github.com/user-attachments/assets/1" />\nUsage fell to 3 %.',
      'Usage fell to 3 %.',
    ],
    [
      'in details',
      '<details><summary>More</summary>\n\n- a\n\n## Plan\n\nb\n\n</details>',
      'More\n\n- a\n\n## Plan\n\nb',
    ],
    ['in a table of HTML', '<table><tr><th>a<td>b</table>\n\nc', '| a | b |\n| - | - |\n\nc'],
    ['in paragraphs of HTML', '<p align="center">a</p><p>b</p>', 'a\n\nb'],
    ['on both sides of a break', 'when<br>and how', 'when\\\nand how'],
    [
      'at the address of a link',
      'See [the plan][1].\n\n[1]: https://x.example/p',
      'See [the plan](https://x.example/p).',
    ],
    ['in a footnote', 'a[^n] b\n\n[^n]: why *so*', 'a\\[1] b\n\n[1] why _so_'],
    ['in blocks that GitHub does not know', '<center>a</center><center>b</center>', 'a\n\nb'],
    ['beside Ruby', '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>', '漢(kan)'],
    ['in a code block of HTML', '<pre lang="js">a *b*\n  c</pre>', '```js\na *b*\n  c\n```'],
    ['in a cell with blocks', '<table><tr><td>a<ul><li>b<li>c</ul></table>', '| |\n| - |\n| a b c |'],
  ])('%s', async (_, written, context) => {
    const { context: read = '' } = await fieldsOf(`## Context\n${written}`)
    expect(read.replace(/ +\|/gu, ' |').replace(/-+ \|/gu, '- |')).toBe(context)
  })

  test('as lines in a goal, with the addresses of links', async () => {
    const goal =
      'Read <b>this</b>: [plan](https://x.example/p), <https://y.example>, [top](#top)\n\n1. a\n2. b <br>c\n   - d\n\n| e | f |\n| - | - |\n| g | h |'
    expect(await wholeOf(`## Goal\n${goal}`)).toEqual({
      goal: 'Read this: plan (https://x.example/p), https://y.example, top\n\n1. a\n2. b\n   c\n   - d\n\ne | f\n\ng | h',
    })
  })

  test('a footnote of one answer ends no other', async () => {
    const body = '## Goal\na[^1]\n\n[^1]: see [^2]\n\n## Context\nb\n\n[^2]: c'
    expect(await wholeOf(body)).toEqual({ goal: 'a[1]\n\n[1] see [2]\n\n[2] c', context: 'b' })
  })
})

describe('a plain answer is sent as it was written', () => {
  test.each([
    'from $5,000 to $3,000, `$HOME` and $PATH',
    '* a\n  1. *b* __c__ ~~d~~\n\n> e\n\n***\n\n#### f\n\n| g | h |\n|--|:-:|\n| i |',
    '```yaml\n- [ ] a\n```\n\n- [x] b\\*',
    'a &amp; <https://x.example> https://y.example/_a_b_ [c](/d)  \ne',
    '設計を決める。\n\n・一つ\n・二つ',
    'العربية \u200fو\u200e نمی\u200cخواهم 👩\u200d💻 ❤\ufe0f क्\u200dष',
  ])('%j', async (text) => expect(await wholeOf(`## Context\n\n${text}\n`)).toEqual({ context: text }))

  test('also beside HTML in another answer', async () => {
    const body = '## Goal\n* a \\* b\n\n## Context\n<b>c</b>\n\n## Critical\n1) d'
    expect(await wholeOf(body)).toEqual({ goal: '* a \\* b', context: '**c**', critical: '1) d' })
  })
})

describe('what belongs to no field is not taken', () => {
  test.each([
    ['### Goal\n\nDecide\n\n### Deadline\n\n2026-12-01', { goal: 'Decide' }, ['Deadline']],
    ['### Topic\nDrop Node 18\n### Priority\nHigh', { topic: 'Drop Node 18' }, ['Priority']],
    ['### Questions\n- Why?\n\n### Participants\n\n---\nAda', { questions: asked('Why?') }, ['Participants']],
    ['## Questions\n#### On CI\n- Why?\n\n---\n', { questions: asked('Why?') }, ['On CI']],
    ['# Goal\na\n## Prompt\nb', { goal: 'a' }, ['Prompt']],
    ['# T\n## Goal\na\n### Why\nb\n## E', { goal: 'a\n### Why\nb' }, ['T', 'E']],
    ['## Goal\na\n### Goal\nb\n### Context\nc', { goal: 'a\n### Goal\nb', context: 'c' }, []],
    ['## Goal\na\n<h2>Cost</h2>\nb', { goal: 'a' }, ['Cost']],
  ])('%j', async (body, fields, headings) => {
    const read = await readBody(body)
    expect({ fields: read.fields, headings: read.notRead.headings }).toEqual({ fields, headings })
  })

  test.each([
    '> ### Context\n> who',
    '- ### Context\n  who',
    '<details>\n\n### Context\n\nwho\n\n</details>',
    '```\n### Context\n```',
  ])('a heading in %j ends no answer', async (inner) => {
    const { goal = '', ...others } = await fieldsOf(`### Goal\na\n\n${inner}\n\nb\n\n### Topic\nc`)
    expect({ others, isWhole: /^a\n.*Context.*\nb$/su.test(goal) }).toEqual({
      others: { topic: 'c' },
      isWhole: true,
    })
  })

  test('words above the first heading', async () => {
    expect((await readBody('Hello.\n\n## Goal\na')).notRead.above).toBe(true)
    expect((await readBody('<!-- Hello. -->\n\n<br>\n\n## Goal\na')).notRead.above).toBe(false)
  })
})

describe('bold labels', () => {
  test('name fields where no heading does, and no other label ends one', async () => {
    const body = '**Goal:** a\n**Note:** b\n**Context** c\n**Context**: d\n\n**Questions**\n\n1. e\n2. f'
    expect(await wholeOf(body)).toEqual({
      goal: 'a\n**Note:** b\n**Context** c',
      context: 'd',
      questions: asked('e', 'f'),
    })
  })

  test('also beside HTML, and a heading ends them', async () => {
    const { fields, notRead } = await readBody(
      '<!-- hint -->\n<b>Goal:</b> a<br>\n**Topic**: b\n\n## Plan\nc',
    )
    expect({ fields, headings: notRead.headings }).toEqual({
      fields: { goal: 'a', topic: 'b' },
      headings: ['Plan'],
    })
  })

  test('are words where a heading names a field', async () =>
    expect(await wholeOf('## Context\n**Goal:** a')).toEqual({ context: '**Goal:** a' }))
})

describe('two answers to one field', () => {
  const conflictsOf = async (body: string) => (await readBody(body)).conflicts

  test('are reported with their lines if they differ', async () => {
    expect(await conflictsOf('## Goal\na\n## Topic\nb\n## Goals\nc\n# Goal\na')).toEqual([
      { field: 'goal', lines: [1, 5] },
    ])
    expect(await conflictsOf('## Questions\na\n## Questions\nb\n<br>')).toEqual([
      { field: 'questions', lines: [1, 3] },
    ])
    expect(await conflictsOf('a\n\n<div></div><b>b<p>Goal:</b> c</p>\n\n**Goal:** d')).toEqual([
      { field: 'goal', lines: [3, 5] },
    ])
    const outsideParagraph = 'a\n\n<div></div><b><p>b</p>c\n<button>Goal:</b> d</button>\n\n**Goal:** e'
    expect(await conflictsOf(outsideParagraph)).toEqual([{ field: 'goal', lines: [4, 6] }])
  })

  test('differ where only one of them has white space between words', async () =>
    expect(await conflictsOf('## Goal\na b\n## Goal\nab')).toEqual([{ field: 'goal', lines: [1, 3] }]))

  test('are one where they are the same, or one is empty', async () => {
    expect(await conflictsOf('## Goal\na\tb\n## Goal\na b')).toEqual([])
    expect(await conflictsOf('## Goal\n\n## Goal\na b\n## Goal\na\n b\n')).toEqual([])
    expect(await fieldsOf('## Goal\n\n## Goal\na b\n## Goal\na\n b\n')).toEqual({ goal: 'a b' })
  })
})

describe('one item of a list is one question', () => {
  test.each([
    [
      'on several lines, with a list of its own',
      '1. What is the one thing that\n   slowed you down?\n   - reviews\n2. Why *so*?',
      ['What is the one thing that slowed you down? - reviews', 'Why *so*?'],
    ],
    ['with a box that is ticked', '- [x] Why?\n- Who?', ['Why?', 'Who?']],
    ['without those that are empty', '- Why?\n-\n- Who?', ['Why?', 'Who?']],
    [
      'with HTML',
      '- What <br>slows?\n- [x] <b>Why</b>?\n\nAnd\nwho?',
      ['What slows?', 'Why?', 'And', 'who?'],
    ],
    ['or a line of another text', 'Why?\n• Who?\n(2) When?', ['Why?', 'Who?', 'When?']],
  ])('%s', async (_, text, questions) =>
    expect(await fieldsOf(`## Questions\n${text}`)).toEqual({ questions: asked(...questions) }),
  )
})

describe('what nobody sees is not read, and named where somebody may', () => {
  test.each([
    ['a script', 'Agree <script>HIDDEN</script> today', 'Agree today', ['<script>']],
    ['a script around a paragraph', '<div><script>\n\nHIDDEN\n\n</script></div>\n\na', 'a', ['<script>']],
    ['style', '<style>\nHIDDEN\n</style>\na', 'a', ['<style>']],
    ['a template', '<template><b>HIDDEN</b></template> a', 'a', ['<template>']],
    ['a drawing', '<svg><text>HIDDEN</text></svg> a', 'a', ['<svg>']],
    ['an attribute that takes in paragraphs', 'a\n\n<p title="\n\nHIDDEN\n\n<p title="">b', 'a\n\nb', []],
    [
      'a definition, below ten quotations',
      `a\n\n${'> '.repeat(10)}[//]: # (HIDDEN)`,
      `a\n\n${Array(10).fill('>').join(' ')}`,
      [],
    ],
    ['a title', '[a](/b "HIDDEN") <i title="HIDDEN">c</i>', '[a](/b) _c_', []],
    ['an info string', '```js HIDDEN\na\n```', '```js\na\n```', []],
    ['a surplus cell', '| a |\n|-|\n| b | HIDDEN |', '| a |\n| - |\n| b |', []],
    ['math', 'a $$\\phantom{HIDDEN}$$ and $`HIDDEN`$ b', 'a and b', ['formula', 'formula']],
    ['math in HTML', '<p>a $$HIDDEN$$</p>', 'a', ['formula']],
    ['diagrams', '```mermaid\nHIDDEN\n```\n```math\nHIDDEN\n```\na', 'a', ['diagram', 'formula']],
    ['an image in a block of code', '<pre>a<img alt="HIDDEN" src="b"></pre>', '```\na\n```', ['image']],
    ['images', '![HIDDEN](x) ![HIDDEN][y] a\n\n[y]: z', 'a', ['image', 'image']],
    ['a link without words', 'a [\u200b](https://e.x/HIDDEN)', 'a', ['link without words']],
    ['a link that only a browser makes', '<div><a href="b">c<p></a>d</p></div>', '[c](b)\n\nd', []],
    ['a link of an image', 'a [![HIDDEN](b)](https://e.x/HIDDEN)', 'a', ['image']],
    ['an item that nobody ticked', '- [ ] HIDDEN\n  HIDDEN\n- [x] a', '- a', ['unticked item']],
    ['a footnote that nothing refers to', 'a\n\n[^1]: HIDDEN', 'a', ['unused footnote']],
    ['a block behind a box', '- [x] [^1]: HIDDEN\n- [x] a', '- a', ['ticked item']],
    ['what GitHub takes for a definition', 'a\n\n[x]: (HIDDEN "HIDDEN', 'a', ['definition']],
    [
      'what GitHub may take for text',
      'a <!-- b -- HIDDEN --> c <!x HIDDEN> d',
      'a c d',
      ['comment', 'comment'],
    ],
    [
      'a footnote that a box makes a link',
      'a[^1]\n\n[^1]: HIDDEN\n\n- [x] [^1]: b',
      'a\\[^1]',
      ['unused footnote', 'ticked item'],
    ],
    ['math that starts at one of two places', 'a\n\n$$`b`$\n$$\\phantom{HIDDEN}$$', 'a', ['formula']],
    [
      'a tag between dollars',
      'a\n\n$$b$$$5 <script> $$ HIDDEN </script> c',
      'a\n\n$5 c',
      ['formula', '<script>'],
    ],
    ['what browsers without Ruby see', '<ruby>a<rp>HIDDEN</rp></ruby>', 'a', []],
  ])('%s', async (_, text, context, names) => {
    const { fields, notRead } = await readBody(`## Context\n${text}`)
    expect({ fields, names: notRead.leftOut.map(({ what }) => what) }).toEqual({ fields: { context }, names })
  })

  test.each([
    ['U+2062 and U+2064', 'a\u2062\u2064\u2062b'],
    ['variation selectors', 'a\ufe00\ufe0f\u{e0100}b'],
    ['tags, as references', 'a&#xE0068;&#xe0069;b'],
    ['several joiners', 'a\u200d\u200c\u200db'],
    ['zero-width spaces', 'a\u200bb\u2060'],
  ])('%s are removed', async (_, text) => expect(await wholeOf(`## Goal\n${text}`)).toEqual({ goal: 'ab' }))

  test('in a heading', async () =>
    expect(await wholeOf('## Go\u200bal <!-- Topic -->\na')).toEqual({ goal: 'a' }))

  test('a goal in closed details, above the one that is seen', async () => {
    const body = '<details>\n\n## Goal\n\nHIDDEN\n\n</details>\n\n## Goal\na'
    const { fields, conflicts } = await readBody(body)
    expect({ fields, conflicts }).toEqual({ fields: { goal: 'a' }, conflicts: [] })
  })

  test('a tag between dollars may take in a plain field below', async () => {
    const { fields } = await readBody('- [ ] a $$b$$$5 <ul>$$c\n\n# Goal\nd')
    expect(fields).toEqual({})
  })

  test('lines are those of the body', async () => {
    const { leftOut } = (await readBody('\n\n## Goal\na\n\n- [ ] b\n- c\n\n![d](e)\n\n## Plan\n![f](g)'))
      .notRead
    expect(leftOut).toEqual([
      { what: 'unticked item', line: 6 },
      { what: 'image', line: 9 },
    ])
  })
})

describe('what is never closed is reported', () => {
  test.each([
    ['a\n\n<div><!--\n\n## Context\nb', 4],
    ['a\n\n> <!-- c\n\n## Context\nb', 4],
    ['a\n\n<p title="\n\n## Context\nb', 4],
    ['a\n\n<textarea>\n\n## Context\nb', 4],
    ['a\n\n<svg>\n<!-- >\n\n## Context\nb', 4],
    // What only one of two versions of CommonMark takes for HTML.
    ['a <!-- -- <select> --> b', 2],
    ['a\n\n<pre></textarea>\n\n## Context\nb', 4],
  ])('HTML in %j hides what follows', async (text, hiddenFrom) => {
    const { fields, notRead } = await readBody(`## Goal\n${text}`)
    expect({ fields, hiddenFrom: notRead.hiddenFrom }).toEqual({ fields: { goal: 'a' }, hiddenFrom })
  })

  test.each(['- a\n<svg>\nHIDDEN', '> a\n<b>\n`<!-- HIDDEN -->`'])(
    'in %j GitHub sees HTML that goes on',
    async (text) => {
      const { fields, notRead } = await readBody(`## Context\n${text}`)
      expect({ hides: JSON.stringify(fields).includes('HIDDEN'), from: notRead.hiddenFrom }).toEqual({
        hides: false,
        from: 3,
      })
    },
  )

  test.each(['rp', 'canvas', 'object'])('<%s> hides the footnotes at the end', async (name) => {
    const { fields, notRead } = await readBody(`## Goal\na[^1]\n\n[^1]: HIDDEN\n\n<${name}>`)
    expect({ fields, hiddenFrom: notRead.hiddenFrom }).toEqual({ fields: { goal: 'a[1]' }, hiddenFrom: 6 })
  })

  test('a block of code takes in what follows', async () => {
    const { fields, notRead } = await readBody('## Context\n~~~\na\n\n## Goal\nb\n')
    expect({ fields, openCode: notRead.openCode }).toEqual({
      fields: { context: '~~~\na\n\n## Goal\nb' },
      openCode: 2,
    })
    expect((await readBody('## Context\n~~~\na\n~~~~')).notRead.openCode).toBeUndefined()
    expect((await readBody('## Context\n    a')).notRead.openCode).toBeUndefined()
  })
})

describe('what is too much to parse is not read from there', () => {
  const tooMuchFrom = async (body: string) => (await readBody(body)).notRead.tooMuchFrom

  test.each([
    ['lines', '\n'.repeat(1997), '\nb', 2001],
    ['marks', `\n\n${'*'.repeat(3000)}`, '*', 5],
    ['tags', `\n\n${'<i></i>'.repeat(250)}`, '<i>', 5],
    ['openings of comments', `\n\n${'<?'.repeat(100)}`, '<?', 5],
    ['quotations in a row', `\n\n${'> '.repeat(60)}`, '> a', 5],
  ])('%s', async (_, most, more, line) => {
    const body = `## Goal\na\n${most}`
    expect(await tooMuchFrom(body)).toBeUndefined()
    const { fields, notRead } = await readBody(`${body}${more}\n\n## Context\nb`)
    expect({ fields, tooMuchFrom: notRead.tooMuchFrom }).toEqual({
      fields: { goal: 'a' },
      tooMuchFrom: line,
    })
  })

  test('a first line that is too much leaves nothing to read', async () => {
    const { fields, notRead } = await readBody(`${'*'.repeat(3001)}\n\n## Goal\na`)
    expect({ fields, tooMuchFrom: notRead.tooMuchFrom }).toEqual({ fields: {}, tooMuchFrom: 1 })
  })

  test.each([
    ['a paragraph behind a list', '## Context\n- a\n\nb\n\n', 6],
    ['a paragraph above a line of white space', '## Context\na\n \t\n', 4],
    ['a table', '## Context\n| a |\n| - |\n| b |\n\n', 6],
    ['a rule', '## Context\na\n\n***\n\n', 6],
    ['a heading', '## Context\na\n### b\n\n', 5],
  ])('%s that ends before it is read', async (_, above, line) => {
    const { fields, notRead } = await readBody(`${above}${'*'.repeat(3001)}`)
    expect({ fields, tooMuchFrom: notRead.tooMuchFrom }).toEqual({
      fields: { context: above.slice('## Context\n'.length).trimEnd() },
      tooMuchFrom: line,
    })
  })

  test.each([
    ['a paragraph on the line before it', '## Context\na\n\nb\nc\n', 4],
    ['a list', '## Context\na\n\n- b\n\n', 4],
    ['a quotation', '## Context\na\n\n> b\n\n', 4],
    ['an unclosed block of code', '## Context\na\n\n~~~\nb\n\n', 4],
  ])('%s may go on into it and is not read', async (_, above, line) => {
    const { fields, notRead } = await readBody(`${above}${'*'.repeat(3001)}`)
    expect({ fields, tooMuchFrom: notRead.tooMuchFrom, openCode: notRead.openCode }).toEqual({
      fields: { context: 'a' },
      tooMuchFrom: line,
      openCode: undefined,
    })
  })

  test('a first block that goes on into what is too much is not read, and so not from line 1 on', async () => {
    const { fields, notRead } = await readBody(`**Goal:** a\n${'*'.repeat(3001)}`)
    expect({ fields, tooMuchFrom: notRead.tooMuchFrom }).toEqual({ fields: {}, tooMuchFrom: 1 })
  })

  test('empty lines at the end are never too much', async () =>
    expect(await wholeOf(`## Goal\na${'\n'.repeat(3000)}`)).toEqual({ goal: 'a' }))

  test('of what was cut nothing shows that was hidden', async () => {
    const { fields } = await readBody(`## Goal\na\n\nb <!-- HIDDEN\n${'<i>'.repeat(501)} -->`)
    expect(fields).toEqual({ goal: 'a' })
  })

  test('elements that are nested too deeply are not read at all', async () => {
    expect(await tooMuchFrom(`## Goal\n${'<div>'.repeat(200)}a`)).toBeUndefined()
    expect(await tooMuchFrom(`## Goal\n${'<div>'.repeat(201)}a`)).toBe(1)
  })

  test('what a browser would make gigabytes of is not read at all', async () => {
    // It opens all of them again in each paragraph.
    const open = Array.from({ length: 190 }, (_, at) => `<b class="${at}">`).join('')
    expect(await tooMuchFrom(`## Goal\na ${open}${'<p>a'.repeat(150)}`)).toBeUndefined()
    expect(await tooMuchFrom(`## Goal\na ${open}${'<p>a'.repeat(160)}`)).toBe(1)
  })
})
