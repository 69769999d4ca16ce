import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** This repository's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** A text with the path that messages call it by, and the number of its first line there. */
export type Text = { path: string; text: string; line?: number }

const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})

/** Every file that is committed or would be by `git add .`, so that new ones count. */
export const repositoryFiles: readonly string[] = [...new Set(listed.split('\0'))]
  .filter((path) => path !== '' && existsSync(join(ROOT, path)))
  .toSorted()

/** The files whose paths match; none is an error, since a check of nothing always passes. */
export function textsLike(pattern: RegExp): Text[] {
  const paths = repositoryFiles.filter((path) => pattern.test(path))
  if (paths.length === 0) throw new Error(`No file of the repository matches ${pattern}`)
  return paths.map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
}

/** Workflows: those that run here, and those to copy. */
export const workflowFiles = (): Text[] => textsLike(/^(?:\.github|examples)\/workflows\/[^/]+\.yml$/u)

/** The actions' metadata. */
export const actionFiles = (): Text[] => textsLike(/^(?:\w+\/)?action\.yml$/u)

/** What people read here. Summaries that tests are made of are none of it. */
export const markdownFiles = (): Text[] => textsLike(/^(?!test\/).*\.md$/u)
