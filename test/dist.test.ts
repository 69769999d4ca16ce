import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { build } from '../scripts/build.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

async function contents(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).toSorted()
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')])),
  )
}

test('the committed dist is what the sources build, byte for byte', { timeout: 120_000 }, async () => {
  const out = await mkdtemp(join(tmpdir(), 'dist-'))
  try {
    await build(root, out)
    const [fresh, committed] = [await contents(out), await contents(join(root, 'dist'))]
    expect(Object.keys(committed)).toEqual(Object.keys(fresh))
    // Named one by one, since a difference of a megabyte is no message.
    const stale = Object.keys(fresh).filter((name) => fresh[name] !== committed[name])
    expect(stale, 'stale files in dist: run `npm run build` and commit it').toEqual([])
  } finally {
    await rm(out, { recursive: true, force: true })
  }
})

test('tests and scripts run on the Node that runners bring', () => {
  expect(process.versions.node).toMatch(/^24\./u)
})
