import ts from 'typescript'
import { expect, test } from 'vitest'
import { textsLike } from '../support/repository.ts'
import { parse, type Source } from '../support/sources.ts'

const MAX_FILE = 200
const MAX_FUNCTION = 40

const lineOf = ({ tree }: Source, position: number) => tree.getLineAndCharacterOfPosition(position).line + 1

/** Files and functions that nobody reads at once, a line each. A comment above with “Long because …” lets a function be. */
function tooLong(source: Source): string[] {
  const { path, tree } = source
  const lines = tree.text.trimEnd().split('\n')
  const faults =
    lines.length > MAX_FILE
      ? [`${path}: has ${lines.length} lines, and ${MAX_FILE} are the most: split it by what it is about`]
      : []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && !isDescribed(node)) {
      const [first, last] = [lineOf(source, node.getStart(tree)), lineOf(source, node.end)]
      const starts = [first, lineOf(source, statementOf(node).getStart(tree))]
      if (
        last - first >= MAX_FUNCTION &&
        !starts.some((start) => /Long because/u.test(commentAbove(lines, start)))
      )
        faults.push(
          `${path}:${first}: a function of ${last - first + 1} lines, and ${MAX_FUNCTION} are the most: split it, or say above it “Long because …”`,
        )
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return faults
}

/** What `describe` calls only groups tests. */
const isDescribed = ({ parent }: ts.Node) =>
  ts.isCallExpression(parent) && /^describe\b/u.test(parent.expression.getText())

function statementOf(node: ts.Node): ts.Node {
  let found = node
  while (!ts.isStatement(found) && !ts.isClassElement(found)) found = found.parent
  return found
}

function commentAbove(lines: readonly string[], start: number): string {
  let first = start - 1
  while (/^\s*(?:\/\/|\/?\*)/u.test(lines[first - 1] ?? '')) first -= 1
  return lines.slice(first, start - 1).join('\n')
}

/** What other files can use and nobody says a word about, a line each. */
function undocumented(source: Source): string[] {
  const exported = source.tree.statements.filter(
    (each) =>
      ts.canHaveModifiers(each) && each.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
  )
  return exported.flatMap((each, index) => {
    const text = each.getText(source.tree)
    const before = exported[index - 1]
    const overload =
      ts.isFunctionDeclaration(each) &&
      before &&
      ts.isFunctionDeclaration(before) &&
      before.name?.text === each.name?.text
    if (overload || ts.getJSDocCommentsAndTags(each).length > 0) return []
    const [name = ''] = /^export (?:async )?\w+\*? \w+/u.exec(text) ?? [text.split('\n')[0]]
    return [
      `${source.path}:${lineOf(source, each.getStart(source.tree))}: ${name} has no doc comment: say what it is for`,
    ]
  })
}

const sources = textsLike(/^(?:src|scripts|test)\/.*\.ts$/u).map(({ path, text }) => parse(path, text))

test('no file and no function is too long to read at once', () =>
  expect(sources.flatMap(tooLong)).toEqual([]))

test('everything that is exported says what it is for', () =>
  expect(sources.filter(({ path }) => /^(?:src|scripts)\//u.test(path)).flatMap(undocumented)).toEqual([]))

const body = (lines: number) => `{\n${'  x()\n'.repeat(lines)}}`

test.each([
  ['a function', `function f() ${body(39)}`, 1],
  ['an arrow function', `\nconst f = () => ${body(39)}`, 2],
  ['a method', `class A {\n  f() ${body(39)}\n}`, 2],
  ['a getter of an object', `const a = {\n  get f() ${body(39)},\n}`, 2],
  ['a test', `test.each([1])('a', () => ${body(39)})`, 1],
  ['a test in a group', `describe('a', () => {\n  test('b', () => ${body(39)})\n})`, 2],
  ['another comment', `/** What it does. */\nfunction f() ${body(39)}`, 2],
  ['a comment further above', `// Long because of x.\n\nfunction f() ${body(39)}`, 3],
])('too long a function is told: %s', (_, text, line) => {
  expect(tooLong(parse('a.ts', text))).toEqual([
    expect.stringMatching(new RegExp(`^a\\.ts:${line}: a function of 41 lines`, 'u')),
  ])
})

test.each([
  ['forty lines', `function f() ${body(38)}`],
  ['a reason', `/**\n * What it does.\n *\n * Long because of x.\n */\nexport function f() ${body(60)}`],
  ['a reason for a test', `// Long because of x.\ntest('a', async () => ${body(60)})`],
  ['a group of tests', `describe.concurrent.each([1])('a', () => ${body(60)})`],
  ['200 lines', 'x()\n'.repeat(200)],
])('what is no longer than it may be is not told: %s', (_, text) => {
  expect(tooLong(parse('a.ts', text))).toEqual([])
})

test('too long a file is told', () => {
  expect(tooLong(parse('a.ts', 'x()\n'.repeat(201)))).toEqual([
    expect.stringContaining('a.ts: has 201 lines'),
  ])
})

test.each([
  ['export const a = 1', ['a.ts:1: export const a']],
  ['// No doc comment.\nexport async function a() {}', ['a.ts:2: export async function a']],
  [
    'export type A = 1\nexport interface B {}\nexport class C {}',
    ['a.ts:1: export type A', 'a.ts:2: export interface B', 'a.ts:3: export class C'],
  ],
  ['/** A. */\nexport const a = 1\nconst b = 2\nexport { b }', []],
  ['/** A. */\nexport function a(): void\nexport function a(x?: 1) {}', []],
])('exports without a word about them are told: %j', (text, faults) => {
  expect(undocumented(parse('a.ts', text))).toEqual(
    faults.map((fault) => `${fault} has no doc comment: say what it is for`),
  )
})
