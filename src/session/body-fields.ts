import { counted, type Line, line, oneLine } from '../text/line.ts'
import { kebabCase } from '../text/names.ts'
import { fieldNames, type SessionFields } from './fields.ts'
import { listItems } from './list-items.ts'
import { comparable, type MarkdownLine, readMarkdownLines } from './markdown-lines.ts'
import { visibleLines } from './visible.ts'

/** What strangers may set by a heading of an issue's body. */
const ALLOWED = ['topic', 'goal', 'context', 'critical', 'questions'] as const
type BodyField = (typeof ALLOWED)[number]

/** Every heading that names a field of the API; undefined for a field that no body may set. */
const FIELDS_BY_HEADING: ReadonlyMap<string, BodyField | undefined> = new Map([
  ...fieldNames.map((name) => [kebabCase(name).replaceAll('-', ' '), undefined] as const),
  ...['facilitation prompt', 'template', 'project', 'visibility'].map((words) => [words, undefined] as const),
  ...ALLOWED.map((name) => [name, name] as const),
  ['critical question', 'critical'],
])

/** How GitHub's issue forms write an answer that was left empty. */
const NO_RESPONSE = '_No response_'

/** Nobody reads more of them, and a stranger may write thousands. */
const MAX_NOTES = 10

/** What a body sets; a line for each heading that was passed over; and from which line on nothing was read, if so. */
export type BodyFields = { fields: SessionFields; passedOver: Line[]; unreadFrom: number | undefined }

/**
 * Reads Topic, Goal, Context, Critical question and Questions from the second- and third-level headings of an
 * issue's, pull request's or discussion's body, as GitHub's issue forms write them. A field's first heading counts.
 * Nothing is read that a person who looks at the body on GitHub doesn't see.
 */
export function readBodyFields(body: string): BodyFields {
  const { lines, unreadFrom } = visibleLines(readMarkdownLines(body))
  const passedOver: Line[] = []
  const answers = new Map<BodyField, MarkdownLine[]>()
  let answer: MarkdownLine[] | undefined
  for (const each of lines) {
    const { heading } = each
    const name = heading && (heading.level === 2 || heading.level === 3) ? comparable(heading.words) : ''
    if (!heading || !FIELDS_BY_HEADING.has(name)) {
      answer?.push(each)
      continue
    }
    const field = FIELDS_BY_HEADING.get(name)
    answer = undefined
    if (field === undefined)
      passedOver.push(line`Passed over "${heading.words}" in the body: a body cannot set it.`)
    else if (answers.has(field))
      passedOver.push(line`Passed over "${heading.words}" in the body: it is there twice.`)
    else {
      answer = []
      answers.set(field, answer)
    }
  }
  return { fields: fieldsOf(answers), passedOver: capped(passedOver), unreadFrom }
}

function fieldsOf(answers: ReadonlyMap<BodyField, MarkdownLine[]>): SessionFields {
  const fields: SessionFields = {}
  for (const [field, lines] of answers) {
    // A form's `render` puts the answer into a code block.
    const used = field === 'questions' ? lines.filter(({ block }) => block !== 'fence') : lines
    const text = withoutCheckboxes(used).join('\n').trim()
    if (text === '' || text === NO_RESPONSE) continue
    if (field === 'questions') fields.questions = listItems(text).map((words) => ({ text: words }))
    else fields[field] = field === 'topic' ? oneLine(text) : text
  }
  return fields
}

/** Of checkboxes those that are ticked are the answer. */
function withoutCheckboxes(lines: readonly MarkdownLine[]): string[] {
  return lines.flatMap(({ text, block }) => {
    const [mark = '', ticked] = (block === 'text' && /^\s*[-*+] \[([ xX])\]\s/u.exec(text)) || []
    if (ticked === undefined) return [text]
    return ticked === ' ' ? [] : [text.slice(mark.length).trimStart()]
  })
}

function capped(notes: Line[]): Line[] {
  const more = notes.length - MAX_NOTES
  const rest = more > 0 ? [line`Passed over ${counted(more, 'more heading')} in the body.`] : []
  return [...notes.slice(0, MAX_NOTES), ...rest]
}
