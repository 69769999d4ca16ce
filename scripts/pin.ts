import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT, textsLike } from '../sandbox/repository-files.ts'

/** Which commit of an action is run, and the release that it is. */
export type Pin = {
  /** `owner/name`: the actions of one repository are released together. */
  action: string
  /** 40 digits. */
  commit: string
  /** `v1.2.3` */
  tag: string
}

const PIN = /(?<![\w./-])([\w.-]+\/[\w.-]+)((?:\/[\w.-]+)*)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)(?![\w.])/gu

const USAGE = 'npm run pin -- actions/checkout 3d3c42e5aac5ba805825da76410c181273ba90b1 v7.0.1'

/** Every file that may name an action to run, for people or for runners. */
export const pinnedFiles = () => textsLike(/^(?:[A-Z]+\.md|(?:\.github|docs|examples)\/.*\.(?:md|yml))$/u)

/** The pins in a text, with the lines that they stand in. */
export function pinsIn(text: string): (Pin & { line: number })[] {
  return Array.from(text.matchAll(PIN), ({ 1: action = '', 3: commit = '', 4: tag = '', index }) => ({
    action,
    commit,
    tag,
    line: text.slice(0, index).split('\n').length,
  }))
}

/** The text with this pin wherever it had another one of the same action. */
export function withPin(text: string, { action, commit, tag }: Pin): string {
  return text.replaceAll(PIN, (found, name: string, path: string) =>
    name === action ? `${name}${path}@${commit} # ${tag}` : found,
  )
}

/**
 * Reads the arguments of the command.
 *
 * @throws Error that says which one is wrong
 */
export function readPin(args: readonly string[]): Pin {
  const [action = '', commit = '', tag = ''] = args
  const problems = [
    /^[\w.-]+\/[\w.-]+$/u.test(action) ? [] : `The action is '${action}'; it has to be owner/name.`,
    /^[0-9a-f]{40}$/u.test(commit) ? [] : `The commit is '${commit}'; it has to be 40 hexadecimal digits.`,
    /^v\d+\.\d+\.\d+$/u.test(tag)
      ? []
      : `The release is '${tag}'; it has to be a whole version, such as v1.2.3.`,
  ].flat()
  if (problems.length > 0) throw new Error([...problems, `For example: ${USAGE}`].join('\n'))
  return { action, commit, tag }
}

async function writePin(pin: Pin): Promise<string> {
  const files = pinnedFiles().filter(({ text }) => pinsIn(text).some(({ action }) => action === pin.action))
  if (files.length === 0) throw new Error(`No file here pins ${pin.action} to a commit.`)
  for (const { path, text } of files) await writeFile(join(ROOT, path), withPin(text, pin))
  return `${pin.action} is ${pin.tag} in ${files.map(({ path }) => path).join(', ')}.`
}

if (import.meta.main) {
  try {
    console.log(await writePin(readPin(process.argv.slice(2))))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
