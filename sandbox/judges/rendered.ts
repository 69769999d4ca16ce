import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

const GFM = { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }

/** Markdown as HTML, as GitHub's parser makes it. Raw HTML stays in it, so that a leak would show. */
export const render = (markdown: string): string => micromark(markdown, GFM)

type Token = { kind: 'text' | 'open' | 'close' | 'comment'; name: string; text: string }

/** A comment or tag that is never closed takes in everything after it, as in a browser. */
const TOKEN =
  /<!--(?:-?>|(?<comment>.*?)(?:-->|$))|<[!?](?<bogus>.*?)(?:>|$)|<(?<slash>\/?)(?<name>[a-z][^\s/>]*)(?:=\s*"[^"]*(?:"|$)|=\s*'[^']*(?:'|$)|[^>])*?(?:>|$)|<?[^<]+|</gisu

function tokensOf(html: string): Token[] {
  return Array.from(html.matchAll(TOKEN), ({ 0: found, groups = {} }) => {
    const { comment, bogus, name, slash } = groups
    if (name !== undefined) return { kind: slash ? 'close' : 'open', name: name.toLowerCase(), text: found }
    if (/^<[!?]/u.test(found)) return { kind: 'comment', name: '', text: comment ?? bogus ?? '' }
    return { kind: 'text', name: '', text: decode(found) }
  })
}

function decode(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
  return text.replace(/&(?:#(x?[0-9a-f]+)|(\w+));/giu, (found, code?: string, name = '') =>
    code === undefined ? (named[name] ?? found) : String.fromCodePoint(Number(code.replace(/^x/iu, '0x'))),
  )
}

/** The visible text: without tags, character references decoded, `<br>` as a line break. */
export const textOf = (html: string): string =>
  tokensOf(html)
    .map(({ kind, name, text }) => (kind === 'text' ? text : kind === 'open' && name === 'br' ? '\n' : ''))
    .join('')

/** The text nodes to which GitHub's filters apply: those outside code. */
export function textNodesOf(html: string): string[] {
  let isInCode = false
  return tokensOf(html).flatMap(({ kind, name, text }) => {
    if (name === 'code') isInCode = kind === 'open'
    return kind === 'text' && !isInCode ? [text] : []
  })
}

/** The names of all elements, in the order they start. */
export const elementsOf = (html: string): string[] =>
  tokensOf(html).flatMap(({ kind, name }) => (kind === 'open' ? [name] : []))

/** The addresses of the links, in order. */
export const addressesOf = (html: string): string[] =>
  tokensOf(html).flatMap(({ kind, name, text }) => {
    const address = kind === 'open' && name === 'a' ? /\shref="([^"]*)"/u.exec(text)?.[1] : undefined
    return address === undefined ? [] : [decode(address)]
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

/** An invisible character between two that would mean something together. */
const GAP = '\u200b'

/** Our Markdown with a visible mark for each zero-width space, for tests. */
export const seen = (markdown: string): string => markdown.replaceAll(GAP, '¦')

/** A text without gaps, with single spaces. */
export const words = (text: string): string => text.replaceAll(GAP, '').replace(/\s+/gu, ' ').trim()

/** A text's lines as people should read them: without empty ones, and with marks for control characters. */
export function linesOf(text: string): string[] {
  const marked = marksFor(text, /(?![\t\n\r\u0085\u061c\u200e\u200f])[\p{Cc}\p{Bidi_Control}]/gu)
  const lines = marked.split(/[\n\r\u0085\u2028\u2029]/u)
  return lines.map((each) => each.trim()).filter((each) => each !== '')
}

/** A text on one line, as people should read it. */
export const readable = (text: string): string => words(linesOf(text).join(' '))

/** Code as people should copy it: with marks for everything that is invisible or changes the reading direction. */
export const copyable = (text: string): string =>
  marksFor(text, /(?![\t\n\r])[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/gu)

function marksFor(text: string, hidden: RegExp): string {
  return text.toWellFormed().replace(hidden, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (code < 32) return String.fromCharCode(0x2400 + code)
    return code === 127 ? '␡' : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
  })
}

/** The contents of code spans and code blocks, in order. */
export const codesOf = (html: string): string[] =>
  Array.from(html.matchAll(/<code[^>]*>([^<]*)<\/code>/gu), ([, code = '']) => decode(code))

/** Joiners and variation selectors, as themselves or as marks. */
const SHAPING =
  /\u200c|\u200d|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]|<U\+(?:200[CD]|FE0[\dA-F]|E01[\dA-E][\dA-F])>/gu

/** Codes without joiners and variation selectors: this judge cannot tell where they are needed. */
export const unshaped = (codes: readonly string[]): string[] =>
  codes.map((code) => code.replaceAll(SHAPING, ''))
