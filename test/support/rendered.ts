import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

const GFM = { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }

/** Markdown as HTML, the way GitHub's parser does it, raw HTML included, so that a leak would show. */
export function render(markdown: string): string {
  return micromark(markdown, GFM)
}

/** What people read: text without tags, characters decoded, a line each for blocks and breaks. */
export function textOf(html: string): string {
  return tokensOf(html)
    .map((token) =>
      token.kind === 'text' ? token.text : token.kind === 'open' && token.name === 'br' ? '\n' : '',
    )
    .join('')
}

/** The texts that a filter over the rendered page sees one by one: no tag or comment lies inside one. */
export function textNodesOf(html: string): string[] {
  return tokensOf(html).flatMap((token) => (token.kind === 'text' ? [token.text] : []))
}

/** The names of all elements, in the order they start. */
export function elementsOf(html: string): string[] {
  return tokensOf(html).flatMap((token) => (token.kind === 'open' ? [token.name] : []))
}

/** Where the links lead, in order. */
export function addressesOf(html: string): string[] {
  return tokensOf(html).flatMap(({ kind, name, text }) => {
    const address = kind === 'open' && name === 'a' ? /\shref="([^"]*)"/.exec(text)?.[1] : undefined
    return address === undefined ? [] : [decoded(address)]
  })
}

/** The contents of all comments, in order. */
export function commentsOf(html: string): string[] {
  return tokensOf(html).flatMap((token) => (token.kind === 'comment' ? [token.text] : []))
}

/**
 * The elements around the first text node that contains `words`, from the outside in; undefined without one.
 */
export function elementsAround(html: string, words: string): string[] | undefined {
  const open: string[] = []
  for (const { kind, name, text } of tokensOf(html)) {
    if (kind === 'text' && text.includes(words)) return open
    const ended = kind === 'close' ? name : BLOCK.test(name) ? 'p' : ''
    if (open.includes(ended)) open.splice(open.lastIndexOf(ended))
    if (kind === 'open' && !VOID_ELEMENTS.has(name)) open.push(name)
  }
  return undefined
}

type Token = { kind: 'text' | 'open' | 'close' | 'comment'; name: string; text: string }

/** Elements that end a paragraph by starting. */
const BLOCK = /^(?:p|ul|ol|li|blockquote|h\d|hr|pre|table|div|details|section)$/u

const VOID_ELEMENTS = new Set(['br', 'hr', 'img', 'input'])

/** A comment or tag that is never closed swallows all that follows, as in a browser. */
const COMMENT = /^<!--(?:-?>|(?<comment>.*?)(?:-->|$))/su
const BOGUS_COMMENT = /^<[!?](?<comment>.*?)(?:>|$)/su
const TAG = /^<(?<slash>\/?)(?<name>[a-z][^\s/>]*)(?:=\s*"[^"]*(?:"|$)|=\s*'[^']*(?:'|$)|[^>])*?(?:>|$)/isu
const TEXT = /^<?[^<]*/u

function tokensOf(html: string): Token[] {
  const tokens: Token[] = []
  for (let rest = html; rest !== ''; ) {
    const comment = COMMENT.exec(rest) ?? BOGUS_COMMENT.exec(rest)
    const tag = comment ? null : TAG.exec(rest)
    const [found] = comment ?? tag ?? TEXT.exec(rest) ?? [rest]
    if (comment) tokens.push({ kind: 'comment', name: '', text: comment.groups?.comment ?? '' })
    else if (tag) {
      const name = (tag.groups?.name ?? '').toLowerCase()
      tokens.push({ kind: tag.groups?.slash ? 'close' : 'open', name, text: found })
    } else tokens.push({ kind: 'text', name: '', text: decoded(found) })
    rest = rest.slice(found.length)
  }
  return tokens
}

function decoded(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
  return text.replace(/&(?:#(x?[0-9a-f]+)|(\w+));/gi, (found, code?: string, name?: string) =>
    code === undefined
      ? (named[name ?? ''] ?? found)
      : String.fromCodePoint(Number(code.replace(/^x/i, '0x'))),
  )
}
