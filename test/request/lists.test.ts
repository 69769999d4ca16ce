import { describe, expect, test } from 'vitest'
import { readList } from '../../src/request/lists.ts'

describe('text is a list', () => {
  test.each<[string, string, unknown[]]>([
    ['of its lines', ' a \r\n\n\tb\rc', ['a', 'b', 'c']],
    ['of one line', 'Why: time?', ['Why: time?']],
    ['of lines, with dashes that begin no YAML list', '-100\n-200\n--x', ['-100', '-200', '--x']],
    ['of lines, with brackets that enclose no list', '[a] b\nc', ['[a] b', 'c']],
    [
      'of lines, with dashes, brackets and braces in them',
      'a - b\nsee [c]\n{d} e\nf {g}',
      ['a - b', 'see [c]', '{d} e', 'f {g}'],
    ],
    ['of lines, of which the first ends in brackets', 'see [a]', ['see [a]']],
    ['of lines, of which the first begins with braces', '{a} b', ['{a} b']],
    ['of YAML, of one item that is nothing', '-', [null]],
    ['of lines, of which the first ends in braces', 'see {a}', ['see {a}']],
    ['of YAML, its first item on a line of its own', '-\n  a\n- b', ['a', 'b']],
    ['of YAML', '- a\n- "b: c"\n- {text: d}', ['a', 'b: c', { text: 'd' }]],
    ['of YAML with comments', '- a # one\n# two\n- b', ['a', 'b']],
    ['of YAML 1.2', '- yes\n- off\n- 12:30\n- 2024-01-01\n- 0o', ['yes', 'off', '12:30', '2024-01-01', '0o']],
    ['of YAML with true, false and nothing', '- true\n- FALSE\n-\n- ~', [true, false, null, null]],
    ['of YAML in brackets', '[a, "b, c", {text: d}]', ['a', 'b, c', { text: 'd' }]],
    ['of YAML with a hundred aliases', `- &a x\n${'- *a\n'.repeat(100)}`, Array(101).fill('x')],
    ['of YAML with texts over lines', '- >-\n  a\n  b\n- |\n  c\n  d', ['a b', 'c\nd\n']],
    ['of YAML with an alias or two', '- &a {text: x}\n- *a', [{ text: 'x' }, { text: 'x' }]],
    ['of JSON', '["a", {"text": "b"}, null]', ['a', { text: 'b' }, null]],
    ['of JSON over lines', '[\n\t"a",\n\t"b"\n]', ['a', 'b']],
    ['of nothing', '[]', []],
  ])('%s', async (_, text, items) => expect(await readList(text)).toEqual({ items }))

  test.each(['- 12345678901234567891', '[12345678901234567891]', '[ 12345678901234567891, ]'])(
    'in which a number keeps its digits: %s',
    async (text) => {
      const result = await readList(text)
      expect('items' in result && result.items.map(String)).toEqual(['12345678901234567891'])
    },
  )
})

describe('text is no list', () => {
  test.each([
    [
      'of YAML in which something else follows',
      '- a\nb',
      /cannot be read as one \(line 2: .*\)\. Put each item in quotes/u,
    ],
    ['of YAML that does not end', '- "a', /cannot be read as one/u],
    ['of YAML with a mapping beside it', '- a\nb: c', /cannot be read as one/u],
    ['in brackets', '[a] and [b]', /cannot be read as one/u],
    ['of YAML with an alias to nothing', '- *a', /quote/u],
    [
      'of YAML in columns that differ',
      '- a\n- b\n - c: d\n  e',
      /cannot be read as one \(line \d: [^.:]+\)\. Put each item in quotes/u,
    ],
    [
      'of YAML with a number sign',
      '- Fix\n- Close #12',
      /\(line 2: YAML takes "#12" for a comment and leaves it out\)\. Put/u,
    ],
    ['of YAML with a key twice', '- {text: a, text: b}', /\(line 1: "text" is there twice\)$/u],
    [
      'of YAML with 101 aliases',
      `- &a x\n${'- *a\n'.repeat(101)}`,
      /\(line 102: .* more YAML aliases .*\)$/u,
    ],
    ['of YAML in ten thousand lists', '['.repeat(10_000).concat(']'.repeat(10_000)), /nested too deeply/u],
    [
      'of JSON that is a mapping',
      '{"text": "a"}',
      /^looks like YAML or JSON, but is no list; put one item a line/u,
    ],
    ['of YAML that is a mapping over lines', '{\n  text: a,\n  type: b\n}', /but is no list/u],
    ['of YAML in two documents', '- a\n---\n- b', /./u],
    [
      'of YAML whose aliases blow it up',
      `- &a [${'x,'.repeat(50)}]\n- &b [${'*a,'.repeat(50)}]\n- [${'*b,'.repeat(50)}]`,
      /more YAML aliases/u,
    ],
  ])('%s', async (_, text, problem) => {
    const result = await readList(text)
    expect(result).toEqual({ problem: expect.stringMatching(problem) })
    expect(JSON.stringify(result)).not.toMatch(/\\n|\^/u)
  })

  test.each(['x', ''])('of YAML whose aliases blow it up from [%s], and takes no time', async (first) => {
    const names = 'abcdefghijklmnopqrstuvwxyz'.split('')
    const lists = names.map((_, index) => (index === 0 ? first : `*${names[index - 1]},`.repeat(9)))
    const start = performance.now()
    const result = await readList(names.map((name, index) => `- &${name} [${lists[index]}]`).join('\n'))
    expect('problem' in result).toBe(true)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})

test('items are what JSON could hold, whatever the tags say', async () => {
  const result = await readList('- !!binary aGk=\n- !!timestamp 2020-01-01\n- !!set {a, b}\n- !!omap [a: 1]')
  const items = 'items' in result ? result.items : []
  const kinds = items.map((item) => Object.prototype.toString.call(item))
  expect(kinds.filter((kind) => !/ (String|Number|Boolean|Null|Array|Object)\]/u.test(kind))).toEqual([])
})

test('a mapping that is called __proto__ is a mapping of that name', async () => {
  const result = await readList('- {__proto__: {text: x}}')
  expect('items' in result && JSON.stringify(result.items)).toBe('[{"__proto__":{"text":"x"}}]')
})
