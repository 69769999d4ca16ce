import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { failing, fine, type Job, openJob, REPOSITORY } from './releasing.ts'

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
    `package.json's repository is github:<owner>/harmonica-session-action. Set it to github:${REPOSITORY}`,
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

/** Packs a tree with this dist/ as the first job does, and gives the digests of what it hands on. */
async function pack({ home }: Job, dist: string): Promise<{ DIGESTS: string }> {
  const assets = join(home, 'assets')
  await mkdir(join(home, 'a-1.2.3/dist'), { recursive: true })
  await writeFile(join(home, 'a-1.2.3/dist/index.js'), dist)
  execFileSync('tar', ['--create', '--gzip', '--file', join(assets, 'a-1.2.3.tar.gz'), 'a-1.2.3'], {
    cwd: home,
  })
  const names = ['a-1.2.3.tar.gz', 'notes.md', 'sbom.spdx.json']
  const lines = names.map(async (name) => {
    const digest = createHash('sha256').update(await readFile(join(assets, name)))
    return `${digest.digest('hex')}  ${name}\n`
  })
  await mkdir(join(home, 'rebuilt'))
  await writeFile(join(home, 'rebuilt/index.js'), 'built()')
  return { DIGESTS: (await Promise.all(lines)).join('') }
}

test('a dist/ that is what the sources build is let through', async () => {
  await using job = await openJob()
  expect(await job.run('compare', 'v1.2.3', { env: await pack(job, 'built()') })).toEqual(fine)
  expect(await readFile(join(job.home, 'tree/dist/index.js'), 'utf8')).toBe('built()')
})

test('another dist/ is not', async () => {
  await using job = await openJob()
  expect(await job.run('compare', 'v1.2.3', { env: await pack(job, 'planted()') })).toEqual(
    failing('::error title=dist/ is not what the tagged sources build::Nothing was published.'),
  )
})

test('nor is an archive that was changed on the way', async () => {
  await using job = await openJob()
  const env = await pack(job, 'built()')
  await cp(join(job.home, 'assets/notes.md'), join(job.home, 'assets/a-1.2.3.tar.gz'))
  expect(await job.run('compare', 'v1.2.3', { env })).toEqual(
    failing('a-1.2.3.tar.gz is not what was packed.'),
  )
})
