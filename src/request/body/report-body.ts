import type { Findings } from '../../text/findings.ts'
import { formatCount, formatNumber, joinLines, type Line, line } from '../../text/line.ts'
import { FIELD_TITLES } from './field-names.ts'
import type { BodyReading, NotRead } from './read-body.ts'

/** The most lines that are listed per kind. */
const MAX_NAMED = 5

/**
 * Reports what was read of a body and what was not, one sentence each, and any problem that stops the step.
 *
 * @param where what messages call the body, such as `body of issue #7`
 * @param isSet whether an input sets a field, so that the body does not
 */
export function reportBody(
  { fields, conflicts, notRead }: BodyReading,
  { where, isSet }: { where: Line; isSet: (field: keyof typeof FIELD_TITLES) => boolean },
  findings: Findings,
): void {
  const titles = Object.entries(FIELD_TITLES) as [keyof typeof FIELD_TITLES, string][]
  for (const [name, title] of titles) {
    const lines = conflicts.find(({ field }) => field === name && !isSet(field))?.lines
    const advice = name === 'context' ? line`put both under one heading` : line`set the input ${name}`
    if (lines)
      findings.problem(
        line`The ${where} has different answers to ${title} (lines ${lines.join(', ')}). Keep one of them, or ${advice}.`,
      )
  }
  reportWhatIsMissing(where, notRead, findings)
  const names = titles.filter(([name]) => fields[name] !== undefined)
  const used = names.filter(([name]) => !isSet(name))
  const unused = names
    .filter(([name]) => isSet(name))
    .map(([name, title]) => `${title} (input ${name} is set)`)
  const rest = notReadList(unused, notRead)
  const ending = rest === '' ? line`` : line` Not read: ${rest}.`
  if (names.length === 0) {
    findings.warn(
      line`From the ${where} nothing was read: no heading in it names ${enumerate(Object.values(FIELD_TITLES), 'or')} and has an answer.${ending}`,
    )
    return
  }
  const { questions = [] } = fields
  const read = used.map(([name, title]) =>
    name === 'questions' ? formatCount(questions.length, 'question') : title,
  )
  findings.notice(
    joinLines([line`From the ${where}: ${enumerate(read, 'and') || 'nothing that is used'}.`, ending], ''),
  )
}

function reportWhatIsMissing(
  where: Line,
  { tooMuchFrom, hiddenFrom, openCode }: NotRead,
  findings: Findings,
): void {
  if (tooMuchFrom !== undefined)
    findings.warn(
      line`The ${where} was not read from line ${formatNumber(tooMuchFrom)} on: there is too much to read (over 2,000 lines, over 500 tags of HTML, thousands of marks such as *, or blocks nested too deeply). Shorten it.`,
    )
  if (hiddenFrom !== undefined)
    findings.warn(
      line`The ${where} was not read from line ${formatNumber(hiddenFrom)} on: HTML begins there that is never closed and hides what follows. Close it, or put it into a code block.`,
    )
  if (openCode !== undefined)
    findings.warn(
      line`The block of code that begins on line ${formatNumber(openCode)} of the ${where} is never closed, so everything below belongs to it. Close it with a line of the same marks.`,
    )
}

function notReadList(unused: readonly string[], { headings, above, leftOut }: NotRead): string {
  const kinds = Array.from(new Set(leftOut.map(({ what }) => what)))
  const counts = kinds.map((kind) => {
    const lines = leftOut.filter(({ what }) => what === kind).map((each) => each.line)
    const named = Array.from(new Set(lines)).slice(0, MAX_NAMED)
    const more = named.length < new Set(lines).size ? ', …' : ''
    return `${countOf(lines.length, kind)} (line${named.length > 1 ? 's' : ''} ${named.join(', ')}${more})`
  })
  const named = headings.length > 0 ? [`heading${headings.length > 1 ? 's' : ''} ${headings.join(', ')}`] : []
  return [...unused, ...named, ...(above ? ['the text above the first heading'] : []), ...counts].join('; ')
}

/** `1 image`, `2 links without words`, `3 <style>`. */
function countOf(count: number, kind: string): string {
  const [noun = '', ...others] = kind.split(' without ')
  const counted = noun.startsWith('<') ? `${formatNumber(count)} ${noun}` : formatCount(count, noun)
  return [counted, ...others].join(' without ')
}

function enumerate(words: readonly string[], conjunction: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`
}
