import { counted, type Line, line, oneLine } from '../text/line.ts'
import { kebabCase } from '../text/names.ts'
import { fieldNames, type SessionFields } from './fields.ts'
import { listItems } from './list-items.ts'
import { comparable } from './sections.ts'

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

/**
 * What a body sets; a line for each heading that was passed over; how many items of lists were left out since nobody
 * ticked their boxes; and from which line on nothing was read, if so.
 */
export type BodyFields = {
  fields: SessionFields
  passedOver: Line[]
  unticked: number
  unreadFrom: number | undefined
}

/**
 * Reads Topic, Goal, Context, Critical question and Questions from the second- and third-level headings of an
 * issue's, pull request's or discussion's body, as GitHub's issue forms write them. A field's first heading counts.
 * Nothing is read that a person who looks at the body on GitHub doesn't see.
 */
export async function readBodyFields(body: string): Promise<BodyFields> {
  const { parseMarkdown, marksIn } = await import('../text/parse-markdown.ts')
  const { whatIsSeen } = await import('./seen.ts')
  const { source, root } = parseMarkdown(body)
  const seen = whatIsSeen(root.children, source)
  const readTo = seen.end?.offset ?? source.length
  const marks = marksIn(root, seen.between).filter(
    ({ level, words, start }) =>
      start < readTo && (level === 2 || level === 3) && FIELDS_BY_HEADING.has(comparable(words)),
  )
  const passedOver: Line[] = []
  const fields: SessionFields = {}
  const answered = new Set<BodyField>()
  for (const [index, { words, end }] of marks.entries()) {
    const field = FIELDS_BY_HEADING.get(comparable(words))
    if (field === undefined) passedOver.push(line`Passed over "${words}" in the body: a body cannot set it.`)
    else if (answered.has(field))
      passedOver.push(line`Passed over "${words}" in the body: it is there twice.`)
    else {
      answered.add(field)
      Object.assign(fields, answer(field, seen.between(end, marks[index + 1]?.start ?? readTo).trim()))
    }
  }
  const { end, unticked } = seen
  return { fields, passedOver: capped(passedOver), unticked, unreadFrom: end?.line }
}

function answer(field: BodyField, text: string): SessionFields {
  if (text === '' || text === NO_RESPONSE) return {}
  if (field !== 'questions') return { [field]: field === 'topic' ? oneLine(text) : text }
  // A form's `render` puts the answer into a code block.
  const questions = listItems(text.replace(/^\s*(?:`{3,}|~{3,})\s*$/gmu, ''))
  return questions.length > 0 ? { questions: questions.map((words) => ({ text: words })) } : {}
}

function capped(notes: Line[]): Line[] {
  const more = notes.length - MAX_NOTES
  const rest = more > 0 ? [line`Passed over ${counted(more, 'more heading')} in the body.`] : []
  return [...notes.slice(0, MAX_NOTES), ...rest]
}
