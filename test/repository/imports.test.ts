import { posix } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { moduleOf, parse, readSources, type Source } from '../support/sources.ts'

/**
 * The parts of CONTRIBUTING.md's architecture in the order in which data flows: the files of each, and the parts that it
 * knows besides itself, which all stand above it.
 */
const PARTS: Record<string, { files: string; knows: string }> = {
  vocabulary: { files: 'clock errors fields log names retry', knows: '' },
  network: { files: 'transport route secrets', knows: 'vocabulary' },
  settings: { files: 'inputs event', knows: 'vocabulary network' },
  request: { files: 'request/', knows: 'vocabulary settings' },
  harmonica: { files: 'harmonica/', knows: 'vocabulary network settings' },
  github: { files: 'github/', knows: 'vocabulary network' },
  marker: { files: 'marker', knows: 'harmonica' },
  runner: { files: 'runner', knows: 'vocabulary network settings request marker' },
  report: { files: 'report/', knows: 'vocabulary request harmonica' },
  both: {
    files: 'conversation invite reuse',
    knows: 'vocabulary network settings harmonica github marker runner report',
  },
  story: { files: 'prepare run', knows: 'vocabulary settings request harmonica runner report both' },
  main: { files: 'main', knows: 'vocabulary network runner story' },
}

/** Who may load what is not ours; names by their beginning, as above. */
const PACKAGES: Record<string, string> = {
  '@actions/core': 'main',
  '@actions/github': 'github/',
  'zod/mini': 'event fields inputs marker github/ harmonica/',
  yaml: 'request/',
  leven: 'request/',
  'node:crypto': 'inputs marker',
  'node:fs': 'main request/files',
  'node:fs/promises': 'request/files',
  'node:http': 'transport route',
  'node:https': 'route',
  'node:path': 'request/files',
  'node:timers/promises': 'clock',
}

type Import = { at: string; to: string }

/** Everything that a file loads, types too: ours by the path under src/, all else by its name. */
function importsOf({ path, tree }: Source): Import[] {
  const imports: Import[] = []
  const visit = (node: ts.Node): void => {
    const name = ts.isImportTypeNode(node) ? node.argument.getText(tree).slice(1, -1) : moduleOf(node)
    if (name !== undefined) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree))
      const to = name.startsWith('.') ? posix.join(posix.dirname(path), name) : name
      imports.push({ at: `src/${path}:${line + 1}`, to })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return imports
}

const words = (text: string) => text.split(' ').filter(Boolean)
const isOneOf = (path: string, files: string) =>
  words(files).some((each) => (each.endsWith('/') ? path.startsWith(each) : path === `${each}.ts`))
const partOf = (path: string) => Object.keys(PARTS).find((part) => isOneOf(path, PARTS[part]?.files ?? ''))

/** Imports against the flow, a line each. */
function wrongImports(sources: Source[]): string[] {
  return sources.flatMap((source) => {
    const part = partOf(source.path)
    if (part === undefined)
      return [
        `src/${source.path} belongs to no part: add it to PARTS, and to CONTRIBUTING.md if the flow changes`,
      ]
    const known = [part, ...words(PARTS[part]?.knows ?? '')]
    return importsOf(source).flatMap(({ at, to }) => {
      if (!to.endsWith('.ts'))
        return isOneOf(source.path, PACKAGES[to] ?? '')
          ? []
          : [
              `${at}: ${to} is not for this file: hand in what it gives, as runner.ts does, or add the file to PACKAGES`,
            ]
      const other = partOf(to) ?? 'nothing'
      return known.includes(other)
        ? []
        : [`${at}: ${part} knows nothing of ${other} (${to}): hand in what it needs, or move it`]
    })
  })
}

/** Files that need each other, from one to itself: `a.ts → b.ts → a.ts`. */
function cycles(sources: Source[]): string[] {
  const loads = new Map(sources.map((source) => [source.path, importsOf(source).map(({ to }) => to)]))
  const [found, done] = [new Set<string>(), new Set<string>()]
  const follow = (path: string, before: string[]): void => {
    if (before.includes(path)) found.add([...before.slice(before.indexOf(path)), path].join(' → '))
    else if (!done.has(path)) {
      for (const to of loads.get(path) ?? []) follow(to, [...before, path])
      done.add(path)
    }
  }
  for (const path of loads.keys()) follow(path, [])
  return [...found]
}

/** Where a file touches the process, which is for main.ts; a built-in module may be loaded late anywhere. */
const touches = ({ path, tree: { text } }: Source) =>
  Array.from(
    text.matchAll(/\bprocess\.(?!getBuiltinModule\b)\w+/gu),
    ({ 0: name, index }) =>
      `src/${path}:${text.slice(0, index).split('\n').length}: ${name} is for main.ts: hand it in, as runner.ts does`,
  )

const sources = readSources()

test('the table has no arrow against its own order, and no file twice', () => {
  const names = Object.keys(PARTS)
  for (const [index, { knows }] of Object.values(PARTS).entries())
    for (const name of words(knows)) expect(names.slice(0, index)).toContain(name)
  const files = Object.values(PARTS).flatMap((part) => words(part.files))
  expect(files.filter((file, index) => files.indexOf(file) !== index)).toEqual([])
  const gone = files.filter((file) => !sources.some(({ path }) => isOneOf(path, file)))
  expect(gone, 'they are no longer there: take them out of PARTS').toEqual([])
})

test('imports go one way', () => expect(wrongImports(sources)).toEqual([]))
test('no files need each other', () => expect(cycles(sources)).toEqual([]))
test('only main.ts touches the process', () =>
  expect(sources.filter(({ path }) => path !== 'main.ts').flatMap(touches)).toEqual([]))

test.each([
  [
    'github/comments.ts',
    "import { line } from '../log.ts'\nimport type { Session } from '../harmonica/schema.ts'",
    '2: github knows nothing of harmonica',
  ],
  [
    'harmonica/client.ts',
    "export { x } from '../github/comments.ts'",
    '1: harmonica knows nothing of github',
  ],
  [
    'request/layers.ts',
    "const x = await import('../harmonica/client.ts')",
    '1: request knows nothing of harmonica',
  ],
  ['inputs.ts', "type X = import('./request/layers.ts').X", '1: settings knows nothing of request'],
  ['log.ts', "import './transport.ts'", '1: vocabulary knows nothing of network'],
  ['run.ts', "import * as core from '@actions/core'", '1: @actions/core is not for this file'],
  ['run.ts', "import { x } from './gone.ts'", '1: story knows nothing of nothing'],
])('an import against the flow is told: %s, %s', (path, text, fault) => {
  expect(wrongImports([parse(path, text)])).toEqual([expect.stringContaining(`src/${path}:${fault}`)])
})

test('a new file, a cycle and a look at the environment are told', () => {
  expect(wrongImports([parse('new.ts', '')])).toEqual([
    expect.stringContaining('src/new.ts belongs to no part'),
  ])
  const [a, b] = [parse('a/a.ts', "import '../b.ts'"), parse('b.ts', "import type { A } from './a/a.ts'")]
  expect(cycles([a, b, parse('c.ts', "import './b.ts'")])).toEqual(['a/a.ts → b.ts → a/a.ts'])
  expect(touches(parse('run.ts', 'const x = 1\nconst { HOME } = process.env'))).toEqual([
    expect.stringContaining('src/run.ts:2: process.env'),
  ])
})
