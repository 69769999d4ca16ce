import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { collectLicenses } from '../../scripts/licenses.ts'

const PROJECT = join(import.meta.dirname, '../..')
const SEPARATOR = `\n\n${'-'.repeat(80)}\n\n`

describe('this project', () => {
  test('names every package that it needs at run time, and no other', async () => {
    const text = await collectLicenses(PROJECT)
    const lock: { packages: Record<string, { version: string; dev?: boolean; link?: boolean }> } = JSON.parse(
      await readFile(join(PROJECT, 'package-lock.json'), 'utf8'),
    )
    const expected = Object.entries(lock.packages)
      .filter(([folder, { dev, link }]) => folder.startsWith('node_modules/') && !dev && !link)
      .map(([folder, { version }]) => `${folder.split('node_modules/').at(-1)}@${version}`)
    const named = text.split(SEPARATOR).map((section) => section.split('\n')[0])
    expect([...named].sort()).toEqual([...new Set(expected)].sort())
    expect(named).toEqual(expect.arrayContaining([expect.stringMatching(/^@actions\/core@/)]))
    expect(named.join('\n')).not.toMatch(/^(vitest|typescript|node)@/m)
  })

  test('tells who holds the rights, in the same text each time', async () => {
    const text = await collectLicenses(PROJECT)
    for (const section of text.split(SEPARATOR)) expect(section).toMatch(/copyright|apache license/i)
    expect(await collectLicenses(PROJECT)).toBe(text)
    expect(text).toMatch(/[^\n]\n$/)
  })
})

describe('a made-up project', () => {
  let root: string
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'licenses-'))
  })
  afterEach(() => rm(root, { recursive: true, force: true }))

  async function lay(packages: Record<string, object>, files: Record<string, string> = {}): Promise<void> {
    const lock = { lockfileVersion: 3, packages: { '': { name: 'own', license: 'GPL-3.0' }, ...packages } }
    for (const [path, text] of Object.entries({ 'package-lock.json': JSON.stringify(lock), ...files })) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), text)
    }
  }

  test('is sorted by name, without repetition, development, own code and odd line ends', async () => {
    const zeta = { version: '1.0.0', license: 'ISC' }
    await lay(
      {
        'node_modules/zeta': zeta,
        'node_modules/b/node_modules/zeta': zeta,
        'node_modules/zeta-plus': { version: '0.1.0', license: '0BSD' },
        'node_modules/c/node_modules/zeta': { version: '0.9.0', license: 'MIT' },
        'node_modules/b': { version: '2.0.0', license: 'Apache-2.0' },
        'node_modules/linked': { resolved: 'packages/linked', link: true },
        'packages/linked': { name: '@own/linked', version: '3.0.0', license: 'none of yours' },
        'node_modules/tool': { version: '1.0.0', license: 'GPL-3.0', dev: true },
        'node_modules/other-tool': { version: '1.0.0', license: 'GPL-3.0', devOptional: true },
      },
      {
        'node_modules/zeta/LICENCE.txt': '\ufeffZeta holds\r\n\r\nthe rights.  \r\n\r\n',
        'node_modules/zeta-plus/LICENSE': 'More.',
        'node_modules/c/node_modules/zeta/LICENSE.md': 'Old.',
        'node_modules/b/COPYING-BSD': 'B holds the rights.',
        'node_modules/b/NOTICE': 'Take notice.',
        'node_modules/b/license.js': 'code()',
      },
    )
    expect(await collectLicenses(root)).toBe(
      `${[
        'b@2.0.0\nApache-2.0\n\nB holds the rights.\n\nTake notice.',
        'zeta@0.9.0\nMIT\n\nOld.',
        'zeta@1.0.0\nISC\n\nZeta holds\n\nthe rights.',
        'zeta-plus@0.1.0\n0BSD\n\nMore.',
      ].join(SEPARATOR)}\n`,
    )
  })

  test('is refused with a sentence for each licence that is missing or not permitted', async () => {
    await lay(
      {
        'node_modules/a': { version: '1.0.0', license: 'MIT' },
        'node_modules/b': { version: '1.0.0', license: 'MIT' },
        'node_modules/c': { version: '1.0.0', license: 'GPL-3.0-only' },
        'node_modules/d': { version: '1.0.0' },
      },
      { 'node_modules/b/LICENSE': ' \n', 'node_modules/b/NOTICE': 'x', 'node_modules/c/LICENSE': 'x' },
    )
    await expect(collectLicenses(root)).rejects.toThrow(
      [
        'a@1.0.0 has no licence text in node_modules/a.',
        'b@1.0.0 has no licence text in node_modules/b.',
        'c@1.0.0 has the licence GPL-3.0-only, which is none of MIT, ISC, BSD-2-Clause, BSD-3-Clause, 0BSD, Apache-2.0.',
        'd@1.0.0 has the licence unknown, which is none of MIT, ISC, BSD-2-Clause, BSD-3-Clause, 0BSD, Apache-2.0.',
      ].join('\n'),
    )
  })

  test('is refused with another kind of lock file', async () => {
    await lay({}, { 'package-lock.json': '{"lockfileVersion":1}' })
    await expect(collectLicenses(root)).rejects.toThrow('package-lock.json has version 1 instead of 3.')
  })
})
