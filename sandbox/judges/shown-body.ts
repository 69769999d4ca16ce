import { spawnSync } from 'node:child_process'
import { micromark } from 'micromark'
import { gfm } from 'micromark-extension-gfm'
import { gfmAutolinkLiteralHtml } from 'micromark-extension-gfm-autolink-literal'
import { gfmFootnoteHtml } from 'micromark-extension-gfm-footnote'
import { gfmStrikethroughHtml } from 'micromark-extension-gfm-strikethrough'
import { gfmTableHtml } from 'micromark-extension-gfm-table'
import { gfmTaskListItemHtml } from 'micromark-extension-gfm-task-list-item'
import {
  defaultTreeAdapter,
  type DefaultTreeAdapterTypes as Html,
  html as names,
  parseFragment,
} from 'parse5'

/*
 * What people see of a body on GitHub, found out without the code that reads bodies: GitHub's own parser makes HTML of it
 * where it is installed, else micromark does; parse5 reads it as a browser does; and a walk of its own sorts the words.
 * Words are those that drawn bodies have: `w12w`, each another one, and `m12m` within math.
 */

/** GitHub's parser, from Debian's package of that name. */
const CMARK = [
  '--unsafe',
  '--github-pre-lang',
  ...extensions('footnotes table strikethrough autolink tasklist'),
]

function extensions(names: string): string[] {
  return names.split(' ').flatMap((name) => ['-e', name])
}

/** GFM, except that the tags of scripts and their kind are no text: nobody needs what is in them. */
const MICROMARK = {
  allowDangerousHtml: true,
  extensions: [gfm()],
  htmlExtensions: [
    gfmAutolinkLiteralHtml(),
    gfmFootnoteHtml(),
    gfmStrikethroughHtml(),
    gfmTableHtml(),
    gfmTaskListItemHtml(),
  ],
}

/** Whether GitHub's own parser is installed. */
export const hasCmark = spawnSync('cmark-gfm', ['--version']).status === 0

/** HTML as a browser reads it within an element of a page. By itself, parse5 would take it for a template's content. */
const parsePart = (html: string) =>
  parseFragment(defaultTreeAdapter.createElement('div', names.NS.HTML, []), html, {})

/** Markdown as HTML, by a parser; GitHub's own must be there. */
export function renderBody(markdown: string, parser: 'micromark' | 'cmark-gfm'): string {
  if (parser === 'micromark')
    // As GitHub writes it: a quote in a tag may end an attribute that was left open.
    return micromark(markdown, MICROMARK).replace(
      /<pre><code class="language-([^"]*)">/gu,
      '<pre lang="$1"><code>',
    )
  const { stdout, status } = spawnSync('cmark-gfm', CMARK, { input: markdown, encoding: 'utf8' })
  if (status !== 0) throw new Error('cmark-gfm failed')
  return stdout
}

/**
 * What a word is to people: shown; shown by GitHub in another form, or not ticked; not there. Whether code is math, by
 * the dollars beside it, this judge cannot tell.
 */
type Fate = 'shown' | 'unticked item' | 'formula' | 'maybe formula' | 'diagram' | 'hidden'

/**
 * A word of a page, the heading of the field that it stands in (empty in none, undefined in a footnote), and whether it
 * stands in an item with a box.
 */
export type Seen = {
  readonly word: string
  readonly fate: Fate
  readonly field: string | undefined
  readonly hasBox: boolean
}

/** Elements whose content a browser does not show, or whose tags GitHub shows as text: nobody needs it. */
const HIDDEN =
  'audio canvas datalist embed iframe math noembed noframes noscript object option optgroup plaintext rp script select style svg template textarea title video xmp'.split(
    ' ',
  )
const CONTAINERS = ['blockquote', 'details', 'dl', 'ol', 'ul', 'table']
const WORD = /[wm]\d+[wm]/gu

type State = { field: string; level: number; seen: Seen[] }

/** The words of a page in their order. @param fields the names of headings that begin a field, in lower case */
export function wordsOf(html: string, fields: readonly string[]): Seen[] {
  const state: State = { field: '', level: 0, seen: [] }
  walk(
    parsePart(html).childNodes,
    { fate: 'shown', isClosed: false, isCode: false, isNoAnswer: false, hasBox: false },
    {
      state,
      fields,
    },
  )
  return state.seen
}

type Place = { fate: Fate; isClosed: boolean; isCode: boolean; isNoAnswer: boolean; hasBox: boolean }
type Tools = { state: State; fields: readonly string[] }

