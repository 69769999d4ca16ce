import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { collectLicenses, packagesIn } from '../../scripts/licenses.ts'

const SEPARATOR = `\n\n${'-'.repeat(80)}\n\n`

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'licenses-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

/** Lays a package's folder below the made-up project's: its package.json, and its files by name. */
async function lay(folder: string, manifest: object, files: Record<string, string>) {
  await mkdir(join(root, folder), { recursive: true })
  for (const [name, text] of Object.entries({ 'package.json': JSON.stringify(manifest), ...files }))
    await writeFile(join(root, folder, name), text)
}

test('licenses are sorted, each package once, without our own code or odd line ends', async () => {
  const zeta = { name: 'zeta', version: '1.0.0', license: 'ISC' }
  const texts = { 'LICENCE.txt': '\ufeffZeta holds\r\n\r\nthe rights.  \r\n\r\n' }
  await lay('node_modules/zeta', zeta, texts)
  await lay('node_modules/@own/b/node_modules/zeta', zeta, texts)
  await lay(
    'node_modules/c/node_modules/zeta',
    { ...zeta, version: '0.9.0', license: 'MIT' },
    { 'LICENSE.md': 'Old.' },
  )
  await lay(
    'node_modules/@own/b',
    { name: '@own/b', version: '2.0.0', license: 'Apache-2.0' },
    { 'COPYING-BSD': 'B holds the rights.', NOTICE: 'Take notice.', 'license.js': 'code()' },
  )
  const files = [
    'src/main.ts',
    'node_modules/zeta/index.js',
    'node_modules/zeta/lib/deep.js',
    'node_modules/@own/b/node_modules/zeta/index.js',
    'node_modules/c/node_modules/zeta/index.js',
    'node_modules/@own/b/lib/index.js',
  ]
  const sections = [
    '@own/b@2.0.0\nApache-2.0\n\nB holds the rights.\n\nTake notice.',
    'zeta@0.9.0\nMIT\n\nOld.',
    'zeta@1.0.0\nISC\n\nZeta holds\n\nthe rights.',
  ]
  const licenses = await collectLicenses(root, files)
  expect(licenses).toBe(`${sections.join(SEPARATOR)}\n`)
  expect(packagesIn(licenses)).toEqual([
    { name: '@own/b', version: '2.0.0', license: 'Apache-2.0' },
    { name: 'zeta', version: '0.9.0', license: 'MIT' },
    { name: 'zeta', version: '1.0.0', license: 'ISC' },
  ])
})

test('a line of dashes in the text of a license begins no package', () => {
  const text = `zeta@1.0.0\nISC\n\nZeta holds${SEPARATOR}the rights\nMIT`
  expect(packagesIn(text)).toEqual([{ name: 'zeta', version: '1.0.0', license: 'ISC' }])
})

test('each license that is missing or not permitted is reported', async () => {
  const version = '1.0.0'
  await lay('node_modules/a', { name: 'a', version, license: 'MIT' }, {})
  await lay('node_modules/b', { name: 'b', version, license: 'MIT' }, { LICENSE: ' \n', NOTICE: 'x' })
  await lay('node_modules/c', { name: 'c', version, license: 'GPL-3.0-only' }, { LICENSE: 'x' })
  await lay('node_modules/d', { name: 'd', version }, { LICENSE: 'x' })
  const permitted = 'MIT, ISC, BSD-2-Clause, BSD-3-Clause, 0BSD, Apache-2.0'
  const files = ['a', 'b', 'c', 'd'].map((name) => `node_modules/${name}/index.js`)
  await expect(collectLicenses(root, files)).rejects.toThrow(
    [
      'a@1.0.0 has no license text in node_modules/a.',
      'b@1.0.0 has no license text in node_modules/b.',
      `c@1.0.0 has the license GPL-3.0-only, which is none of ${permitted}.`,
      `d@1.0.0 has the license unknown, which is none of ${permitted}.`,
    ].join('\n'),
  )
})
