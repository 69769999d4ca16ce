import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { ROOT } from '../../sandbox/repository-files.ts'
import type { Release } from '../../sandbox/stand-ins/github-rest.ts'
import { commands } from '../../scripts/release.ts'
import { type Copy, copyRepository } from './copy.ts'
import { COMMIT, failing, fine, type Job, openJob, REPOSITORY } from './releasing.ts'

const EARLIER = 'beef'.padEnd(40, '0')

const published: Omit<Release, 'id' | 'tag' | 'name'> = {
  body: '',
  draft: false,
  latest: false,
  immutable: true,
  target: 'main',
  assets: [],
}

/** What was released before, the newest first. */
function releasedBefore({ github }: Job, ...releases: (Partial<Release> & Pick<Release, 'tag'>)[]): void {
  github.releases.push(
    ...releases.map((each, at) => ({ id: 100 - at, name: each.tag, ...published, ...each })),
  )
  for (const { tag } of releases) github.tags.set(tag, EARLIER)
}

/** A job that publishes a release of which the draft was approved, and what it does. */
async function openApproved(tag: string): Promise<Job & { publish(): ReturnType<Job['run']> }> {
  const job = await openJob()
  job.github.tags.set(tag, COMMIT)
  expect(await job.run('draft', tag)).toEqual(fine)
  const env = { ASSETS: await draftedAssets(job) }
  return { ...job, publish: () => job.run('publish', tag, { env }) }
}

/** What the job with the draft last handed on to the one that publishes. */
async function draftedAssets({ home }: Job): Promise<string> {
  const outputs = (await readFile(join(home, 'output'), 'utf8')).matchAll(/^assets<<end\n(.*?)^end$/gmsu)
  return Array.from(outputs, ([, assets = '']) => assets).at(-1) ?? ''
}

/** The names and texts of a release's assets. */
const assetsOf = (release: Release | undefined) =>
  Object.fromEntries(
    release?.assets.map(({ name, content }) => [name, Buffer.from(content, 'base64').toString()]) ?? [],
  )

test('the first release is drafted whole, with both attestations, for the commit that was checked', async () => {
  await using job = await openApproved('v1.2.3')
  const [release, ...others] = job.github.releases
  const { assets: _, ...rest } = release ?? {}
  expect({ rest, others, assets: assetsOf(release) }).toEqual({
    rest: {
      id: 1,
      tag: 'v1.2.3',
      name: 'v1.2.3',
      body: 'This is notes.md.',
      draft: true,
      latest: false,
      immutable: false,
      target: COMMIT,
    },
    others: [],
    assets: {
      'a-1.2.3.tar.gz': 'This is a-1.2.3.tar.gz.',
      'sbom.spdx.json': 'This is sbom.spdx.json.',
      'a-1.2.3.intoto.jsonl': '{"bundle":"origin"}\n{"bundle":"contents"}\n',
    },
  })
})

test('an approved draft is published as it is, immutable and as the latest', async () => {
  await using job = await openApproved('v1.2.3')
  const [drafted] = structuredClone(job.github.releases)
  expect(await job.publish()).toEqual(fine)
  expect(job.github.releases).toEqual([{ ...drafted, draft: false, latest: true, immutable: true }])
})

test('a draft that a person published, for the Marketplace, is compared and left alone', async () => {
  await using job = await openApproved('v1.2.3')
  const [release] = job.github.releases
  // The page on which releases are edited may set the target anew.
  Object.assign(release ?? {}, { draft: false, latest: true, immutable: true, target: 'main' })
  job.github.releases.push(
    ...structuredClone(job.github.releases).map((each) => ({ ...each, id: 2, draft: true })),
  )
  const before = job.github.requests.length
  expect(await job.publish()).toEqual(fine)
  const methods = job.github.requests.slice(before).map(({ method }) => method)
  expect(new Set(methods)).toEqual(new Set(['GET']))
  release?.assets.pop()
  expect(await job.publish()).toEqual(failing('It is published. Delete it, and release the next version.'))
})

