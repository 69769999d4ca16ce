import { constants, type Stats } from 'node:fs'
import { type FileHandle, open, readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { grouped, Line, line } from '../text/line.ts'

/** The largest file that is read: 1 MiB. */
export const MAX_FILE_BYTES = 1_048_576

/** A file's text without its byte order mark, and its size on disk. */
export type WorkspaceFile = { text: string; bytes: number }

/**
 * Reads a UTF-8 text file whose real path lies in the real workspace and not under `.git`. Code that runs as the same
 * user could read anything itself, so nothing is done against files that it swaps or hard links that it makes; git
 * carries no hard links.
 *
 * @param input the input that names the file, for the problem
 * @param path relative to the workspace, or absolute and in it
 * @param workspace the runner's `GITHUB_WORKSPACE`, empty where it has none
 * @returns the file, or sentences that say why it was not read and what to do, without any of its text
 */
export async function readWorkspaceFile(
  input: string,
  path: string,
  workspace: string,
): Promise<WorkspaceFile | Line> {
  const found = await findAndRead(path, workspace)
  return found instanceof Line ? line`Input ${input} names ${path}, ${found}` : found
}

/** The file's content, or the rest of the sentence that says why there is none. */
async function findAndRead(path: string, workspace: string): Promise<WorkspaceFile | Line> {
  if (path.includes('\0')) return NUL_IN_PATH
  const root = await findRoot(workspace)
  if (root === undefined) return NO_WORKSPACE
  const target = resolve(workspace, path)
  try {
    const real = await realpath(target)
    return misplaced(root, real) ?? irregular(await stat(real)) ?? (await readText(real))
  } catch (error) {
    return await explain(error, root, target)
  }
}

async function findRoot(workspace: string): Promise<string | undefined> {
  if (workspace === '') return undefined
  try {
    const root = await realpath(workspace)
    return (await stat(root)).isDirectory() ? root : undefined
  } catch {
    return undefined
  }
}

function misplaced(root: string, real: string): Line | undefined {
  const steps = relative(root, real)
  const names = steps.split(sep)
  if (isAbsolute(steps) || names[0] === '..') return OUTSIDE
  return names.some((name) => name.toLowerCase() === '.git') ? IN_GIT : undefined
}

function irregular(stats: Stats): Line | undefined {
  if (stats.isFile()) return undefined
  if (stats.isDirectory()) return line`which is a folder. Name a file in it.`
  const kind = stats.isFIFO() ? 'a named pipe' : stats.isSocket() ? 'a socket' : 'a device'
  return line`which is ${kind}. Only regular files are read: write the text into one in an earlier step.`
}

async function readText(real: string): Promise<WorkspaceFile | Line> {
  // Without O_NONBLOCK, a pipe that took the file's place would be waited on for ever.
  const handle = await open(real, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    return decode(await readBounded(handle), (await handle.stat()).size)
  } finally {
    await handle.close()
  }
}

/** At most one byte over the limit, whatever size the file says it has: it may grow, or lie as in `/proc`. */
async function readBounded(handle: FileHandle): Promise<Uint8Array> {
  const buffer = Buffer.alloc(MAX_FILE_BYTES + 1)
  let length = 0
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, null)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return buffer.subarray(0, length)
}

function decode(bytes: Uint8Array, toldSize: number): WorkspaceFile | Line {
  if (bytes.length > MAX_FILE_BYTES) {
    const kilobytes = Math.ceil(Math.max(bytes.length, toldSize) / 1024)
    return line`which has ${grouped(kilobytes)} KB. At most 1,024 KB are read, and Harmonica advises a context of some 500 words: shorten it to what the participants need.`
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const nul = text.indexOf('\0')
    return nul === -1 ? { text, bytes: bytes.length } : nulIn(text.slice(0, nul))
  } catch {
    const utf16 = /^(fffe|feff)/.test(Buffer.from(bytes.subarray(0, 2)).toString('hex'))
    const guess = utf16 ? line` (it looks like UTF-16)` : line``
    return line`which is not UTF-8 text${guess}. Save it with the encoding UTF-8; PDF, Word and other binary files have to be turned into text or Markdown first.`
  }
}

function nulIn(before: string): Line {
  const number = before.split(/\r\n|\r|\n/).length
  return line`which has a NUL character in line ${number}, so it is a binary file or UTF-16. Save it as plain text with the encoding UTF-8.`
}

async function explain(error: unknown, root: string, target: string): Promise<Line> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  switch (code) {
    case undefined:
      throw error
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return await explainMissing(root, target)
    case 'EACCES':
    case 'EPERM':
      return line`which this step has no permission to read (${code}). An earlier step may have written it as another user, in a container for instance: make it readable there, with chmod a+r.`
    case 'ELOOP':
      return line`which is a symbolic link that only leads to other links. Put the file itself there.`
    default:
      return line`which could not be read (${code}). Look at the step that wrote it, and run the job again.`
  }
}

async function explainMissing(root: string, target: string): Promise<Line> {
  const folder = await realpath(dirname(target)).catch(() => undefined)
  if (folder === undefined) return missing()
  const fault = misplaced(root, join(folder, basename(target)))
  if (fault) return fault
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name)
  if (files.includes(basename(target))) {
    return line`which is a symbolic link to a file that is not there. Make sure that an earlier step, such as actions/checkout, puts it there.`
  }
  const twin = files.find((name) => folded(name) === folded(basename(target)))
  return missing(twin && relative(root, join(folder, twin)))
}

function missing(twin?: string): Line {
  const hint = twin ? line` Did you mean ${twin}?` : line``
  return line`which is not in the workspace.${hint} Check the path, and check out the repository with actions/checkout in an earlier step of this job.`
}

/** A name without its case and without the two ways to write an accent, on which systems differ. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase()

const NUL_IN_PATH = line`which is no path: it holds a NUL character. Write the path again.`
const NO_WORKSPACE = line`but there is no workspace to read it from: GITHUB_WORKSPACE is not set or is not a folder. Check out the repository with actions/checkout in an earlier step of this job.`
const OUTSIDE = line`which lies outside the workspace. Only files in it are read, and a symbolic link counts as the file that it leads to: give a path relative to the workspace, or copy the file there in an earlier step.`
const IN_GIT = line`which lies in .git. Git's own files are not read, since they can hold credentials: name a file of the repository.`
