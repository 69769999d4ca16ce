import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** This repository's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** A text with the path and the first line's number, as messages name them. */
export type Text = { path: string; text: string; line?: number }

const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})

/** Every file that is committed or would be by `git add .`, so that new ones count. */
export const repositoryFiles: readonly string[] = [...new Set(listed.split('\0'))]
  .filter((path) => path !== '' && existsSync(join(ROOT, path)))
  .toSorted()

/** The files whose paths match. @throws if there are none, since a check of no files would always pass */
export function textsLike(pattern: RegExp): Text[] {
  const paths = repositoryFiles.filter((path) => pattern.test(path))
  if (paths.length === 0) throw new Error(`No file of the repository matches ${pattern}`)
  return paths.map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
}

/** The workflows that run here, and the examples to copy. */
export const workflowFiles = (): Text[] => textsLike(/^(?:\.github|examples)\/workflows\/[^/]+\.yml$/u)

/** The actions' metadata. */
export const actionFiles = (): Text[] => textsLike(/^(?:\w+\/)?action\.yml$/u)

/** The documents that people read, so not the summaries that tests read. */
export const markdownFiles = (): Text[] => textsLike(/^(?!test\/).*\.md$/u)
