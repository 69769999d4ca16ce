import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { transformSync } from 'esbuild'
import { expect, test } from 'vitest'
import { DIST, ROOT } from '../../sandbox/bundle.ts'
import { build } from '../../scripts/build.ts'
import { entryPoints } from '../../src/main.ts'

const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .toSorted()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )

test('the committed dist is what the sources build, byte for byte', { timeout: 120_000 }, async () => {
  const out = mkdtempSync(join(tmpdir(), 'dist-'))
  try {
    await build(ROOT, out)
    const [fresh, committed] = [contents(out), contents(DIST)]
    expect(Object.keys(committed)).toEqual(Object.keys(fresh))
    expect(Object.keys(fresh)).toEqual(
      expect.arrayContaining(['index.js', 'deadline.js', 'main.js', 'results.js', 'package.json']),
    )
    // Named one by one, since a difference of a megabyte is no message.
    const stale = Object.keys(fresh).filter((name) => fresh[name] !== committed[name])
    expect(stale, 'stale files in dist: run `npm run build` and commit it').toEqual([])
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
})

test('licenses.txt has the license of each package in the bundle, and of no other', () => {
  const { 'licenses.txt': licenses = '', ...files } = contents(DIST)
  const bundled = Object.values(files).flatMap((text) =>
    Array.from(text.matchAll(/^\/\/ .*\bnode_modules\/((?:@[^/]+\/)?[^/]+)\//gmu), ([, name]) => name),
  )
  const sections = licenses.split(`\n${'-'.repeat(80)}\n\n`)
  const named = sections.map((section) => /^(.+)@\d/u.exec(section)?.[1])
  expect(new Set(named)).toEqual(new Set(bundled))
  for (const section of sections) expect(section).toMatch(/copyright|apache license/iu)
})

test('a Node of 16 can read what a runner starts; tests run on the Node that runners bring', () => {
  expect(process.versions.node).toMatch(/^24\./u)
  const files = contents(DIST)
  for (const name of Object.keys(entryPoints)) {
    const code = files[`${name}.js`] ?? ''
    const [now, then] = ['node24', 'node16'].map(
      (target) => transformSync(code, { target, format: 'esm' }).code,
    )
    expect(then).toBe(now)
  }
})

test('no letter in it has Node keep a file with two bytes for each letter', () => {
  const wide = Object.entries(contents(DIST)).filter(
    ([name, text]) => name.endsWith('.js') && /[^\0-\x7f]/u.test(text),
  )
  expect(wide.map(([name]) => name)).toEqual([])
})
