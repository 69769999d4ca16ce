import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { formatNumber, type Line, line } from '../text/line.ts'

/** The largest file that is read: 1 MiB. */
export const MAX_FILE_BYTES = 1_048_576

/**
 * Reads a UTF-8 text file whose real path lies in the real workspace and not under `.git`. Code that runs as the same
 * user could read anything itself, so nothing is done against files that it swaps or hard links that it makes; git
 * carries no hard links.
 *
 * @param path relative to the workspace, or absolute and in it
 * @param workspace the runner's `GITHUB_WORKSPACE`, empty where it has none
 * @returns the text without its byte order mark; or why there is none and what to do, without any of it, in words that
 * follow the file's name
 */
export async function readWorkspaceFile(path: string, workspace: string): Promise<string | Line> {
  if (path.includes('\0'))
    return line`which is not a valid path: it contains a NUL character. Write the path again.`
  const folder = await stat(workspace).catch(() => undefined)
  if (!folder?.isDirectory()) return NO_WORKSPACE
  const root = await realpath(workspace)
  const target = resolve(workspace, path)
  try {
    const real = await realpath(target)
    return misplaced(root, real) ?? (await readText(real))
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    const code = String(error.code)
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code)) return await missing(path, root, target)
    return line`which could not be read (${code}). An earlier step may have written it as another user, in a container for instance: make it readable there, with chmod a+r.`
  }
}

function misplaced(root: string, real: string): Line | undefined {
  const steps = relative(root, real)
  const names = steps.split(sep)
  if (isAbsolute(steps) || names[0] === '..') return OUTSIDE
  return names.some((name) => name.toLowerCase() === '.git') ? IN_GIT : undefined
}

async function readText(real: string): Promise<string | Line> {
  const stats = await stat(real)
  if (!stats.isFile())
    return line`which is ${stats.isDirectory() ? 'a folder' : 'no regular file'}. Name a file that holds text.`
  if (stats.size > MAX_FILE_BYTES)
    return line`which has ${formatNumber(Math.ceil(stats.size / 1024))} KB. At most 1,024 KB are read, and Harmonica advises a context of about 500 words: shorten it to what the participants need.`
  const bytes = await readFile(real)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? NO_TEXT : text
  } catch {
    return NO_TEXT
  }
}

/** Why a file may not be there: what else people write for a path, or a name that differs in case only. */
async function missing(path: string, root: string, target: string): Promise<Line> {
  const folder = await realpath(dirname(target)).catch(() => undefined)
  const fault = folder && misplaced(root, join(folder, basename(target)))
  if (fault) return fault
  const names = folder ? await readdir(folder).catch(() => []) : []
  const sameName = names.find(
    (name) => comparable(name) === comparable(basename(target)) && name !== basename(target),
  )
  if (isAbsolute(path) && !sameName)
    return line`which is not in the workspace. Write the path relative to the workspace, such as ${basename(path)}: in a container, for instance, the workspace lies elsewhere than on the runner.`
  const advice =
    folder && sameName ? line`Did you mean ${relative(root, join(folder, sameName))}?` : hintFor(path)
  return line`which is not in the workspace. ${advice} ${CHECK_OUT}`
}

/** A name without its case and in one spelling of accents, since file systems differ in both. */
const comparable = (name: string): string => name.normalize('NFC').toLowerCase()

/** Also where people write an address, a pattern, or several paths on a line. */
function hintFor(path: string): Line {
  if (path.includes('\\')) return line`Write / between folders: ${path.replaceAll('\\', '/')}.`
  return /[:*?[\]{}\s,]/u.test(path)
    ? line`Write one path per line. URLs and patterns such as *.md are not supported.`
    : line`Check the path, or leave the input out until the file exists.`
}

const CHECK_OUT = line`Make sure that an earlier step of this job checks out the repository with actions/checkout.`
const NO_WORKSPACE = line`but there is no workspace to read it from: GITHUB_WORKSPACE is not set or is not a folder. ${CHECK_OUT}`
const OUTSIDE = line`which is outside the workspace. Only files inside it are read, and symbolic links are followed first: give a path relative to the workspace, or copy the file there in an earlier step.`
const IN_GIT = line`which lies in .git. Git's own files are not read, since they can hold credentials: name a file of the repository.`
const NO_TEXT = line`which is not UTF-8 text. Save it as UTF-8; PDF, Word and other binary files have to be turned into text or Markdown first.`
