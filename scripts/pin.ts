import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, type Text, textsLike } from '../sandbox/repository-files.ts'

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

/** A line that runs an action by a tag that moves, or at a commit that is not released yet. */
const UNRELEASED =
  /(?<=\buses: *)([\w.-]+\/[\w.-]+)((?:\/[\w.-]+)*)@(?:v\d+(?:\.\d+)*|[0-9a-f]{40} # main, before the first release)(?= *$)/gmu

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

/** The text with this pin wherever it had another one of the same action, ran it by a tag that moves, or before it was released. */
export function withPin(text: string, { action, commit, tag }: Pin): string {
  const pin = (found: string, name: string, path: string) =>
    name === action ? `${name}${path}@${commit} # ${tag}` : found
  return text.replaceAll(PIN, pin).replaceAll(UNRELEASED, pin)
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

/**
 * Writes a pin into every file that runs its action, and says which.
 *
 * @throws Error when none does
 */
export function writePin(pin: Pin): string {
  const named = ({ text }: Text) => actionsIn(text).includes(pin.action)
  const files = pinnedFiles().filter(named)
  if (files.length === 0) throw new Error(`No file here runs ${pin.action} by a commit or a tag.`)
  for (const { path, text } of files) writeFileSync(join(ROOT, path), withPin(text, pin))
  return `${pin.action} is ${pin.tag} in ${files.map(({ path }) => path).join(', ')}.`
}

/** The actions that a text runs by a pin, by a tag, or before their release. */
const actionsIn = (text: string): string[] =>
  [PIN, UNRELEASED].flatMap((pattern) => Array.from(text.matchAll(pattern), ([, name = '']) => name))

if (import.meta.main) {
  try {
    console.log(writePin(readPin(process.argv.slice(2))))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
