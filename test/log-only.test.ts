import { expect, test } from 'vitest'
import { dangersIn, parse, readSources } from './support/sources.ts'

/** What two files may do: `main.ts` is the runner's, and each of the two types has one home. */
const ALLOWED: Record<string, string[]> = {
  'main.ts': ['core', 'module @actions/core', 'write'],
  'log.ts': ['new Line'],
  'report/markdown.ts': ['new Markdown'],
}

const sources = readSources()
const dangers = (path: string) => {
  const found = sources.filter((source) => source.path === path).flatMap(dangersIn)
  return found.filter((danger) => !ALLOWED[path]?.some((each) => danger.endsWith(` ${each}`)))
}

test('all sources are looked at', () => {
  const paths = sources.map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(['main.ts', 'log.ts', 'run.ts', 'report/markdown.ts']))
  expect(paths.length).toBeGreaterThan(30)
})

test.each(sources.map(({ path }) => path))('%s prints by a log only, and runs nothing', (path) =>
  expect(dangers(path)).toEqual([]),
)

test('main.ts prints nothing by core but what is masked, an output or the summary', () => {
  const main = sources.find(({ path }) => path === 'main.ts')
  const uses = new Set(
    Array.from(main?.tree.text.matchAll(/\bcore\b(?!['"])\.?(\w*)/gu) ?? [], ([, name]) => name),
  )
  // Once alone: as the sink of the log.
  expect(uses).toEqual(new Set(['getInput', 'setSecret', 'ExitCode', 'summary', 'setOutput', '']))
  expect(main?.tree.text.match(/\bcore\b(?!['".])/gu)).toEqual(['core', 'core'])
  expect(main?.tree.text).toContain("import * as core from '@actions/core'\n")
  expect(main?.tree.text).toContain('createLog(core, systemClock.elapsed)')
})

test.each([
  ['console.log(x)', 'console'],
  ['process.stdout.write(x)', 'stdout'],
  ["process['stdout'].write(x)", 'process as a whole'],
  ['const { stdout } = process', 'process as a whole'],
  ["globalThis['con' + 'sole'].log(x)", 'globalThis'],
  ["import * as core from '@actions/core'\ncore.info(x)", 'core'],
  ["import { info } from '@actions/core/lib/core.js'", 'module @actions/core/lib/core.js'],
  ["import { info } from '@actions/core'", 'module @actions/core'],
  ["import { writeSync } from 'node:fs'", 'writeSync'],
  ["import { Line as Own } from './log.ts'", 'Line by another name'],
  ['new Line(x)', 'new Line'],
  ['new Markdown(x)', 'new Markdown'],
  ['class Mine extends Line {}', 'extends Line'],
  ['log.info(x as Line)', 'as Line'],
  ['eval(x)', 'eval'],
  ["new Function('x', y)", 'Function'],
  ["import { exec } from 'node:child_process'", 'module node:child_process'],
  ["const vm = await import('node:vm')", 'module node:vm'],
  ['await import(x)', 'module (computed)'],
  ["process.getBuiltinModule('node:child_process')", 'module node:child_process'],
  ["export * from 'mustache'", 'module mustache'],
  ["require('child_process')", 'require'],
])('this scan finds what it is for: %s', (text, danger) => {
  expect(dangersIn(parse('x.ts', text)).some((each) => each.endsWith(` ${danger}`))).toBe(true)
})

test.each([
  'type Sink = { stdout: string }',
  'const shown = line`Read`.text',
  'const env = process.env.HOME',
  "import { line } from './log.ts'",
])('and nothing else: %s', (text) => expect(dangersIn(parse('x.ts', text))).toEqual([]))