test('all jobs may run again after the release, although attestations are signed anew', async () => {
  await using job = await openApproved('v1.2.3')
  expect(await job.publish()).toEqual(fine)
  const published = structuredClone(job.github.releases)
  await writeFile(join(job.home, 'origin.json'), '{"bundle":"signed again"}')
  expect(await job.run('draft', 'v1.2.3')).toEqual({ failed: false, log: 'v1.2.3 is published already.\n' })
  const env = { ASSETS: await draftedAssets(job) }
  expect(await job.run('publish', 'v1.2.3', { env })).toEqual(fine)
  expect(job.github.releases).toEqual(published)
})

test('drafts that earlier attempts left behind are replaced', async () => {
  await using job = await openJob()
  releasedBefore(job, { tag: 'v1.2.3', draft: true }, { tag: 'v1.2.3', draft: true })
  job.github.tags.set('v1.2.3', COMMIT)
  expect(await job.run('draft', 'v1.2.3')).toEqual(fine)
  expect(job.github.releases).toMatchObject([{ tag: 'v1.2.3', target: COMMIT, assets: { length: 3 } }])
})

test('a release that can still be changed is a failure', async () => {
  await using job = await openApproved('v1.2.3')
  job.github.options.immutableReleases = false
  expect(await job.publish()).toEqual(
    failing('::error title=v1.2.3::The release can still be changed. Enable release immutability'),
  )
})

test.each(['draft', 'publish'])('%s stops where the tag was moved after it was checked', async (command) => {
  await using job = await openApproved('v1.2.3')
  job.github.tags.set('v1.2.3', EARLIER)
  expect(await job.run(command, 'v1.2.3')).toEqual(
    failing(`::error title=v1.2.3::The tag was moved from ${COMMIT} to ${EARLIER}. Nothing was published.`),
  )
  expect(job.github.releases).toMatchObject([{ id: 1, draft: true }])
})

test.each<[what: string, change: (release: Release, all: Release[]) => void, message: string]>([
  [
    'is for another commit',
    (release) => Object.assign(release, { target: 'main' }),
    `The draft is for main, not for ${COMMIT}.`,
  ],
  ['is gone', (_, all) => all.pop(), 'There are 0 drafts of this release'],
  ['stands beside another', (release, all) => all.push({ ...release, id: 2 }), 'There are 2 drafts of'],
  [
    'has an asset more',
    ({ assets }) => assets.push({ id: 9, name: 'more', content: '' }),
    'The release has other assets than were drafted',
  ],
  ['has an asset less', ({ assets }) => assets.pop(), 'The release has other assets than were drafted'],
  [
    'has another text in an asset',
    ({ assets }) => Object.assign(assets[0] ?? {}, { content: 'AAAA' }),
    'Nothing was published. Run all jobs again, which replaces the draft.',
  ],
])('a draft that %s is not published', async (_, change, message) => {
  await using job = await openApproved('v1.2.3')
  const [release] = job.github.releases
  if (release) change(release, job.github.releases)
  expect(await job.publish()).toEqual(failing(message))
  expect(job.github.releases.filter(({ draft }) => !draft)).toEqual([])
})

