import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { formatNumber, type Line, line } from '../text/line.ts'

/** The largest file that is read: 1 MiB. */
export const MAX_FILE_BYTES = 1_048_576

/**
 * Reads a UTF-8 text file whose real path is inside the real workspace, but not in `.git`. Files that are swapped while this
 * runs and hard links are not guarded against: only code that runs as the same user can make them, and it could read
 * anything itself. A git repository cannot contain hard links.
 *
 * @param path relative to the workspace, or absolute and inside it
 * @param workspace the runner's `GITHUB_WORKSPACE`, empty where there is none
 * @returns the text without its byte order mark; or what is wrong and what to do, in a phrase that follows the file's name
 * and never contains any of the text
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
    return whyForbidden(root, real) ?? (await readText(real))
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    const code = String(error.code)
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code)) return await missing(path, root, target)
    return line`which could not be read (${code}). An earlier step may have written it as another user, in a container for instance: make it readable there, with chmod a+r.`
  }
}

function whyForbidden(root: string, real: string): Line | undefined {
  const steps = relative(root, real)
  const names = steps.split(sep)
  if (isAbsolute(steps) || names[0] === '..') return OUTSIDE
  return names.some((name) => name.toLowerCase() === '.git') ? IN_GIT : undefined
}

async function readText(real: string): Promise<string | Line> {
  const stats = await stat(real)
  if (!stats.isFile())
    return line`which is ${stats.isDirectory() ? 'a folder' : 'not a regular file'}. Name a text file.`
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

/** Why a file may be missing: its name differs only in case or accents, or what was given is not a path at all. */
async function missing(path: string, root: string, target: string): Promise<Line> {
  const folder = await realpath(dirname(target)).catch(() => undefined)
  const fault = folder && whyForbidden(root, join(folder, basename(target)))
  if (fault) return fault
  const names = folder ? await readdir(folder).catch(() => []) : []
  const sameName = names.find(
    (name) => comparable(name) === comparable(basename(target)) && name !== basename(target),
  )
  if (isAbsolute(path) && !sameName)
    return line`which is not in the workspace. Write the path relative to the workspace, such as ${basename(path)}, because its absolute path is different in a container, for instance.`
  const advice =
    folder && sameName ? line`Did you mean ${relative(root, join(folder, sameName))}?` : hintFor(path)
  return line`which is not in the workspace. ${advice} ${CHECK_OUT}`
}

/** A name without regard to case and to how accents are encoded, since file systems differ in both. */
const comparable = (name: string): string => name.normalize('NFC').toLowerCase()

/** Recognizes Windows paths, URLs, patterns, and several paths on one line. */
function hintFor(path: string): Line {
  if (path.includes('\\')) return line`Write / between folders: ${path.replaceAll('\\', '/')}.`
  return /[:*?[\]{}\s,]/u.test(path)
    ? line`Write one path per line. URLs and patterns such as *.md are not supported.`
    : line`Check the path, or leave the input out until the file exists.`
}

const CHECK_OUT = line`Make sure that an earlier step of this job checks out the repository with actions/checkout.`
const NO_WORKSPACE = line`but there is no workspace to read it from: GITHUB_WORKSPACE is not set or is not a folder. ${CHECK_OUT}`
const OUTSIDE = line`which is outside the workspace. Only files inside it are read, and symbolic links are followed first: give a path relative to the workspace, or copy the file there in an earlier step.`
const IN_GIT = line`which is in .git. Git's own files are not read, because they can contain credentials. Name a file of the repository.`
const NO_TEXT = line`which is not UTF-8 text. Save it as UTF-8. PDF, Word and other binary files must be converted to text or Markdown first.`
