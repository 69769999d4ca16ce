import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/*
 * The steps of .github/workflows/release.yml, each a command: node scripts/release.ts publish. They need git, tar and
 * GitHub's gh, and nothing of npm's, since they run where a release can be written.
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
    refuse(`package.json's repository is ${repository}. Set it to ${expected} and run: npm run docs`)
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

/** Compares what was packed with its digests, and the tag's dist/ with the fresh build; leaves the tag's tree in tree/. */
function compare(): void {
  for (const line of variable('DIGESTS').trim().split('\n')) {
    const [digest = '', name = ''] = line.split(/ [ *]/u)
    const actual = createHash('sha256')
      .update(readFileSync(join('assets', name)))
      .digest('hex')
    if (actual !== digest)
      throw new Problem(pushedTag(), `${name} is not what was packed. Nothing was published.`)
  }
  mkdirSync('tree')
  print('tar', '--extract', '--file', archive(), '--directory', 'tree', '--strip-components', '1')
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

/** A release in `gh release list --json tagName,isDraft`. */
type Listed = { tagName: string; isDraft: boolean }

const listReleases = (): Listed[] =>
  JSON.parse(print('gh', 'release', 'list', '--limit', '1000', '--json', 'tagName,isDraft'))

/** Publishes the release, unless an earlier attempt did. */
function publish(): void {
  const tag = pushedTag()
  const [repository, commit] = [variable('GH_REPO'), variable('COMMIT')]
  const { sha } = JSON.parse(print('gh', 'api', `repos/${repository}/commits/tags/${tag}`))
  if (sha !== commit)
    throw new Problem(tag, `The tag was moved from ${commit} to ${sha}. Nothing was published.`)
  const releases = listReleases()
  const ofTag = releases.filter(({ tagName }) => tagName === tag)
  if (ofTag.every(({ isDraft }) => isDraft)) {
    // What an earlier attempt left behind may not be whole.
    for (const _ of ofTag) print('gh', 'release', 'delete', tag, '--yes')
    const notes = ['--title', tag, '--notes-file', join('assets', 'notes.md')]
    const assets = [archive(), join('assets', 'sbom.spdx.json')]
    // Assets come with the draft, since a published release takes none.
    print('gh', 'release', 'create', tag, '--draft', '--verify-tag', ...notes, ...assets)
    const isLatest = newestOf([tag, ...publishedTags(releases)]) === tag
    print('gh', 'release', 'edit', tag, '--draft=false', `--latest=${isLatest}`)
  }
  const { immutable } = JSON.parse(print('gh', 'api', `repos/${repository}/releases/tags/${tag}`))
  if (immutable !== true)
    throw new Problem(
      tag,
      'The release can still be changed. Enable release immutability in the settings, delete the release but not the tag, and run this job again.',
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

const publishedTags = (releases: readonly Listed[]): string[] =>
  releases.filter(({ isDraft }) => !isDraft).map(({ tagName }) => tagName)

/** The newest of the tags that are versions, by their numbers: v1.10.0 comes after v1.9.0. */
function newestOf(tags: readonly string[]): string | undefined {
  const versions = tags.filter((tag) => /^v\d+\.\d+\.\d+$/u.test(tag))
  return versions.toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true })).at(-1)
}

/** The commands, in the order in which release.yml runs them. */
export const commands = { check, compare, publish, 'move-tag': moveTag }

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
