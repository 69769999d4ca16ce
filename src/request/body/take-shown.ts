import type { Comment, Element, ElementContent } from 'hast'
import { withoutNeedlessInvisible } from '../../text/characters.ts'
import { isDiagram, MATH } from './drawn.ts'
import { endOf, isBlock, isElement, languageOf, OTHER_BLOCKS, startOf, textOf } from './elements.ts'
import { HIDDEN_ELEMENTS } from './hidden-elements.ts'
import { isOddComment, isOddDeclaration } from './odd-markdown.ts'
import { escaped, type Sign, type WrittenHtml } from './write-html.ts'

/** Something that is not read: a noun, and its offset in the HTML. */
type LeftOut = { readonly what: string; readonly at: number }

/** What people see of a page, before GitHub's allow-list is applied, and what they don't. */
type Shown = {
  readonly nodes: readonly ElementContent[]
  readonly footnotes: ReadonlyMap<number, readonly ElementContent[]>
  /** What is not read, by the offset of an empty element in its place. No other element has that offset. */
  readonly leftOut: ReadonlyMap<number, LeftOut>
  /** Where a comment or hidden element begins that runs to the end of the page. */
  readonly endsHidden: number | undefined
  /** Where the last words or comment end. An unclosed tag begins after that. */
  readonly lastEnd: number
}

/** Whether GitHub's parser may read a comment within a sentence as text. */
function isUnclear(node: Comment, html: string): boolean {
  const written = html.slice(startOf(node), endOf(node))
  return isOddComment(written) || isOddDeclaration(written)
}

/** The deepest nesting. Nobody nests so deeply, and the time to write it grows with the square of the depth. */
const MAX_DEPTH = 200

/** Elements that look the same. */
const SAME: Readonly<Record<string, string>> = { b: 'strong', i: 'em', s: 'del', strike: 'del' }

/**
 * Extracts what people see of a page: no comments, images, formulas, diagrams, unticked items or invisible characters.
 * Emphasis inside the same emphasis, or around blocks, is dropped: Markdown cannot express it, and writing hundreds of
 * nested ones would take days.
 *
 * @throws RangeError when elements are nested too deeply
 */
export function takeWhatIsShown(
  page: readonly ElementContent[],
  { html, signs }: Pick<WrittenHtml, 'html' | 'signs'>,
): Shown {
  const leftOut = new Map<number, LeftOut>()
  const footnotes = new Map<number, ElementContent[]>()
  let endsHidden: number | undefined
  let lastEnd = 0
  const leave = (what: string, at: number): ElementContent[] => {
    const offset = html.length + leftOut.size
    leftOut.set(offset, { what, at })
    return [placeholderAt(offset)]
  }
  /** @param within the names of the elements around, from the outside in */
  const visit = (nodes: readonly ElementContent[], within: readonly string[] = []): ElementContent[] => {
    if (within.length > MAX_DEPTH) throw new RangeError('Elements of HTML are nested too deeply')
    return nodes.flatMap((node, at) => {
      if (node.type === 'comment' || node.type === 'text') lastEnd = Math.max(lastEnd, endOf(node))
      if (goesOn(node, html)) endsHidden ??= startOf(node)
      if (node.type === 'text') {
        const isCode = within.includes('code') || within.includes('pre')
        const own = isCode ? node.value : withoutDollars(node.value, nodes, at)
        const starts = isCode ? [] : formulasIn(own)
        const formulas = starts.flatMap((start) => leave('formula', startOf(node) + start))
        const shown = isCode ? own : withoutMath(own)
        return [{ ...node, value: withoutNeedlessInvisible(shown) }, ...formulas]
      }
      if (node.type === 'comment') return isUnclear(node, html) ? leave('comment', startOf(node)) : []
      const sign = signs.get(startOf(node))
      if (sign?.kind === 'footnote') {
        // An unclosed element above may hide the end of the page, where footnotes are.
        if (!within.some(isHiding)) footnotes.set(sign.number, visit(node.children))
        return []
      }
      const what = isDollarMath(nodes, at) ? 'formula' : whyUnread(node, sign)
      const name = SAME[node.tagName] ?? node.tagName
      // This also applies to what is not read, because it may hide the rest.
      const children = visit(node.children, [...within, name])
      if (what !== undefined) return what === '' ? [] : leave(what, startOf(node))
      if (isEmptyLink(node, children))
        return isNoLoss(node) ? children : [...children, ...leave('link without words', startOf(node))]
      const isNeedless = !isBlock(node) && (within.includes(name) || children.some(isBlock))
      return isNeedless ? children : rewritten(node, children)
    })
  }
  const nodes = visit(page)
  return { nodes, footnotes, leftOut, endsHidden, lastEnd }
}

/** Dollars that are left over beside a formula may belong to another one: then all between the first and the last goes. */
function withoutMath(words: string): string {
  const rest = words.replace(MATH, '')
  const isUnclear = rest.length < words.length && rest.includes('$$')
  return isUnclear ? words.replace(/\$\$.*\$\$/su, '') : rest
}

/** Where formulas begin in a text, as offsets in its HTML. */
const formulasIn = (words: string): number[] =>
  Array.from(words.matchAll(MATH), ({ index }) => escaped(words.slice(0, index)).length)

function placeholderAt(offset: number): ElementContent {
  const point = { line: 1, column: 1, offset }
  return {
    type: 'element',
    tagName: 'span',
    properties: {},
    children: [],
    position: { start: point, end: point },
  }
}

