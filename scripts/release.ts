import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { packagesIn } from './licenses.ts'
import { writePin } from './pin.ts'
import { describeContents } from './sbom.ts'

/*
 * The steps of .github/workflows/release.yml, each a command: node scripts/release.ts publish. They need git, tar and
 * GitHub's gh, and nothing of npm's, since some run where a release can be written.
 */

/** What a step can't go on with: an annotation on the run's page. */
class Problem extends Error {
  readonly title: string
  constructor(title: string, message: string) {
    super(message)
    this.title = title
  }
}

/** A variable that the workflow or the runner sets. */
function variable(name: string): string {
  const value = process.env[name]
  if (!value) throw new Problem('Release', `${name} is not set. These commands run in release.yml.`)
  return value
}

/** What a program prints. Its errors go to the log. */
const print = (file: string, ...args: string[]): string =>
  execFileSync(file, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

const succeeds = (file: string, ...args: string[]): boolean => {
  try {
    print(file, ...args)
    return true
  } catch {
    return false
  }
}

/** The tag that was pushed, such as v1.2.3. */
const pushedTag = () => variable('GITHUB_REF_NAME')

/** Checks what has to be true of a tag, and writes the release's notes to assets/notes.md below RUNNER_TEMP. */
function check(): void {
  const tag = pushedTag()
  const refuse = (message: string): never => {
    throw new Problem(`${tag} cannot be released`, message)
  }
  const version = tag.replace(/^v/u, '')
  const metadata = ['package.json', 'package-lock.json'].map((file) => {
    const found = JSON.parse(readFileSync(file, 'utf8'))
    return found.version === version ? found : refuse(`${file} has version ${found.version}.`)
  })
  if (!succeeds('git', 'merge-base', '--is-ancestor', 'HEAD', 'origin/main'))
    refuse('The tagged commit is not on main.')
  // The one place where the owner is set; `npm test` compares every other with it.
  const [{ repository }] = metadata
  const expected = `github:${variable('GITHUB_REPOSITORY')}`
  if (repository !== expected)
    refuse(
      `package.json's repository is ${repository}. Set the owner: npm run owner -- ${expected.replace(/^github:|\/.*$/gu, '')}`,
    )
  const notes = notesOf(version, readFileSync('CHANGELOG.md', 'utf8'))
  if (notes === '') refuse(`CHANGELOG.md has no text under a heading '## [${version}] - ' with the date.`)
  const assets = join(variable('RUNNER_TEMP'), 'assets')
  mkdirSync(assets, { recursive: true })
  writeFileSync(join(assets, 'notes.md'), `${notes}\n`)
}

/** What stands under a version's heading. */
function notesOf(version: string, changelog: string): string {
  const sections = changelog.split(/^(?=## \[)/mu)
  const own = sections.find((section) => section.startsWith(`## [${version}] - `)) ?? ''
  return own.replace(/^.*/u, '').trim()
}

/** Packs the tagged tree, lists what its bundle is made of, and hands the digests of all assets on to later jobs. */
function pack(): void {
  const tag = pushedTag()
  const repository = variable('GITHUB_REPOSITORY')
  const name = `${repository.replace(/^.*\//u, '')}-${tag.replace(/^v/u, '')}`
  const assets = join(variable('RUNNER_TEMP'), 'assets')
  print('git', 'archive', '--prefix', `${name}/`, '--output', join(assets, `${name}.tar.gz`), 'HEAD')
  const [commit = '', seconds] = print('git', 'show', '--no-patch', '--format=%H %ct', 'HEAD')
    .trim()
    .split(' ')
  const contents = describeContents({
    repository,
    tag,
    time: new Date(Number(seconds) * 1000),
    // Committed by the build, and compared with a fresh one, so that no package has to be installed to know it.
    packages: packagesIn(readFileSync('dist/licenses.txt', 'utf8')),
    lockFile: readFileSync('package-lock.json', 'utf8'),
  })
  writeFileSync(join(assets, CONTENTS), contents)
  const digests = readdirSync(assets)
    .toSorted()
    .map((asset) => `${digestOf(join(assets, asset))}  ${asset}\n`)
  appendFileSync(variable('GITHUB_OUTPUT'), `commit=${commit}\ndigests<<end\n${digests.join('')}end\n`)
}

/** The asset that lists what the bundle is made of. */
const CONTENTS = 'sbom.spdx.json'

const digestOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

/** Compares what was packed with its digests, and leaves the tag's tree in tree/. */
function unpack(): void {
  for (const line of variable('DIGESTS').trim().split('\n')) {
    const [digest = '', name = ''] = line.split('  ')
    if (digestOf(join('assets', name)) !== digest)
      throw new Problem(pushedTag(), `${name} is not what was packed. Nothing was published.`)
  }
  mkdirSync('tree')
  print('tar', '--extract', '--file', archive(), '--directory', 'tree', '--strip-components', '1')
}

/** Compares the tag's dist/ with the fresh build in rebuilt/. */
function compare(): void {
  if (!succeeds('diff', '--recursive', '--brief', join('tree', 'dist'), 'rebuilt'))
    throw new Problem(
      'dist/ is not what the tagged sources build',
      'Nothing was published. Build and commit dist/, and release that as the next version.',
    )
}

function archive(): string {
  const found = readdirSync('assets').find((name) => name.endsWith('.tar.gz'))
  if (found === undefined) throw new Problem(pushedTag(), 'There is no archive in assets/.')
  return join('assets', found)
}

/** A file of a release. GitHub has no digest of one that is still being uploaded. */
type Asset = { readonly name: string; readonly digest: string | null }

/** A release in GitHub's REST API, as far as it is read here. */
type Listed = {
  readonly tag_name: string
  readonly draft: boolean
  /** What the tag would be made of if there was none. */
  readonly target_commitish: string
  readonly assets: readonly Asset[]
}

/** All releases, drafts too. */
function listReleases(): Listed[] {
  const pages: Listed[][] = JSON.parse(
    print('gh', 'api', '--paginate', '--slurp', `repos/${variable('GH_REPO')}/releases?per_page=100`),
  )
  return pages.flat()
}

/** Stops where the tag is not on the commit that was checked. */
function requireTagOnCommit(): void {
  const [tag, commit] = [pushedTag(), variable('COMMIT')]
  const { sha } = JSON.parse(print('gh', 'api', `repos/${variable('GH_REPO')}/commits/tags/${tag}`))
  if (sha !== commit)
    throw new Problem(tag, `The tag was moved from ${commit} to ${sha}. Nothing was published.`)
}

/** Makes the draft that people approve, with its attestations, and hands the digests of its assets on to the next job. */
function draft(): void {
  const tag = pushedTag()
  requireTagOnCommit()
  const ofTag = listReleases().filter(({ tag_name }) => tag_name === tag)
  const published = ofTag.find((release) => !release.draft)
  const attestations = writeAttestations()
  const assets = [archive(), join('assets', CONTENTS), attestations]
  const digests = new Map(assets.map((path) => [basename(path), digestOf(path)]))
  // What an earlier attempt attested has other signatures.
  const attested = published?.assets.find(({ name }) => name === basename(attestations))
  if (attested) digests.set(attested.name, hexOf(attested))
  const lines = Array.from(digests, ([name, digest]) => `${digest}  ${name}\n`)
  appendFileSync(variable('GITHUB_OUTPUT'), `assets<<end\n${lines.join('')}end\n`)
  if (published) {
    console.log(`${tag} is published already.`)
    return
  }
  // What an earlier attempt left behind may not be whole.
  for (const _ of ofTag) print('gh', 'release', 'delete', tag, '--yes')
  const notes = ['--title', tag, '--notes-file', join('assets', 'notes.md')]
  const target = ['--verify-tag', '--target', variable('COMMIT')]
  // Assets come with the draft, since a published release takes none.
  print('gh', 'release', 'create', tag, '--draft', ...target, ...notes, ...assets)
}

/** The digits of a digest in GitHub's form: `sha256:…`. */
const hexOf = ({ digest }: Asset) => digest?.replace(/^sha256:/u, '') ?? 'not known'

/** Makes one file of all attestations, each a line of JSON, under a name by which OpenSSF Scorecard finds them. */
function writeAttestations(): string {
  const file = archive().replace(/\.tar\.gz$/u, '.intoto.jsonl')
  const bundles = variable('ATTESTATIONS').trim().split('\n')
  writeFileSync(file, bundles.map((path) => `${readFileSync(path, 'utf8').trim()}\n`).join(''))
  return file
}

/** Publishes the draft that was approved, unless a person did so already, for the Marketplace, or an earlier attempt. */
function publish(): void {
  const tag = pushedTag()
  requireTagOnCommit()
  const releases = listReleases()
  const release = requireRelease(releases.filter(({ tag_name }) => tag_name === tag))
  requireAssets(release)
  if (release.draft) {
    const isLatest = newestOf([tag, ...publishedTags(releases)]) === tag
    print('gh', 'release', 'edit', tag, '--draft=false', `--latest=${isLatest}`)
  }
  const { immutable } = JSON.parse(print('gh', 'api', `repos/${variable('GH_REPO')}/releases/tags/${tag}`))
  if (immutable !== true)
    throw new Problem(
      tag,
      'The release can still be changed. Enable release immutability in the settings, delete the release but not the tag, and run all jobs again.',
    )
}

/** The one release of a tag: a published one, or else a draft, which has to be for the commit that was checked. */
function requireRelease(ofTag: readonly Listed[]): Listed {
  const [tag, commit] = [pushedTag(), variable('COMMIT')]
  const published = ofTag.find((release) => !release.draft)
  if (published) return published
  const [found] = ofTag
  if (found === undefined || ofTag.length > 1)
    throw new Problem(
      tag,
      `There are ${ofTag.length} drafts of this release, and there has to be one. Nothing was published. Run all jobs again, which makes it.`,
    )
  if (found.target_commitish !== commit)
    throw new Problem(
      tag,
      `The draft is for ${found.target_commitish}, not for ${commit}. Nothing was published. Run all jobs again, which replaces it.`,
    )
  return found
}

/** Compares the assets of a release with those that were drafted. */
function requireAssets({ draft: isDraft, assets }: Listed): void {
  const actual = assets.map((asset) => `${hexOf(asset)}  ${asset.name}`).toSorted()
  const expected = variable('ASSETS').trim().split('\n').toSorted()
  if (actual.join('\n') === expected.join('\n')) return
  const advice = isDraft
    ? 'Nothing was published. Run all jobs again, which replaces the draft.'
    : 'It is published. Delete it, and release the next version.'
  throw new Problem(
    pushedTag(),
    `The release has other assets than were drafted: ${actual.join(', ')}. ${advice}`,
  )
}

/** Moves the tag of the major version, such as v1, to its newest release. */
function moveTag(): void {
  const tag = pushedTag()
  const [repository, commit] = [variable('GH_REPO'), variable('COMMIT')]
  const [major = ''] = tag.split('.')
  // A job that runs again after a later release must not move it back.
  const newest = newestOf(
    [tag, ...publishedTags(listReleases())].filter((each) => each.startsWith(`${major}.`)),
  )
  if (newest !== tag) {
    console.log(`${major} stays at ${newest}.`)
    return
  }
  const refs = `repos/${repository}/git/refs`
  const moved =
    succeeds(
      'gh',
      'api',
      '--method',
      'PATCH',
      `${refs}/tags/${major}`,
      '-f',
      `sha=${commit}`,
      '-F',
      'force=true',
    ) ||
    // The first release of a major version has no tag to move.
    succeeds('gh', 'api', '--method', 'POST', refs, '-f', `ref=refs/tags/${major}`, '-f', `sha=${commit}`)
  if (!moved)
    throw new Problem(
      `${major} was not moved`,
      `${tag} is published. If GitHub wants the permission 'workflows', which no workflow can have, a maintainer has to move the tag: git push --force origin ${commit}:refs/tags/${major}`,
    )
}

/** Opens a pull request with which README, documents and examples name the release's commit, if it is the newest. */
function renewPins(): void {
  const tag = pushedTag()
  const [repository, commit] = [variable('GH_REPO'), variable('COMMIT')]
  const newest = newestOf([tag, ...publishedTags(listReleases())])
  if (newest !== tag) {
    console.log(`The pins stay at ${newest}.`)
    return
  }
  console.log(writePin({ action: repository, commit, tag }))
  if (succeeds('git', 'diff', '--quiet')) return
  const branch = `pins-${tag}`
  const title = `Pin this action to ${tag} in README, documents and examples`
  const author = [
    ...['-c', 'user.name=github-actions[bot]'],
    ...['-c', 'user.email=41898282+github-actions[bot]@users.noreply.github.com'],
  ]
  print('git', ...author, 'commit', '--quiet', '--all', '--message', title)
  print('gh', 'auth', 'setup-git')
  // An earlier attempt may have left the branch behind.
  print('git', 'push', '--quiet', '--force', 'origin', `HEAD:refs/heads/${branch}`)
  const open: unknown[] = JSON.parse(
    print('gh', 'pr', 'list', '--head', branch, '--state', 'open', '--json', 'number'),
  )
  if (open.length > 0) return
  const body = `[${tag}](https://github.com/${repository}/releases/tag/${tag}) is commit ${commit}. The checks wait until somebody with write access approves them.`
  print('gh', 'pr', 'create', '--base', 'main', '--head', branch, '--title', title, '--body', body)
}

const publishedTags = (releases: readonly Listed[]): string[] =>
  releases.filter((release) => !release.draft).map(({ tag_name }) => tag_name)

/** The newest of the tags that are versions, by their numbers: v1.10.0 comes after v1.9.0. */
function newestOf(tags: readonly string[]): string | undefined {
  const versions = tags.filter((tag) => /^v\d+\.\d+\.\d+$/u.test(tag))
  return versions.toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true })).at(-1)
}

/** The commands, in the order in which release.yml first runs them. */
export const commands = {
  check,
  pack,
  unpack,
  compare,
  draft,
  publish,
  'move-tag': moveTag,
  'renew-pins': renewPins,
}

if (import.meta.main) {
  const [, , name = ''] = process.argv
  try {
    const command = Object.entries(commands).find(([each]) => each === name)?.[1]
    if (!command) throw new Problem('Release', `'${name}' is not one of ${Object.keys(commands).join(', ')}.`)
    command()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    console.log(`::error title=${error.title}::${error.message}`)
    process.exitCode = 1
  }
}