test('a patch of an old major version does not become the latest release', async () => {
  await using job = await openApproved('v1.10.0')
  releasedBefore(job, { tag: 'v2.0.0', latest: true }, { tag: 'v1.9.0' })
  expect(await job.publish()).toEqual(fine)
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

/** A clone of this repository in which its owner is set, with an origin of its own. */
async function openClone(job: Job): Promise<Copy> {
  const clone = await copyRepository()
  await clone.run('scripts/set-owner.ts', 'octo-org')
  clone.git('commit', '--quiet', '--all', '--message', 'Set the owner')
  const origin = join(job.home, 'origin.git')
  clone.git('init', '--quiet', '--bare', origin)
  clone.git('remote', 'add', 'origin', origin)
  clone.git('push', '--quiet', 'origin', 'main')
  return clone
}

test('after a release one pull request pins it in README, documents and examples, however often the job runs', async () => {
  await using job = await openJob()
  await using clone = await openClone(job)
  releasedBefore(job, { tag: 'v1.2.3' })
  for (const attempt of [1, 2]) {
    const given = { cwd: clone.folder, script: join(clone.folder, 'scripts/release.ts') }
    expect({ attempt, ...(await job.run('renew-pins', 'v1.2.3', given)) }).toMatchObject({ failed: false })
    clone.git('reset', '--quiet', '--hard', 'origin/main')
  }
  expect(job.github.pulls).toMatchObject([
    { base: 'main', head: 'pins-v1.2.3', title: expect.stringContaining('v1.2.3') },
  ])
  clone.git('fetch', '--quiet', 'origin')
  const uses = clone
    .git(
      'grep',
      '--no-line-number',
      '-h',
      '-E',
      `uses: *${REPOSITORY}`,
      'origin/pins-v1.2.3',
      '--',
      'README.md',
      'docs',
      'examples',
    )
    .trim()
  expect(uses.split('\n').map((line) => line.replace(/^.*@/u, '@'))).toEqual(
    expect.arrayContaining([`@${COMMIT} # v1.2.3`]),
  )
  expect(uses).not.toMatch(/@v\d+ *(?:#.*)?$/mu)
  const changed = clone.git('diff', '--name-only', 'origin/main', 'origin/pins-v1.2.3').trim().split('\n')
  expect(changed).toEqual(expect.arrayContaining(['README.md', 'examples/workflows/deliberate-on-label.yml']))
  expect(changed.filter((path) => !/^(?:README\.md|docs\/.*|examples\/.*)$/u.test(path))).toEqual([])
})

test('a patch of an old major version renews no pins', async () => {
  await using job = await openJob()
  releasedBefore(job, { tag: 'v2.0.0' }, { tag: 'v1.2.3' })
  expect(await job.run('renew-pins', 'v1.2.3')).toEqual({ failed: false, log: 'The pins stay at v2.0.0.\n' })
  expect(job.github.pulls).toEqual([])
})

type ReleaseJob = {
  needs?: string[]
  environment?: string
  permissions: Record<string, string>
  outputs?: Record<string, string>
  steps: { run?: string; uses?: string; env?: Record<string, string> }[]
}
const { jobs }: { jobs: Record<string, ReleaseJob> } = parse(
  await readFile(join(ROOT, '.github/workflows/release.yml'), 'utf8'),
)

test('the workflow runs every command, in order', () => {
  const steps = Object.values(jobs).flatMap((job) => job.steps)
  const named = steps.flatMap(({ run = '' }) => /^node scripts\/release\.ts (\S+)$/u.exec(run)?.[1] ?? [])
  expect([...new Set(named)]).toEqual(Object.keys(commands))
})

test('what can write runs nothing that is installed', () => {
  const writing = Object.entries(jobs).filter(([, job]) => Object.values(job.permissions).includes('write'))
  const run = writing.flatMap(([, job]) => job.steps.flatMap((step) => step.run ?? []))
  expect({
    writing: writing.map(([id]) => id),
    others: run.filter((line) => !/^node scripts\/release\.ts \S+$/u.test(line)),
  }).toEqual({ writing: ['draft', 'publish', 'pins'], others: [] })
})

test('a person approves the draft before anything is published or pinned', () => {
  const runs = (id: string) => jobs[id]?.steps.map(({ run = '' }) => run) ?? []
  const publishing = Object.keys(jobs).filter((id) =>
    runs(id).some((run) => / (?:publish|move-tag)$/u.test(run)),
  )
  expect(
    publishing.map((id) => ({ id, needs: jobs[id]?.needs, environment: jobs[id]?.environment })),
  ).toEqual([{ id: 'publish', needs: ['pack', 'draft'], environment: 'release' }])
  expect(jobs.pins?.needs).toContain('publish')
})

test('what the draft is made of is attested, and what was drafted is what is published', () => {
  const steps = jobs.draft?.steps ?? []
  const names = steps.map(({ uses = '', run = '' }) => run.replace(/^.* /u, '') || uses.replace(/@.*/u, ''))
  expect(names.slice(names.indexOf('unpack'))).toEqual([
    'unpack',
    'compare',
    'actions/attest',
    'actions/attest',
    'draft',
  ])
  expect(steps.at(-1)?.env?.ATTESTATIONS?.trim().split('\n')).toEqual([
    `\${{ steps.origin.outputs.bundle-path }}`,
    `\${{ steps.contents.outputs.bundle-path }}`,
  ])
  const publishing = jobs.publish?.steps.find(({ run }) => run?.endsWith(' publish'))
  expect(publishing?.env?.ASSETS).toBe(`\${{ needs.draft.outputs.assets }}`)
  expect(jobs.draft?.outputs).toEqual({ assets: `\${{ steps.draft.outputs.assets }}` })
})

/** The lines for a shell in a section of docs/releasing.md, with another version. */
async function linesOf(section: string, version: string): Promise<string[]> {
  const page = await readFile(join(ROOT, 'docs/releasing.md'), 'utf8')
  const text = page.split(/^(?=## )/mu).find((each) => each.startsWith(`## ${section}\n`)) ?? ''
  return Array.from(text.matchAll(/^( *)```sh\n(.*?)^\1```$/gmsu), ([, indent = '', block = '']) =>
    block.replaceAll(new RegExp(`^${indent}`, 'gmu'), ''),
  ).flatMap((block) => block.trim().replaceAll('1.2.3', version).split('\n'))
}

/** What takes minutes, and other tests do. */
const SLOW = ['npm ci', 'npm run build', 'npm test']

test('docs/releasing.md, followed line by line, leads to 1.0.0 and from there to the next version', async () => {
  await using job = await openJob()
  await using clone = await copyRepository()
  const origin = join(job.home, 'origin.git')
  clone.git('init', '--quiet', '--bare', origin)
  clone.git('remote', 'add', 'origin', origin)
  clone.git('push', '--quiet', 'origin', 'main')
  const author = { GIT_AUTHOR_NAME: 'Octo', GIT_AUTHOR_EMAIL: 'octo@example.org' }
  const committer = { GIT_COMMITTER_NAME: 'Octo', GIT_COMMITTER_EMAIL: 'octo@example.org' }
  const options = {
    cwd: clone.folder,
    stdio: 'pipe' as const,
    env: { ...process.env, ...author, ...committer },
  }
  const follow = (lines: readonly string[]) => {
    for (const line of lines.filter((each) => !SLOW.includes(each)))
      execFileSync('sh', ['-ec', line], options)
  }
  const checked: unknown[] = []
  const settingOwner = await linesOf('Before the first release', '1.0.0')
  // The section goes when the owner is set.
  follow(
    settingOwner.length > 0
      ? settingOwner
      : ['npm run owner -- octo-org', 'git commit --all --message Owner'],
  )
  for (const version of ['1.0.0', '1.0.1']) {
    const lines = await linesOf('Make a release', version)
    // Between two steps of the page, the pull request is merged and CHANGELOG.md gets new text.
    const merged = lines.findIndex((line) => line.startsWith(`git push origin release-`)) + 1
    follow(lines.slice(0, merged))
    clone.git('push', '--quiet', 'origin', `release-${version}:main`)
    follow(lines.slice(merged))
    const run = await job.run('check', `v${version}`, { cwd: clone.folder })
    const agent = clone.git('grep', '-h', '-o', `'harmonica-session-action/.*'`, '--', 'src').trim()
    checked.push({ ...run, agent, tagged: clone.git('ls-remote', 'origin', `v${version}`) !== '' })
    const changelog = join(clone.folder, 'CHANGELOG.md')
    const text = await readFile(changelog, 'utf8')
    await writeFile(changelog, text.replace('## [Unreleased]\n', '## [Unreleased]\n\n- News\n'))
    clone.git('commit', '--quiet', '--all', '--message', 'News')
    clone.git('push', '--quiet', 'origin', 'main')
  }
  expect(checked).toEqual([
    { ...fine, agent: "'harmonica-session-action/1.0.0'", tagged: true },
    { ...fine, agent: "'harmonica-session-action/1.0.1'", tagged: true },
  ])
  expect(await readFile(join(job.home, 'assets/notes.md'), 'utf8')).toBe('- News\n')
})
