import { expect } from 'vitest'

/** A command that the runner would carry out. */
export type RunnerCommand = { form: '::' | '##['; name: string; data: string }

/** Every command that the runner knows (actions/runner, ActionCommandManager.cs and its extensions). */
const REGISTERED =
  'add-mask add-matcher add-path debug echo endgroup error group internal-set-repo-path notice remove-matcher save-state set-env set-output stop-commands warning'.split(
    ' ',
  )

/** White space to .NET's `Char.IsWhiteSpace`, which `Trim` removes. */
const WHITE_SPACE = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u

/** Characters that .NET's culture-aware comparison ignores. */
const IGNORED = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/u

/** Whatever ends a line for a runner, a browser, an editor or a parser of Unicode text. */
const LINE_ENDS = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u

/**
 * The commands that the runner finds in what a step printed. This is a model of the runner's parser (actions/runner,
 * ActionCommand.cs) that shares nothing with src/text: `::name key=value::data` after white space, `##[name key=value]data`
 * anywhere. Its comparisons are culture-aware, so invisible characters do not hide a command; the rest is cut out by index.
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

/** The runner reads only the first `##[` of a line. Here any counts, as another reader might find it. */
function oldForm(line: string): RunnerCommand | undefined {
  const places = placesOf('##[', line)
  const commands = places.map((at) => {
    const end = line.indexOf(']', at)
    return end < 0 ? undefined : command('##[', line.slice(at + 3, end), line.slice(end + 1))
  })
  return commands.find((found) => found !== undefined)
}

/** The indexes at which `form` stands in a text, invisible characters ignored. */
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

/** Characters that end lines, control terminals or change the reading direction, by Unicode's own properties. */
const STEERING = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/u

/** Expects each text to be one readable line that is no command to a runner. */
export function expectHarmless(texts: readonly string[]): void {
  const harmful = texts.filter(
    (text) =>
      STEERING.test(text) ||
      text.includes('##[') ||
      /^\s*::/u.test(text) ||
      runnerCommandsIn(text).length > 0,
  )
  // `expect` is slow, so it is called only if it fails.
  if (harmful.length > 0) expect(harmful).toEqual([])
}
