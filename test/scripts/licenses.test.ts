import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { collectLicenses } from '../../scripts/licenses.ts'

const PROJECT = join(import.meta.dirname, '../..')
const SEPARATOR = `\n\n${'-'.repeat(80)}\n\n`

test('every package that the project needs at run time is named with its licence, and no other', async () => {
  const sections = (await collectLicenses(PROJECT)).split(SEPARATOR)
  const lock: { packages: Record<string, { version: string; dev?: boolean; link?: boolean }> } = JSON.parse(
    await readFile(join(PROJECT, 'package-lock.json'), 'utf8'),
  )
  const needed = Object.entries(lock.packages)
    .filter(([folder, { dev, link }]) => folder.startsWith('node_modules/') && !dev && !link)
    .map(([folder, { version }]) => `${folder.split('node_modules/').at(-1)}@${version}`)
  expect(new Set(sections.map((section) => section.split('\n')[0]))).toEqual(new Set(needed))
  for (const section of sections) expect(section).toMatch(/copyright|apache license/iu)
})

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'licenses-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

/** A made-up project: its lock file's packages, and files in its folder. */
async function lay(
  packages: Record<string, object>,
  files: Record<string, string> = {},
  lockfileVersion = 3,
) {
  const lock = { lockfileVersion, packages: { '': { name: 'own', license: 'GPL-3.0' }, ...packages } }
  for (const [path, text] of Object.entries({ 'package-lock.json': JSON.stringify(lock), ...files })) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
}

test('they are sorted, each once, without development, own code and odd line ends', async () => {
  const zeta = { version: '1.0.0', license: 'ISC' }
  await lay(
    {
      'node_modules/zeta': zeta,
      'node_modules/b/node_modules/zeta': zeta,
      'node_modules/c/node_modules/zeta': { version: '0.9.0', license: 'MIT' },
      'node_modules/b': { version: '2.0.0', license: 'Apache-2.0' },
      'node_modules/linked': { resolved: 'packages/linked', link: true },
      'packages/linked': { name: '@own/linked', version: '3.0.0', license: 'none of yours' },
      'node_modules/tool': { version: '1.0.0', license: 'GPL-3.0', dev: true },
      'node_modules/other-tool': { version: '1.0.0', license: 'GPL-3.0', devOptional: true },
    },
    {
      'node_modules/zeta/LICENCE.txt': '\ufeffZeta holds\r\n\r\nthe rights.  \r\n\r\n',
      'node_modules/c/node_modules/zeta/LICENSE.md': 'Old.',
      'node_modules/b/COPYING-BSD': 'B holds the rights.',
      'node_modules/b/NOTICE': 'Take notice.',
      'node_modules/b/license.js': 'code()',
    },
  )
  const sections = [
    'b@2.0.0\nApache-2.0\n\nB holds the rights.\n\nTake notice.',
    'zeta@0.9.0\nMIT\n\nOld.',
    'zeta@1.0.0\nISC\n\nZeta holds\n\nthe rights.',
  ]
  expect(await collectLicenses(root)).toBe(`${sections.join(SEPARATOR)}\n`)
})

test('each licence that is missing or not permitted is told, as is another kind of lock file', async () => {
  await lay(
    {
      'node_modules/a': { version: '1.0.0', license: 'MIT' },
      'node_modules/b': { version: '1.0.0', license: 'MIT' },
      'node_modules/c': { version: '1.0.0', license: 'GPL-3.0-only' },
      'node_modules/d': { version: '1.0.0' },
    },
    { 'node_modules/b/LICENSE': ' \n', 'node_modules/b/NOTICE': 'x', 'node_modules/c/LICENSE': 'x' },
  )
  const permitted = 'MIT, ISC, BSD-2-Clause, BSD-3-Clause, 0BSD, Apache-2.0'
  await expect(collectLicenses(root)).rejects.toThrow(
    [
      'a@1.0.0 has no licence text in node_modules/a.',
      'b@1.0.0 has no licence text in node_modules/b.',
      `c@1.0.0 has the licence GPL-3.0-only, which is none of ${permitted}.`,
      `d@1.0.0 has the licence unknown, which is none of ${permitted}.`,
    ].join('\n'),
  )
  await lay({}, {}, 1)
  await expect(collectLicenses(root)).rejects.toThrow('package-lock.json has version 1 instead of 3.')
})
