import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'

type Input = { description?: string; required?: boolean; default?: unknown }
type Output = { description?: string }
type ActionFile = { inputs?: Record<string, Input | null>; outputs?: Record<string, Output | null> }

/** The two tables of the README, as Markdown. */
export type Tables = { inputs: string; outputs: string }

/** Writes action.yml's inputs and outputs, in their order there, as Markdown tables. */
export function renderTables(actionYml: string): Tables {
  const action: ActionFile = parse(actionYml)
  const inputs = Object.entries(action.inputs ?? {}).map(([name, input]) => [
    code(name),
    input?.required === true ? '**required**' : renderDefault(input?.default),
    oneCell(input?.description),
  ])
  const outputs = Object.entries(action.outputs ?? {}).map(([name, output]) => [
    code(name),
    oneCell(output?.description),
  ])
  return {
    inputs: renderTable(['Input', 'Default', 'Description'], inputs),
    outputs: renderTable(['Output', 'Description'], outputs),
  }
}

/**
 * The README with the tables between `<!-- inputs:start -->` and `<!-- inputs:end -->`, for outputs alike.
 *
 * @throws Error when a marker is missing, stands there twice or comes after its end
 */
export function insertTables(readme: string, tables: Tables): string {
  return replaceBetween(replaceBetween(readme, 'inputs', tables.inputs), 'outputs', tables.outputs)
}

function renderDefault(value: unknown): string {
  return value === undefined || value === null || value === '' ? '' : code(escapePipes(String(value)))
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
  return escapePipes(paragraphs.map((paragraph) => paragraph.trim().replace(/\s+/g, ' ')).join('<br><br>'))
}

/** GitHub takes a pipe for a cell's end even in a code span, and `\|` for a pipe even there. */
const escapePipes = (text: string): string => text.replaceAll('|', '\\|')

function renderTable(columns: string[], rows: string[][]): string {
  const lines = [columns, columns.map(() => '---'), ...rows]
  return lines.map((cells) => `|${cells.map((cell) => (cell ? ` ${cell} ` : ' ')).join('|')}|`).join('\n')
}

function replaceBetween(readme: string, name: string, table: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`]
  const [before, rest, ...more] = readme.split(start)
  const [old, after, ...others] = rest?.split(end) ?? []
  if (before?.includes(end) || old === undefined || after === undefined || more.length + others.length > 0) {
    throw new Error(`README.md needs ${start} and, after it, ${end}, each once.`)
  }
  return `${before}${start}\n\n${table}\n\n${end}${after}`
}

async function main(write: boolean): Promise<void> {
  const root = join(import.meta.dirname, '..')
  const file = join(root, 'README.md')
  const readme = await readFile(file, 'utf8')
  const wanted = insertTables(readme, renderTables(await readFile(join(root, 'action.yml'), 'utf8')))
  if (wanted === readme) return
  if (write) await writeFile(file, wanted)
  else {
    console.error("README.md's tables differ from action.yml. Run: npm run docs")
    process.exitCode = 1
  }
}

if (import.meta.main) await main(process.argv.includes('--write'))
