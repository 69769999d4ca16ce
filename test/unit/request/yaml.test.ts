import { expect, test } from 'vitest'
import { parseYaml } from '../../../src/request/yaml.ts'

/** What comes of a text: its value, or what is wrong with it and the line where. */
async function read(text: string): Promise<unknown> {
  const { root, plain, problem } = await parseYaml(text)
  return problem ? `${problem.at}: ${problem.message}` : plain(root)
}

test.each([
  ['a: {c, d}\n__proto__: 5', '{"a":{"c":null,"d":null},"__proto__":"5"}'],
  ['{"a": [b], c: {d: [e, {f: g}]}, h, i: j}', '{"a":["b"],"c":{"d":["e",{"f":"g"}]},"h":null,"i":"j"}'],
  [
    'a: 0x10\nb: -1e5\nc: .inf\nd: TRUE\ne: 12345678901234567891',
    '{"a":"0x10","b":"-1e5","c":".inf","d":true,"e":"12345678901234567891"}',
  ],
  [': a', '{"":"a"}'],
  ['a: |\n  *b* #c\n#d\ne: "*f" # g', '{"a":"*b* #c\\n","e":"*f"}'],
])('the YAML %j is read as %s', async (text, json) => {
  expect(JSON.stringify(await read(text))).toBe(json)
})

const key = 'a key must be a name, such as goal'
const alias = 'for an alias, and aliases are not read'
const unreadable = 'this cannot be read as YAML'
const tooMuch = '1: the front matter is longer or more deeply nested than a session needs'
test.each([
  ['an alias', 'a: b\nd: *b', `2: YAML takes "*b" ${alias}`],
  [
    'text that begins with &',
    'a: b\nc: &Agree on it',
    '2: YAML takes "&Agree" for an anchor and leaves it out',
  ],
  [
    'text that begins with !',
    'c: !important do it',
    '1: YAML takes "!important" for a tag and leaves it out',
  ],
  ['a list with an anchor', 'a: b\nc: &d [e]', '2: YAML takes "&d" for an anchor and leaves it out'],
  ['a mapping with a tag', '!a {b: c}', '1: YAML takes "!a" for a tag and leaves it out'],
  ['a tag of YAML', '- !!int 5', '1: YAML takes "!!int" for a tag and leaves it out'],
  ['text that looks like an alias', '- *b*', `1: YAML takes "*b*" ${alias}`],
  [
    'aliases of a list',
    `a: [${'c, '.repeat(999)}]\nd: [${'*b, '.repeat(99)}]`,
    `2: YAML takes "*b" ${alias}`,
  ],
  ['text that YAML takes for a comment', 'a: b #1', '1: YAML takes "#1" for a comment and leaves it out'],
  [
    'keys that nest',
    Array(20)
      .fill(`? ${'{[a]: '.repeat(400)}${'}'.repeat(400)}\n: a`)
      .join('\n'),
    tooMuch,
  ],
  ['a placeholder', 'a: {{ week }}', `1: ${key}`],
  ['a list as a key', 'a: b\n[c]: d', `2: ${key}`],
  ['a list as a key in lines', 'a: b\n? - c\n: d', `2: ${key}`],
  ['an alias before blank lines', `a: b\nc: *d${'\n'.repeat(9)}`, `2: YAML takes "*d" ${alias}`],
  ['a list as a key in a mapping', 'a: {b: [c], [d]: e}', `1: ${key}`],
  ['a list as a key over lines', '{a: {b: c}\n, [d] # e\n : f}', `2: ${key}`],
  ['a mapping as a key in a list', '[{b: c} # d\n : e]', `1: ${key}`],
  ['a mapping as a name', '{b, {c}}', `1: ${key}`],
  ['a second document', 'a: b\n--- c', `2: ${unreadable}`],
  ['two errors (the first counts)', 'a: b: c\nd: "e', `1: ${unreadable}`],
  ['the same key twice', 'a: {b: c}\nd: {e: f, e: g}', '2: this key is set twice'],
  ['lists in lists', '['.repeat(5000) + ']'.repeat(5000), tooMuch],
  ['closing brackets in masses', `a: b\n${']'.repeat(99_000)}`, tooMuch],
  ['half a million lists', `a:\n${'['.repeat(500_000)}`, tooMuch],
  ['items without end', `a:\n${'- b\n'.repeat(200_000)}`, tooMuch],
  ['keys without end', Array.from({ length: 60_000 }, (_, index) => `key${index}: a`).join('\n'), tooMuch],
])('YAML with %s is refused quickly', async (_, text, problem) => {
  const start = performance.now()
  expect(await read(text)).toBe(problem)
  expect(performance.now() - start).toBeLessThan(5000)
})

test('a long text in YAML is read', async () => {
  const text = '[a]: {b} *c* '.repeat(7000)
  expect(JSON.stringify(await read(`a: |\n  ${text}`))).toHaveLength(text.length + 10)
})
