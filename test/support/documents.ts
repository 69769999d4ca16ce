import { parse, postprocess, preprocess } from 'micromark'
import { gfm } from 'micromark-extension-gfm'
import { render, textOf } from './rendered.ts'
import type { Text } from './repository.ts'

/** A piece of a document and the line that it begins on. */
export type Piece = { text: string; line: number }

/** A fenced block: its language, and its lines from `line` on without the fences. */
export type Block = Piece & { language: string; path: string }

/** What checks want to know of a Markdown file. */
export type Document = {
  path: string
  /** What `#…` may name: GitHub's ids of the headings. */
  anchors: Set<string>
  /** Where links, images and definitions lead, also those in HTML. */
  targets: Piece[]
  codeSpans: Piece[]
  blocks: Block[]
}

type Events = ReturnType<typeof postprocess>

/** Reads a Markdown file the way GitHub's parser does. */
export function readDocument({ path, text }: Text): Document {
  const chunks = preprocess()(text, undefined, true)
  const events = postprocess(
    parse({ extensions: [gfm()] })
      .document()
      .write(chunks),
  )
  const found = (...types: string[]): Piece[] =>
    events.flatMap(([kind, token, context]) =>
      kind === 'enter' && types.includes(token.type)
        ? [{ text: context.sliceSerialize(token), line: token.start.line }]
        : [],
    )
  const addresses = ['resourceDestinationString', 'definitionDestinationString', 'autolinkProtocol']
  return {
    path,
    anchors: anchorsOf(found('atxHeading', 'setextHeading')),
    targets: [
      ...found(...addresses, 'literalAutolinkHttp'),
      ...found('htmlFlow', 'htmlText').flatMap(targetsInHtml),
    ],
    codeSpans: found('codeTextData'),
    blocks: blocksOf(path, events),
  }
}

/** As GitHub makes them: lower case, punctuation gone, spaces as dashes, and a number behind the second of a kind. */
function anchorsOf(headings: Piece[]): Set<string> {
  const anchors = new Set<string>()
  for (const { text } of headings) {
    const words = textOf(render(text)).trim().toLowerCase()
    const slug = words.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replaceAll(' ', '-')
    let anchor = slug
    for (let count = 1; anchors.has(anchor); count += 1) anchor = `${slug}-${count}`
    anchors.add(anchor)
  }
  return anchors
}

function targetsInHtml({ text, line }: Piece): Piece[] {
  return Array.from(text.matchAll(/\b(src|srcset|href)="([^"]*)"/gu)).flatMap(
    ({ 1: name, 2: value = '', index }) => {
      const at = line + text.slice(0, index).split('\n').length - 1
      const targets = name === 'srcset' ? value.split(',').map((each) => each.trim().split(' ')[0]) : [value]
      return targets.map((target = '') => ({ text: target, line: at }))
    },
  )
}

function blocksOf(path: string, events: Events): Block[] {
  const blocks: Block[] = []
  for (const [kind, token, context] of events) {
    const block = blocks.at(-1)
    if (kind === 'exit') continue
    if (token.type === 'codeFenced') blocks.push({ path, language: '', text: '', line: token.start.line + 1 })
    else if (block && token.type === 'codeFencedFenceInfo') block.language = context.sliceSerialize(token)
    else if (block && token.type === 'codeFlowValue' && token.start.line >= block.line) {
      // Empty lines are no event of their own.
      const missing = token.start.line - block.line - (block.text.match(/\n/gu)?.length ?? 0)
      block.text += `${'\n'.repeat(missing)}${context.sliceSerialize(token)}\n`
    }
  }
  return blocks
}