function walk(nodes: readonly Html.ChildNode[], place: Place, tools: Tools): void {
  const { state, fields } = tools
  let isBehindBox = false
  for (const node of nodes) {
    // An item may have lost its element to one that was left open above.
    if ('value' in node) addWords(node.value, { ...place, hasBox: place.hasBox || isBehindBox }, state)
    if ('tagName' in node && node.tagName === 'input') isBehindBox = true
    if (!('tagName' in node)) continue
    const level = /^h([1-6])$/u.exec(node.tagName)?.[1]
    if (level !== undefined && !place.isClosed && place.fate === 'shown') {
      const words = textOf(node.childNodes).trim().toLowerCase()
      const isField = fields.includes(words)
      const begins = state.field === '' || Number(level) <= state.level || (isField && words !== state.field)
      if (begins) Object.assign(state, { field: isField ? words : '', level: Number(level) })
      // A heading that begins something is no part of an answer.
      walk(node.childNodes, begins ? { ...place, isNoAnswer: true } : place, tools)
      continue
    }
    walk(node.childNodes, placeIn(node, place), tools)
  }
}

function placeIn(node: Html.Element, place: Place): Place {
  const { tagName, attrs } = node
  const of = (name: string) => attrs.find((each) => each.name === name)?.value ?? ''
  const language = tagName === 'pre' ? of('lang') || languageIn(node) : ''
  const fate = (): Fate => {
    // They are shown, in whatever they stand that was left open.
    if (of('class') === 'footnotes' && place.fate === 'unticked item') return 'shown'
    if (place.fate !== 'shown') return place.fate
    if (HIDDEN.includes(tagName)) return 'hidden'
    if (/^(?:mermaid|geojson|topojson|stl)$/iu.test(language)) return 'diagram'
    if (/^math$/iu.test(language)) return 'formula'
    return tagName === 'li' && isUnticked(node) ? 'unticked item' : 'shown'
  }
  return {
    fate: fate(),
    isClosed: place.isClosed || CONTAINERS.includes(tagName),
    // Nor does anybody look for math in addresses.
    isCode: place.isCode || ['a', 'code', 'pre'].includes(tagName),
    isNoAnswer: place.isNoAnswer || of('class') === 'footnotes',
    hasBox: place.hasBox || (tagName === 'li' && boxIn(node) !== undefined),
  }
}

function addWords(text: string, { fate, isCode, isNoAnswer, hasBox }: Place, { field, seen }: State): void {
  for (const { 0: word, index } of text.matchAll(WORD)) {
    // Of dollars before it, each two pairs are a formula by themselves.
    const isOpen = text.slice(0, index).split('$$').length % 2 === 0
    const isMath = !isCode && isOpen && text.startsWith(`$$${word}$$`, index - 2)
    const mathFate = isMath ? 'formula' : 'maybe formula'
    const own = word.startsWith('m') && fate === 'shown' ? mathFate : fate
    seen.push({ word, fate: own, field: isNoAnswer ? undefined : field, hasBox })
  }
}

const languageIn = ({ childNodes }: Html.Element): string =>
  childNodes
    .flatMap((node) => ('attrs' in node ? node.attrs : []))
    .flatMap(({ value }) => /^language-(.*)$/u.exec(value)?.[1] ?? [])[0] ?? ''

/** The box that an item begins with, if so. */
function boxIn({ childNodes }: Html.Element): Html.Element | undefined {
  const first = childNodes.find((node) => !('value' in node) || node.value.trim() !== '')
  if (!first || !('tagName' in first)) return undefined
  if (first.tagName === 'input') return first
  // What was left open above stands around it.
  return CONTAINERS.includes(first.tagName) ? undefined : boxIn(first)
}

const isUnticked = (item: Html.Element): boolean =>
  boxIn(item)?.attrs.every(({ name }) => name !== 'checked') ?? false

const textOf = (nodes: readonly Html.ChildNode[]): string =>
  nodes
    .map((node) => {
      if ('value' in node) return node.value
      return 'tagName' in node && !HIDDEN.includes(node.tagName) ? textOf(node.childNodes) : ''
    })
    .join('')

/** The words in addresses of links that people can follow, and in languages of code. */
export function wordsBesideText(html: string): string[] {
  const visit = (nodes: readonly Html.ChildNode[]): string[] =>
    nodes.flatMap((node) => {
      if (!('tagName' in node)) return []
      const values = node.attrs.filter(({ name }) => ['href', 'lang', 'class'].includes(name))
      const words = values.flatMap(({ value }) => value.match(WORD) ?? [])
      return [...words, ...visit(node.childNodes)]
    })
  return visit(parsePart(html).childNodes)
}
