import { expect } from 'vitest'

/** A command as the runner would carry it out. */
export type RunnerCommand = { form: '::' | '##['; name: string; data: string }

/** Every command that the runner knows (actions/runner, ActionCommandManager.cs and its extensions). */
const REGISTERED =
  'add-mask add-matcher add-path debug echo endgroup error group internal-set-repo-path notice remove-matcher save-state set-env set-output stop-commands warning'.split(
    ' ',
  )

/** What .NET's `Char.IsWhiteSpace` takes for white space, and so `Trim` trims. */
const WHITE_SPACE = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u

/** What .NET's culture-aware comparison does not see at all. */
const IGNORED = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/u

/** Whatever ends a line for any reader: the runner, a browser, an editor, a parser of Unicode text. */
const LINE_ENDS = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u

/**
 * The commands that the runner finds in what a step printed, by an account of its parser that shares nothing with
 * src/text (actions/runner, ActionCommand.cs): `::name key=value::data` behind white space, `##[name key=value]data`
 * anywhere. Comparisons there are culture-aware, so characters that nobody sees don't keep a form from being found,
 * while what follows it is cut out by index.
 */
export function runnerCommandsIn(printed: string): RunnerCommand[] {
  return printed.split(LINE_ENDS).flatMap((line) => newForm(line) ?? oldForm(line) ?? [])
}

function newForm(line: string): RunnerCommand | undefined {
  const message = line.replace(WHITE_SPACE, '')
  const [first = -1] = placesOf('::', message)
  const end = message.indexOf('::', 2)
  const starts = first >= 0 && [...message.slice(0, first)].every((each) => IGNORED.test(each))
  return starts && end >= 0 ? command('::', message.slice(2, end), message.slice(end + 2)) : undefined
}

/** The runner looks at the first place only. Here any counts, as another reader may look there. */
function oldForm(line: string): RunnerCommand | undefined {
  const places = placesOf('##[', line)
  const commands = places.map((at) => {
    const end = line.indexOf(']', at)
    return end < 0 ? undefined : command('##[', line.slice(at + 3, end), line.slice(end + 1))
  })
  return commands.find((found) => found !== undefined)
}

/** Where `form` stands in a text, whatever nobody sees in between. */
function placesOf(form: '::' | '##[', text: string): number[] {
  if (!text.includes(form.slice(0, 1))) return []
  const units = Array.from({ length: text.length }, (_, at) => at).filter(
    (at) => !IGNORED.test(text[at] ?? ''),
  )
  const seen = units.map((at) => text[at]).join('')
  const places: number[] = []
  for (let at = seen.indexOf(form); at >= 0; at = seen.indexOf(form, at + 1)) places.push(units[at] ?? 0)
  return places
}

function command(form: RunnerCommand['form'], info: string, data: string): RunnerCommand | undefined {
  const [name = ''] = info.split(' ')
  return REGISTERED.includes(name.toLowerCase()) ? { form, name: name.toLowerCase(), data } : undefined
}

/** Characters that end lines, steer terminals or turn the reading direction, by Unicode's own properties. */
const STEERING = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/u

/** Each of these is one line that people can read and no runner obeys. */
export function expectHarmless(texts: readonly string[]): void {
  const harmful = texts.filter(
    (text) =>
      STEERING.test(text) ||
      text.includes('##[') ||
      /^\s*::/u.test(text) ||
      runnerCommandsIn(text).length > 0,
  )
  // Looked at first, since `expect` costs more than what it looks at.
  if (harmful.length > 0) expect(harmful).toEqual([])
}