/** The placeholders inside elements of which only the words are kept. */
function placeholdersIn(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => {
    if (!isElement(node)) return []
    return node.tagName === 'span' && node.children.length === 0 ? [node] : placeholdersIn(node.children)
  })
}

/** Whether an element hides its content. GitHub keeps `<rp>`, and browsers show none. */
const isHiding = (name: string): boolean => name === 'rp' || HIDDEN_ELEMENTS.includes(name)

/** Whether a comment or an element that hides its content is still open at the end of the page. */
const goesOn = (node: ElementContent, html: string): boolean =>
  // Behind the author's own HTML, we end the last line or footnote, unless that HTML takes it in.
  endOf(node) >= html.length && (node.type === 'comment' || (isElement(node) && isHiding(node.tagName)))

/** What to call an element that is not read; empty if nobody sees it, undefined if it is read. */
function whyUnread(node: Element, sign: Sign | undefined): string | undefined {
  const { tagName, children } = node
  if (HIDDEN_ELEMENTS.includes(tagName)) return `<${tagName}>`
  if (tagName === 'pre' && isDiagram(languageOf(node)))
    return languageOf(node) === 'math' ? 'formula' : 'diagram'
  if (tagName === 'img') return 'image'
  if (['input', 'rp', 'source'].includes(tagName)) return ''
  if (tagName !== 'li') return undefined
  // It was already reported, ticked or not.
  if (sign?.kind === 'unclear item') return ''
  return isUnticked(children) ? 'unticked item' : undefined
}

/** GitHub reads code between single dollars as math. */
function isDollarMath(nodes: readonly ElementContent[], at: number): boolean {
  const [before, node, after] = [nodes[at - 1], nodes[at], nodes[at + 1]]
  const isCode = node !== undefined && isElement(node) && node.tagName === 'code'
  return isCode && before?.type === 'text' && before.value.endsWith('$') && startsWithDollar(after)
}

const startsWithDollar = (node: ElementContent | undefined): boolean =>
  node?.type === 'text' && node.value.startsWith('$')

/** A text without the dollars of adjacent math. */
function withoutDollars(text: string, nodes: readonly ElementContent[], at: number): string {
  const start = isDollarMath(nodes, at - 1) ? 1 : 0
  return text.slice(start, isDollarMath(nodes, at + 1) ? -1 : undefined)
}

/** Whether an item begins with an unticked box. */
function isUnticked(children: readonly ElementContent[]): boolean {
  const first = children.find((child) => isElement(child) || textOf([child]).trim() !== '')
  if (first?.type !== 'element') return false
  const { type, checked } = first.properties
  if (first.tagName === 'input') return type === 'checkbox' && checked !== true
  // Elements that were left open above surround it.
  return (first.tagName === 'p' || !isBlock(first)) && isUnticked(first.children)
}

const isEmptyLink = ({ tagName, properties }: Element, children: readonly ElementContent[]): boolean =>
  tagName === 'a' && properties.href !== undefined && textOf(children).trim() === ''

/** Whether a link without words needs no report: its image has one, or a browser made it where the author's tags overlap. */
const isNoLoss = (node: Element): boolean => node.position === undefined || hasImage(node)

const hasImage = (node: ElementContent): boolean =>
  isElement(node) && (node.tagName === 'img' || node.children.some(hasImage))

/** A single word. Of an info string, people see only that, as syntax coloring. */
const LANGUAGE = /^[\w+#.-]{1,30}$/u

/** An element with the attributes that count, in a form that Markdown has too. */
function rewritten(node: Element, children: ElementContent[]): ElementContent[] {
  const { tagName, properties } = node
  const as = (name: string, own: Element['properties'] = {}): ElementContent[] => [
    { ...node, tagName: name, properties: own, children },
  ]
  if (OTHER_BLOCKS.includes(tagName)) return as('div')
  switch (tagName) {
    case 'a':
      return as('a', { href: properties.href })
    case 'ol':
      return as('ol', { start: properties.start })
    case 'rt':
      return [text('('), ...children, text(')')]
    case 'caption':
      return [{ ...node, tagName: 'p', properties: {}, children: inCell(children) }]
    case 'table':
      return [
        ...children.filter(isParagraph),
        { ...node, properties: {}, children: children.filter((each) => !isParagraph(each)) },
      ]
    case 'td':
    case 'th':
      return [{ ...node, properties: { align: properties.align }, children: inCell(children) }]
    case 'pre':
      // An unclosed one continues around what follows.
      if (children.some(isBlock)) return children
      return [{ ...node, properties: {}, children: [codeIn(node, children)] }, ...placeholdersIn(children)]
    default:
      return as(tagName)
  }
}

const text = (value: string): ElementContent => ({ type: 'text', value })

const isParagraph = (node: ElementContent): boolean => isElement(node) && node.tagName === 'p'

/** A table cell is one line in Markdown, so blocks in it become words separated by spaces. A caption is read like one. */
function inCell(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (!isElement(child)) return [child]
    if (child.tagName === 'br') return [text(' ')]
    if (child.tagName === 'pre')
      return [text(' '), { ...child, tagName: 'code', children: [text(textOf([child]).trim())] }, text(' ')]
    const inner = inCell(child.children)
    return isBlock(child) ? [text(' '), ...inner, text(' ')] : [{ ...child, children: inner }]
  })
}

/** The content of a code block, as plain text. */
function codeIn(node: Element, children: readonly ElementContent[]): Element {
  const language = languageOf(node)
  const properties = LANGUAGE.test(language) ? { className: [`language-${language}`] } : {}
  return { type: 'element', tagName: 'code', properties, children: [text(textOf(children))] }
}
