import { execFileSync } from 'node:child_process'
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { ROOT } from '../../sandbox/repository-files.ts'
import type { Release } from '../../sandbox/stand-ins/github-rest.ts'
import { commands } from '../../scripts/release.ts'
import { COMMIT, failing, fine, type Job, openJob } from './releasing.ts'

const EARLIER = 'beef'.padEnd(40, '0')

const published: Omit<Release, 'id' | 'tag' | 'name'> = {
  body: '',
  draft: false,
  latest: false,
  immutable: true,
  assets: [],
}

/** What was released before, the newest first. */
function releasedBefore({ github }: Job, ...releases: (Partial<Release> & Pick<Release, 'tag'>)[]): void {
  github.releases.push(
    ...releases.map((each, at) => ({ id: 100 - at, name: each.tag, ...published, ...each })),
  )
  for (const { tag } of releases) github.tags.set(tag, EARLIER)
}

test('the first release is published whole, immutable and as the latest', async () => {
  await using job = await openJob()
  job.github.tags.set('v1.2.3', COMMIT)
  expect(await job.run('publish', 'v1.2.3')).toEqual(fine)
  expect(job.github.releases).toEqual([
    {
      id: 1,
      tag: 'v1.2.3',
      name: 'v1.2.3',
      body: 'This is notes.md.',
      draft: false,
      latest: true,
      immutable: true,
      assets: ['a-1.2.3.tar.gz', 'sbom.spdx.json'],
    },
  ])
})

test('drafts that earlier attempts left behind are replaced', async () => {
  await using job = await openJob()
  releasedBefore(job, { tag: 'v1.2.3', draft: true }, { tag: 'v1.2.3', draft: true })
  job.github.tags.set('v1.2.3', COMMIT)
  expect(await job.run('publish', 'v1.2.3')).toEqual(fine)
  expect(job.github.releases).toMatchObject([{ tag: 'v1.2.3', draft: false, assets: { length: 2 } }])
})

test('a release that was published before is left alone', async () => {
  await using job = await openJob()
  releasedBefore(job, { tag: 'v1.2.3' })
  job.github.tags.set('v1.2.3', COMMIT)
  expect(await job.run('publish', 'v1.2.3')).toEqual(fine)
  expect(new Set(job.github.requests.map(({ method }) => method))).toEqual(new Set(['GET']))
})

test('a release that can still be changed is a failure', async () => {
  await using job = await openJob()
  releasedBefore(job, { tag: 'v1.2.3', immutable: false })
  job.github.tags.set('v1.2.3', COMMIT)
  expect(await job.run('publish', 'v1.2.3')).toEqual(
    failing('::error title=v1.2.3::The release can still be changed. Enable release immutability'),
  )
})

test('a tag that was moved after it was checked is not published', async () => {
  await using job = await openJob()
  job.github.tags.set('v1.2.3', EARLIER)
  expect(await job.run('publish', 'v1.2.3')).toEqual(
    failing(`::error title=v1.2.3::The tag was moved from ${COMMIT} to ${EARLIER}. Nothing was published.`),
  )
  expect(job.github.releases).toEqual([])
})

test('a patch of an old major version does not become the latest release', async () => {
  await using job = await openJob()
  releasedBefore(job, { tag: 'v2.0.0', latest: true }, { tag: 'v1.9.0' })
  job.github.tags.set('v1.10.0', COMMIT)
  expect(await job.run('publish', 'v1.10.0')).toEqual(fine)
  expect(job.github.releases).toMatchObject([
    { tag: 'v1.10.0', draft: false, latest: false },
    { tag: 'v2.0.0', latest: true },
    { tag: 'v1.9.0' },
  ])
})

test.each([
  ['is made by the first release', [], undefined, COMMIT],
  ['moves to a newer release', [{ tag: 'v1.9.0' }, { tag: 'v1.0.0' }], EARLIER, COMMIT],
  ['moves although a later version is a draft', [{ tag: 'v1.11.0', draft: true }], EARLIER, COMMIT],
  ['moves to a patch of an old major version', [{ tag: 'v2.0.0' }, { tag: 'v1.0.0' }], EARLIER, COMMIT],
  ['is not moved back by an older release', [{ tag: 'v1.11.0' }, { tag: 'v1.10.0' }], EARLIER, EARLIER],
])('the tag of the major version %s', async (_, before, at, expected) => {
  await using job = await openJob()
  releasedBefore(job, ...before)
  if (at) job.github.tags.set('v1', at)
  expect(await job.run('move-tag', 'v1.10.0')).toMatchObject({ failed: false })
  expect(job.github.tags.get('v1')).toBe(expected)
})

test('a tag that may not be moved is a failure that says what to do', async () => {
  await using job = await openJob()
  job.github.tags.set('v1', EARLIER)
  job.github.faults.push({
    kind: 'status',
    status: 403,
    on: ({ method }) => method !== 'GET',
    times: Infinity,
  })
  expect(await job.run('move-tag', 'v1.2.3')).toEqual(
    failing(`git push --force origin ${COMMIT}:refs/tags/v1`),
  )
})

test('the workflow runs every command, each once and in order', async () => {
  const { jobs } = parse(await readFile(join(ROOT, '.github/workflows/release.yml'), 'utf8'))
  const steps: { run?: string }[] = Object.values<{ steps: object[] }>(jobs).flatMap((job) => job.steps)
  const named = steps.flatMap(
    ({ run: line = '' }) => /^node scripts\/release\.ts (\S+)$/u.exec(line)?.[1] ?? [],
  )
  expect(named).toEqual(Object.keys(commands))
})

test('the first command of docs/releasing.md takes the version that is set already, as for the first release', async () => {
  await using job = await openJob()
  const page = await readFile(join(ROOT, 'docs/releasing.md'), 'utf8')
  const [, command = ''] = /`(npm version [^`]*)`/u.exec(page) ?? []
  for (const file of ['package.json', 'package-lock.json']) await cp(join(ROOT, file), join(job.home, file))
  const { version } = JSON.parse(await readFile(join(job.home, 'package.json'), 'utf8'))
  const [program = '', ...args] = command.replace('1.2.3', version).split(' ')
  expect(execFileSync(program, args, { cwd: job.home, encoding: 'utf8' })).toBe(`v${version}\n`)
})
