import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../sandbox/repository-files.ts'
import { packagesIn } from '../../scripts/licenses.ts'
import { describeContents } from '../../scripts/sbom.ts'
import { failing, fine, type Job, openJob, REPOSITORY } from './releasing.ts'

/** An asset's line in the digests that jobs hand on. */
async function digestLine({ home }: Job, name: string): Promise<string> {
  const digest = createHash('sha256').update(await readFile(join(home, 'assets', name)))
  return `${digest.digest('hex')}  ${name}\n`
}

/** A checkout of a tagged commit on main, with these versions and this changelog. */
async function checkout(
  { home }: Job,
  given: { version?: string; locked?: string; repository?: string; changelog?: string } = {},
): Promise<string> {
  const folder = join(home, 'checkout')
  const { version = '1.2.3', locked = version, repository = `github:${REPOSITORY}` } = given
  const { changelog = '# C\n\n## [1.2.3] - 2026-12-04\n\n- News\n\n## [1.2.2] - 2026-12-01\n\n- Old\n' } =
    given
  await mkdir(folder)
  const files = {
    'package.json': JSON.stringify({ version, repository }),
    'package-lock.json': JSON.stringify({ version: locked }),
    'CHANGELOG.md': changelog,
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder })
  git('init', '--quiet')
  const author = ['-c', 'user.name=Octo', '-c', 'user.email=octo@example.org']
  git(...author, 'commit', '--quiet', '--allow-empty', '--message', 'First')
  git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  return folder
}

test('a tag that is right has notes, from the changelog', async () => {
  await using job = await openJob()
  expect(await job.run('check', 'v1.2.3', { cwd: await checkout(job) })).toEqual(fine)
  expect(await readFile(join(job.home, 'assets/notes.md'), 'utf8')).toBe('- News\n')
})

test.each([
  ['another version', { version: '1.2.4' }, 'package.json has version 1.2.4.'],
  ['another version in the lock file', { locked: '1.2.2' }, 'package-lock.json has version 1.2.2.'],
  [
    'a placeholder for the owner',
    { repository: 'github:<owner>/harmonica-session-action' },
    `package.json's repository is github:<owner>/harmonica-session-action. Set the owner: npm run owner -- octo-org`,
  ],
  [
    'nothing in the changelog',
    { changelog: '## [1.2.3] - 2026-12-04\n\n## [1.2.2] - 2026-12-01\n\n- Old\n' },
    "CHANGELOG.md has no text under a heading '## [1.2.3] - ' with the date.",
  ],
])('a tag with %s is refused', async (_, given, message) => {
  await using job = await openJob()
  expect(await job.run('check', 'v1.2.3', { cwd: await checkout(job, given) })).toEqual(
    failing(`::error title=v1.2.3 cannot be released::${message}`),
  )
})

test('a tag beside main is refused', async () => {
  await using job = await openJob()
  const cwd = await checkout(job)
  const author = ['-c', 'user.name=Octo', '-c', 'user.email=octo@example.org']
  execFileSync('git', [...author, 'commit', '--quiet', '--allow-empty', '--message', 'Aside'], { cwd })
  expect(await job.run('check', 'v1.2.3', { cwd })).toEqual(failing('The tagged commit is not on main.'))
})

test('what is packed is the tagged tree, what its bundle is made of, and the digests of all', async () => {
  await using job = await openJob()
  const cwd = await checkout(job)
  await mkdir(join(cwd, 'dist'))
  const license = 'MIT\n\nThe MIT License'
  await writeFile(
    join(cwd, 'dist/licenses.txt'),
    [`@a/b@1.0.0\n${license}`, `c@2.0.0-rc.1\n${license}`].join(`\n\n${'-'.repeat(80)}\n\n`),
  )
  const packages = {
    '': { version: '1.2.3' },
    'node_modules/@a/b': { version: '1.0.0', integrity: 'sha512-AAECAw==' },
    'node_modules/c': { version: '1.0.0' },
    'node_modules/@a/b/node_modules/c': { version: '2.0.0-rc.1', resolved: 'https://example.org/c.tgz' },
    'node_modules/dev': { version: '1.0.0' },
  }
  await writeFile(join(cwd, 'package-lock.json'), JSON.stringify({ version: '1.2.3', packages }))
  const git = (...args: string[]) => execFileSync('git', args, { cwd, encoding: 'utf8' }).trim()
  git('add', '.')
  const author = ['-c', 'user.name=Octo', '-c', 'user.email=octo@example.org']
  git(...author, 'commit', '--quiet', '--message', 'Whole', '--date', '2026-12-04T10:00:00+01:00')
  await rm(join(job.home, 'assets'), { recursive: true })
  await mkdir(join(job.home, 'assets'))
  expect(await job.run('pack', 'v1.2.3', { cwd })).toEqual(fine)

  const archive = 'harmonica-session-action-1.2.3.tar.gz'
  const listed = execFileSync('tar', ['--list', '--file', join(job.home, 'assets', archive)])
  expect(`${listed}`).toContain('harmonica-session-action-1.2.3/dist/licenses.txt\n')
  const contents = JSON.parse(await readFile(join(job.home, 'assets/sbom.spdx.json'), 'utf8'))
  expect(contents).toMatchObject({
    spdxVersion: 'SPDX-2.3',
    SPDXID: 'SPDXRef-DOCUMENT',
    creationInfo: {
      created: new Date(1000 * Number(git('show', '-s', '--format=%ct'))).toISOString().replace('.000', ''),
    },
    packages: [
      { name: 'harmonica-session-action', versionInfo: '1.2.3' },
      {
        name: '@a/b',
        licenseDeclared: 'MIT',
        downloadLocation: 'NOASSERTION',
        checksums: [{ algorithm: 'SHA512', checksumValue: '00010203' }],
        externalRefs: [{ referenceLocator: 'pkg:npm/%40a/b@1.0.0' }],
      },
      { name: 'c', versionInfo: '2.0.0-rc.1', downloadLocation: 'https://example.org/c.tgz' },
    ],
    relationships: [
      { relationshipType: 'DESCRIBES', relatedSpdxElement: 'SPDXRef-Action' },
      { relationshipType: 'CONTAINS', relatedSpdxElement: 'SPDXRef-Package--a-b-1.0.0' },
      { relationshipType: 'CONTAINS', relatedSpdxElement: 'SPDXRef-Package-c-2.0.0-rc.1' },
    ],
  })
  const names = [archive, 'sbom.spdx.json']
  const digests = await Promise.all(names.map((name) => digestLine(job, name)))
  expect(await readFile(join(job.home, 'output'), 'utf8')).toBe(
    `commit=${git('rev-parse', 'HEAD')}\ndigests<<end\n${digests.join('')}end\n`,
  )
})

