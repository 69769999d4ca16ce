import { fieldNames, oneLine, type SessionFields } from '../fields.ts'
import { type Line, line } from '../log.ts'
import { kebabCase } from '../names.ts'
import { type MarkdownLine, readMarkdownLines } from './markdown-lines.ts'

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
 * Reads Topic, Goal, Context, Critical question and Questions from the second- and third-level headings of an
 * issue's, pull request's or discussion's body, as GitHub's issue forms write them. A field's first heading counts.
 *
 * @returns the fields, and a line for each heading that was passed over
 */
export function readBodyFields(body: string): { fields: SessionFields; notes: Line[] } {
  const notes: Line[] = []
  const answers = new Map<BodyField, MarkdownLine[]>()
  let answer: MarkdownLine[] | undefined
  for (const each of readMarkdownLines(body)) {
    const { heading } = each
    const name = heading && (heading.level === 2 || heading.level === 3) ? comparable(heading.words) : ''
    if (!heading || !FIELDS_BY_HEADING.has(name)) {
      answer?.push(each)
      continue
    }
    const field = FIELDS_BY_HEADING.get(name)
    answer = undefined
    if (field === undefined)
      notes.push(line`Passed over "${heading.words}" in the body: a body cannot set it.`)
    else if (answers.has(field))
      notes.push(line`Passed over "${heading.words}" in the body: it is there twice.`)
    else {
      answer = []
      answers.set(field, answer)
    }
  }
  return { fields: fieldsOf(answers), notes }
}

function fieldsOf(answers: ReadonlyMap<BodyField, MarkdownLine[]>): SessionFields {
  const fields: SessionFields = {}
  for (const [field, lines] of answers) {
    // A form's `render` puts the answer into a code block.
    const used = field === 'questions' ? lines.filter(({ code }) => code !== 'fence') : lines
    const text = withoutCheckboxes(used).join('\n').trim()
    if (text === '' || text === NO_RESPONSE) continue
    if (field === 'questions') fields.questions = questionsIn(text).map((words) => ({ text: words }))
    else fields[field] = field === 'topic' ? oneLine(text) : text
  }
  return fields
}

/** Of checkboxes those that are ticked are the answer. */
function withoutCheckboxes(lines: readonly MarkdownLine[]): string[] {
  return lines.flatMap(({ text, code }) => {
    const [mark = '', ticked] = (!code && /^\s*[-*+] \[([ xX])\]\s/u.exec(text)) || []
    if (ticked === undefined) return [text]
    return ticked === ' ' ? [] : [text.slice(mark.length).trimStart()]
  })
}

/** One question a line, list marks aside. */
function questionsIn(text: string): string[] {
  const lines = text.split('\n').map((each) => each.replace(/^\s*(?:[-*+]|\d{1,9}[.)])\s+/u, '').trim())
  return lines.filter((each) => each !== '')
}

function comparable(words: string): string {
  return oneLine(words.replaceAll(/[-_]/gu, ' ')).replace(/ ?:$/u, '').toLowerCase()
}
