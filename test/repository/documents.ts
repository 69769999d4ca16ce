import { parse } from 'yaml'
import { render, textOf } from '../../sandbox/judges/rendered.ts'
import { actionFiles, markdownFiles, type Text } from '../../sandbox/repository-files.ts'

/** What checks want to know of a Markdown file. */
export type Document = {
  path: string
  /** What `#…` may name: GitHub's ids of the headings. */
  anchors: string[]
  /** Where links, images and definitions lead, also those in HTML. */
  targets: string[]
  /** What stands in code: in a line, and in blocks for a shell or a drawing. */
  code: string[]
  /** How many words there are to read, and how many before the first block of code. */
  words: number
  wordsBeforeCode: number
}

/** Reads a Markdown file as GitHub renders it. */
export function readDocument({ path, text }: Text): Document {
  const html = render(text)
  const all = (pattern: RegExp) => Array.from(html.matchAll(pattern), ([, found = '']) => textOf(found))
  const sources = all(/\bsrcset="([^"]*)"/gu).flatMap((each) =>
    each.split(',').map((one) => one.trim().split(' ')[0] ?? ''),
  )
  return {
    path,
    anchors: anchorsOf(all(/<h\d>(.*?)<\/h\d>/gu)),
    targets: [...all(/\b(?:href|src)="([^"]*)"/gu), ...sources],
    code: all(/<code(?: class="language-(?:sh|mermaid)")?>(.*?)<\/code>/gsu),
    words: wordsOf(text),
    wordsBeforeCode: wordsOf(text.replace(/^ *```.*/msu, '')),
  }
}

/** Counts the words of a document, without blocks of code and the tables that `npm run docs` writes. */
function wordsOf(text: string): number {
  const written = text.replaceAll(/<!-- (inputs|outputs):start -->.*?<!-- \1:end -->/gsu, '')
  const html = render(written).replaceAll(/<pre>.*?<\/pre>/gsu, '')
  // What stands between two tags of blocks has a line break of the source between it.
  return textOf(html).match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0
}

/** As GitHub makes them: lower case, punctuation gone, spaces as dashes, and a number behind the second of a kind. */
function anchorsOf(headings: readonly string[]): string[] {
  const slugs = headings.map((each) =>
    each
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-'),
  )
  return slugs.map((slug, at) => {
    const before = slugs.slice(0, at).filter((each) => each === slug).length
    return before > 0 ? `${slug}-${before}` : slug
  })
}

/** A block of YAML in a document: a session file, or a part of a workflow that was made whole. */
export type Block = Text & {
  line: number
  kind: 'workflow' | 'session file'
  /** Whether it stands there as a whole, and nothing was added. */
  isWhole: boolean
}

/** Everything in YAML that the documents show. */
export function documentedYaml(): Block[] {
  return markdownFiles().flatMap(({ path, text }) =>
    Array.from(
      text.matchAll(/^( *)```ya?ml\n(.*?)^\1```$/gmsu),
      ({ 1: indent = '', 2: block = '', index }) => {
        const line = text.slice(0, index).split('\n').length + 1
        return wholeOf({ path, line, text: block.replaceAll(new RegExp(`^${indent}`, 'gmu'), '') })
      },
    ),
  )
}

const inputs = actionFiles().flatMap(({ text }) => Object.keys(parse(text).inputs))
const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && !Array.isArray(value)

/** Makes a workflow of a part of one, so that nothing in a document goes unchecked: what goes before it, and how deep. */
function wholeOf({ path, line, text }: Text & { line: number }): Block {
  if (text.startsWith('---\n')) return { kind: 'session file', isWhole: true, path, line, text }
  const value: unknown = parse(text)
  const keys = isMapping(value) ? Object.keys(value) : []
  const on = 'on: [issues, pull_request, discussion, release, workflow_dispatch]\njobs:\n'
  const job = `${on}  job:\n    runs-on: ubuntu-latest\n    timeout-minutes: 5\n`
  const step = '      - uses: <owner>/harmonica-session-action@v1\n'
  const key = keys.includes('api-key') ? '' : '          api-key: x\n'
  const [before, indent, after = ''] = ((): [string, number, string?] => {
    if (keys.includes('on')) return ['', 0]
    if (keys.includes('jobs')) return [on.replace('jobs:\n', ''), 0]
    if (Array.isArray(value)) return [`${job}    steps:\n${stepsBefore(text)}`, 6]
    if (keys.length > 0 && keys.every((each) => inputs.includes(each)))
      return [`${job}    steps:\n${step}        with:\n`, 10, key]
    return [job, 4, keys.includes('steps') ? '' : '    steps: [{run: exit}]\n']
  })()
  const [depth = ''] = /^ *(?=\S)/mu.exec(text) ?? []
  const indented = text.replaceAll(new RegExp(`^${depth}(?=.)`, 'gmu'), ' '.repeat(indent))
  return {
    kind: 'workflow',
    isWhole: keys.includes('on'),
    path,
    line: line - before.split('\n').length + 1,
    text: before + indented + after,
  }
}

/** The steps of ours whose outputs these steps read and that are not among them, since they stand before. */
function stepsBefore(steps: string): string {
  const ours = { session: '', results: '/results' }
  return Object.entries(ours)
    .filter(([id]) => steps.includes(`steps.${id}.`) && !steps.includes(`id: ${id}\n`))
    .map(
      ([id, folder]) =>
        `      - uses: <owner>/harmonica-session-action${folder}@v1\n        id: ${id}\n        with: {api-key: x}\n`,
    )
    .join('')
}
