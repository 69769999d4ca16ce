import { isMap, isScalar, parseDocument } from 'yaml'

type Input = { description?: string; required?: boolean; default?: unknown }
type Output = { description?: string }
type ActionFile = { inputs?: Record<string, Input | null>; outputs?: Record<string, Output | null> }

/** What a document shows of an action.yml, as Markdown. */
export type Tables = { inputs: string; outputs: string }

/**
 * Writes action.yml's inputs and outputs as tables of two columns, which a telephone has room for. A comment before an
 * input begins a group of that name, with a table of its own.
 */
export function renderTables(actionYml: string): Tables {
  const document = parseDocument(actionYml)
  const { inputs = {}, outputs = {} }: ActionFile = document.toJS()
  const groups: { title: string; rows: string[][] }[] = []
  for (const [name, input] of Object.entries(inputs)) {
    const title = commentBefore(document.get('inputs'), name)
    if (title !== '' || groups.length === 0) groups.push({ title, rows: [] })
    groups.at(-1)?.rows.push([`${code(name)}${renderDefault(input)}`, oneCell(input?.description)])
  }
  return {
    inputs: groups
      .map(({ title, rows }) => `${title && `### ${title}\n\n`}${renderTable('Input', rows)}`)
      .join('\n\n'),
    outputs: renderTable(
      'Output',
      Object.entries(outputs).map(([name, output]) => [code(name), oneCell(output?.description)]),
    ),
  }
}

/**
 * The document with the tables between `<!-- inputs:start -->` and `<!-- inputs:end -->`, for outputs alike.
 *
 * @throws Error when a marker is missing, stands there twice or comes after its end
 */
export function insertTables(document: string, tables: Tables): string {
  return replaceBetween(replaceBetween(document, 'inputs', tables.inputs), 'outputs', tables.outputs)
}

/** The comment that stands before a key; YAML gives one before the first key to the whole mapping. */
function commentBefore(mapping: unknown, name: string): string {
  if (!isMap(mapping)) return ''
  const at = mapping.items.findIndex(({ key }) => isScalar(key) && key.value === name)
  const key = mapping.items[at]?.key
  const comment = (isScalar(key) && key.commentBefore) || (at === 0 && mapping.commentBefore) || ''
  return comment.trim()
}

/** What is given where a workflow leaves an input out, below its name. */
function renderDefault(input: Input | null): string {
  if (input?.required === true) return '<br>**required**'
  const value = String(input?.default ?? '')
  return value === '' ? '' : `<br>default: ${breakable(code(escapePipes(value)))}`
}

/** An address in a code span would be wider than a telephone: it may break behind its signs. */
function breakable(markdown: string): string {
  return markdown.replaceAll(/(?<!`)`([^`]+)`(?!`)/gu, (whole, words: string) =>
    /^[^\s<>&|]{25,}$/u.test(words)
      ? `<code>${words.replaceAll(/(?<=[/?#=._-])(?=\w)/gu, '<wbr>')}</code>`
      : whole,
  )
}

/** A code span, with a fence longer than any run of backticks in it. */
function code(text: string): string {
  const runs = text.match(/`+/g)?.map((run) => run.length) ?? []
  const fence = '`'.repeat(Math.max(0, ...runs) + 1)
  const space = /^`|`$/.test(text) ? ' ' : ''
  return fence + space + text.replace(/\s+/g, ' ').trim() + space + fence
}

/** One line, since a cell has no other; a paragraph's end stays a visible break. */
function oneCell(description = ''): string {
  const paragraphs = description.trim().split(/\n\s*\n/)
  const lines = paragraphs.map((paragraph) => paragraph.trim().replace(/\s+/g, ' '))
  return breakable(escapePipes(lines.join('<br><br>')))
}

/** GitHub takes a pipe for a cell's end even in a code span, and `\|` for a pipe even there. */
const escapePipes = (text: string): string => text.replaceAll('|', '\\|')

function renderTable(kind: 'Input' | 'Output', rows: string[][]): string {
  const lines = [[kind, 'Description'], ['---', '---'], ...rows]
  return lines.map((cells) => `|${cells.map((cell) => (cell ? ` ${cell} ` : ' ')).join('|')}|`).join('\n')
}

function replaceBetween(document: string, name: string, table: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`]
  const [before, rest, ...more] = document.split(start)
  const [old, after, ...others] = rest?.split(end) ?? []
  if (before?.includes(end) || old === undefined || after === undefined || more.length + others.length > 0) {
    throw new Error(`The document needs ${start} and, after it, ${end}, each once.`)
  }
  return `${before}${start}\n\n${table}\n\n${end}${after}`
}
