import { fieldNames, type SessionFields } from '../harmonica/request.ts'
import { headingsIn } from '../text/headings.ts'
import { firstLines, formatCount, oneLine } from '../text/line.ts'
import { kebabCase } from '../text/names.ts'
import { listItems } from './list-items.ts'
import { comparable } from './sections.ts'
import { whatIsSeen } from './seen.ts'

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

/**
 * What a body sets; what was left out: headings that no body can set or that were there before, and items of lists whose
 * box nobody ticked; and from which line on nothing was read, if so.
 */
export type BodyFields = {
  fields: SessionFields
  leftOut: string[]
  unreadFrom: number | undefined
}

/**
 * Reads Topic, Goal, Context, Critical question and Questions from the second- and third-level headings of an
 * issue's, pull request's or discussion's body, as GitHub's issue forms write them. A field's first heading counts.
 * Nothing is read that a person who looks at the body on GitHub doesn't see.
 */
export async function readBodyFields(body: string): Promise<BodyFields> {
  const { parseMarkdown } = await import('../text/parse-markdown.ts')
  const { text, unreadFrom } = firstLines(body)
  // Of too many marks those of links are text: then nobody knows what is seen.
  const { source, root, isBusy } = parseMarkdown(text)
  const seen = whatIsSeen(root.children, source)
  const readTo = isBusy ? 0 : (seen.end?.offset ?? source.length)
  const marks = headingsIn(root, seen.between).filter(
    ({ level, words, start }) =>
      start < readTo && (level === 2 || level === 3) && FIELDS_BY_HEADING.has(comparable(words)),
  )
  const leftOut: string[] = []
  const fields: SessionFields = {}
  const answered = new Set<BodyField>()
  let unticked = 0
  for (const [index, { words, end }] of marks.entries()) {
    const field = FIELDS_BY_HEADING.get(comparable(words))
    if (field === undefined || answered.has(field)) leftOut.push(words)
    else {
      const to = marks[index + 1]?.start ?? readTo
      answered.add(field)
      unticked += seen.unticked.filter((at) => at > end && at < to).length
      Object.assign(fields, answer(field, seen.between(end, to).trim()))
    }
  }
  if (unticked > 0) leftOut.push(formatCount(unticked, 'list item'))
  return { fields, leftOut, unreadFrom: isBusy ? 1 : (seen.end?.line ?? unreadFrom) }
}

function answer(field: BodyField, text: string): SessionFields {
  if (text === '' || text === NO_RESPONSE) return {}
  if (field !== 'questions') return { [field]: field === 'topic' ? oneLine(text) : text }
  // A form's `render` puts the answer into a code block.
  const questions = listItems(text.replace(/^\s*(?:`{3,}|~{3,})\s*$/gmu, ''))
  return questions.length > 0 ? { questions: questions.map((words) => ({ text: words })) } : {}
}