test('a package in the bundle that the lock file does not have is a failure', async () => {
  const described = { repository: REPOSITORY, tag: 'v1.2.3', time: new Date(0) }
  const packages = [{ name: 'a', version: '1.0.0', license: 'MIT' }]
  const lockFile = JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.1' } } })
  expect(() => describeContents({ ...described, packages, lockFile })).toThrow(
    'package-lock.json has no a@1.0.0.',
  )
})

test('what this bundle is made of is known from its licenses', async () => {
  const licenses = await readFile(join(ROOT, 'dist/licenses.txt'), 'utf8')
  const lockFile = await readFile(join(ROOT, 'package-lock.json'), 'utf8')
  const packages = packagesIn(licenses)
  const named = packages.map(({ name }) => name)
  expect(named).toEqual(expect.arrayContaining(['@actions/core', 'yaml', 'zod']))
  expect(named).not.toContain('undici')
  const contents = describeContents({
    repository: REPOSITORY,
    tag: 'v1.0.0',
    time: new Date(0),
    packages,
    lockFile,
  })
  const ids = JSON.parse(contents).packages.map(({ SPDXID }: { SPDXID: string }) => SPDXID)
  expect(new Set(ids).size).toBe(packages.length + 1)
})

/** Packs a tree with this dist/ as the first job does, and gives the digests of what it hands on. */
async function packed(job: Job, dist: string): Promise<{ DIGESTS: string }> {
  const { home } = job
  const assets = join(home, 'assets')
  await mkdir(join(home, 'a-1.2.3/dist'), { recursive: true })
  await writeFile(join(home, 'a-1.2.3/dist/index.js'), dist)
  execFileSync('tar', ['--create', '--gzip', '--file', join(assets, 'a-1.2.3.tar.gz'), 'a-1.2.3'], {
    cwd: home,
  })
  const names = ['a-1.2.3.tar.gz', 'notes.md', 'sbom.spdx.json']
  const lines = names.map((name) => digestLine(job, name))
  await mkdir(join(home, 'rebuilt'))
  await writeFile(join(home, 'rebuilt/index.js'), 'built()')
  return { DIGESTS: (await Promise.all(lines)).join('') }
}

test('a dist/ that is what the sources build is let through', async () => {
  await using job = await openJob()
  const env = await packed(job, 'built()')
  expect(await job.run('unpack', 'v1.2.3', { env })).toEqual(fine)
  expect(await job.run('compare', 'v1.2.3')).toEqual(fine)
  expect(await readFile(join(job.home, 'tree/dist/index.js'), 'utf8')).toBe('built()')
})

test('another dist/ is not', async () => {
  await using job = await openJob()
  const env = await packed(job, 'planted()')
  expect(await job.run('unpack', 'v1.2.3', { env })).toEqual(fine)
  expect(await job.run('compare', 'v1.2.3')).toEqual(
    failing('::error title=dist/ is not what the tagged sources build::Nothing was published.'),
  )
})

test('nor is an archive that was changed on the way', async () => {
  await using job = await openJob()
  const env = await packed(job, 'built()')
  await cp(join(job.home, 'assets/notes.md'), join(job.home, 'assets/a-1.2.3.tar.gz'))
  expect(await job.run('unpack', 'v1.2.3', { env })).toEqual(
    failing('a-1.2.3.tar.gz is not what was packed.'),
  )
})
