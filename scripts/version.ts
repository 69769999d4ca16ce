import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../sandbox/repository-files.ts'

/*
 * What `npm version` runs once it has set the version in package.json and in the lock file: it writes the version where
 * people and Harmonica read it.
 */

/** The text of src/harmonica/client.ts with this version in the name by which requests introduce themselves. */
export const withAgent = (text: string, version: string): string =>
  text.replace(/(?<='harmonica-session-action\/)[^']*/u, version)

/**
 * A changelog in which what was unreleased is this version's, of a day such as `2026-12-04`. It stays the same if the
 * version has a heading already.
 *
 * @throws Error if nothing is unreleased: a release has to say what changed
 */
export function withHeading(changelog: string, version: string, day: string): string {
  const heading = `## [${version}] - `
  if (changelog.includes(`\n${heading}`)) return changelog
  if (!/\n## \[Unreleased\]\n+(?!## |\[)\S/u.test(changelog))
    throw new Error(
      'CHANGELOG.md has no text under [Unreleased]. Write what changed, and set the version again.',
    )
  return changelog.replace('\n## [Unreleased]\n', `\n## [Unreleased]\n\n${heading}${day}\n`)
}

if (import.meta.main) {
  const version = process.env.npm_package_version
  if (!version) throw new Error('npm runs this: npm version --no-git-tag-version 1.2.3')
  const day = new Date().toISOString().slice(0, 10)
  const changes: Record<string, (text: string) => string> = {
    'src/harmonica/client.ts': (text) => withAgent(text, version),
    'CHANGELOG.md': (text) => withHeading(text, version, day),
  }
  for (const [path, change] of Object.entries(changes)) {
    const file = join(ROOT, path)
    await writeFile(file, change(await readFile(file, 'utf8')))
  }
}
