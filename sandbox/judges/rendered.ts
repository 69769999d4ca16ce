import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

const GFM = { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }

/** Markdown as HTML, the way GitHub's parser does it, raw HTML included, so that a leak would show. */
export const render = (markdown: string): string => micromark(markdown, GFM)

type Token = { kind: 'text' | 'open' | 'close' | 'comment'; name: string; text: string }

/** A comment or tag that is never closed swallows all that follows, as in a browser. */
const TOKEN =
  /<!--(?:-?>|(?<comment>.*?)(?:-->|$))|<[!?](?<bogus>.*?)(?:>|$)|<(?<slash>\/?)(?<name>[a-z][^\s/>]*)(?:=\s*"[^"]*(?:"|$)|=\s*'[^']*(?:'|$)|[^>])*?(?:>|$)|<?[^<]+|</gisu

function tokensOf(html: string): Token[] {
  return Array.from(html.matchAll(TOKEN), ({ 0: found, groups = {} }) => {
    const { comment, bogus, name, slash } = groups
    if (name !== undefined) return { kind: slash ? 'close' : 'open', name: name.toLowerCase(), text: found }
    if (/^<[!?]/u.test(found)) return { kind: 'comment', name: '', text: comment ?? bogus ?? '' }
    return { kind: 'text', name: '', text: decoded(found) }
  })
}

function decoded(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
  return text.replace(/&(?:#(x?[0-9a-f]+)|(\w+));/giu, (found, code?: string, name = '') =>
    code === undefined ? (named[name] ?? found) : String.fromCodePoint(Number(code.replace(/^x/iu, '0x'))),
  )
}

/** What people read: text without tags, characters decoded, a line each for blocks and breaks. */
export const textOf = (html: string): string =>
  tokensOf(html)
    .map(({ kind, name, text }) => (kind === 'text' ? text : kind === 'open' && name === 'br' ? '\n' : ''))
    .join('')

/** The texts that a filter over the rendered page sees one by one, code aside, which no filter touches. */
export function textNodesOf(html: string): string[] {
  let code = false
  return tokensOf(html).flatMap(({ kind, name, text }) => {
    if (name === 'code') code = kind === 'open'
    return kind === 'text' && !code ? [text] : []
  })
}

/** The names of all elements, in the order they start. */
export const elementsOf = (html: string): string[] =>
  tokensOf(html).flatMap(({ kind, name }) => (kind === 'open' ? [name] : []))

/** Where the links lead, in order. */
export const addressesOf = (html: string): string[] =>
  tokensOf(html).flatMap(({ kind, name, text }) => {
    const address = kind === 'open' && name === 'a' ? /\shref="([^"]*)"/u.exec(text)?.[1] : undefined
    return address === undefined ? [] : [decoded(address)]
  })

/** The contents of all comments, in order. */
export const commentsOf = (html: string): string[] =>
  tokensOf(html).flatMap(({ kind, text }) => (kind === 'comment' ? [text] : []))

/** Elements that end a paragraph by starting. */
const BLOCK = /^(?:p|ul|ol|li|blockquote|h\d|hr|pre|table|div|details|section)$/u
const VOID_ELEMENTS = ['br', 'hr', 'img', 'input']

/** The elements around the first text node that contains `words`, from the outside in; undefined without one. */
export function elementsAround(html: string, words: string): string[] | undefined {
  const open: string[] = []
  for (const { kind, name, text } of tokensOf(html)) {
    if (kind === 'text' && text.includes(words)) return open
    const ended = kind === 'close' ? name : BLOCK.test(name) ? 'p' : ''
    if (open.includes(ended)) open.splice(open.lastIndexOf(ended))
    if (kind === 'open' && !VOID_ELEMENTS.includes(name)) open.push(name)
  }
  return undefined
}

/** What keeps apart what would mean something together; nobody sees it. */
const GAP = '\u200b'

/** Our Markdown with the zero-width space as a mark that a reader of a test can see. */
export const seen = (markdown: string): string => markdown.replaceAll(GAP, '¦')

/** What people read, whatever gaps and white space are between. */
export const words = (text: string): string => text.replaceAll(GAP, '').replace(/\s+/gu, ' ').trim()

/** The lines of a text that hold anything, as people should read them: control characters as marks. */
export function linesOf(text: string): string[] {
  const marked = marksFor(text, /(?![\t\n\r\u0085\u061c\u200e\u200f])[\p{Cc}\p{Bidi_Control}]/gu)
  const lines = marked.split(/[\n\r\u0085\u2028\u2029]/u)
  return lines.map((each) => each.trim()).filter((each) => each !== '')
}

/** What people should read of a text. */
export const readable = (text: string): string => words(linesOf(text).join(' '))

/** Code as people should copy it: everything that is invisible or turns the direction as a mark. */
export const copyable = (text: string): string =>
  marksFor(text, /(?![\t\n\r])[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/gu)

function marksFor(text: string, hidden: RegExp): string {
  return text.toWellFormed().replace(hidden, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (code < 32) return String.fromCharCode(0x2400 + code)
    return code === 127 ? '␡' : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
  })
}

/** What stands in code, each piece by itself, spans and blocks alike. */
export const codesOf = (html: string): string[] =>
  Array.from(html.matchAll(/<code[^>]*>([^<]*)<\/code>/gu), ([, code = '']) => decoded(code))

/** Joiners and what chooses a character's form, as themselves or as marks. */
const SHAPING =
  /\u200c|\u200d|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]|<U\+(?:200[CD]|FE0[\dA-F]|E01[\dA-E][\dA-F])>/gu

/** Codes without those: whether one is needed where it stands, this judge cannot tell. */
export const unshaped = (codes: readonly string[]): string[] =>
  codes.map((code) => code.replaceAll(SHAPING, ''))
