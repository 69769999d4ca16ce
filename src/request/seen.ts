import type { Nodes } from 'mdast'
import { rangeOf } from '../text/headings.ts'

/** What a person who looks at a text on GitHub sees of it. */
export type Seen = {
  /** Where reading ends: HTML that stays open may hide all that follows. The line is counted from 1. */
  end: { offset: number; line: number } | undefined
  /** Where items of lists begin that were left out, since nobody ticked their box. */
  unticked: number[]
  /** What is seen between two offsets. */
  between(start: number, end: number): string
}

/** Markup to a browser: what is never ended goes on to the text's end. A tag has no such form: what looks like one stays. */
const MARKUP =
  /<!--(?:-?>|[\s\S]*?(?:-->|$))|<[!?][^>]*(?:>|$)|<(?:[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?|\/[a-z][a-z\d-]*\s*)>/giu

/** Whether a browser is still in a comment, a tag or an attribute where a piece of HTML ends. */
function staysOpen(html: string): boolean {
  const ends = (found: string) => found.endsWith(found.startsWith('<!--') ? '-->' : '>')
  return /<[a-z/!?]/iu.test(html.replace(MARKUP, (found) => (ends(found) ? '' : '<!')))
}

/**
 * What may hide other text: a footnote, which is shown elsewhere, or nowhere if nothing refers to it; and `<source`,
 * which begins an HTML block in GitHub's parser and none in later versions of CommonMark.
 */
const mayHide = ({ type }: Nodes, text: string): boolean =>
  ['paragraph', 'heading', 'table', 'definition'].includes(type) &&
  /^[ \t>*+\-\d.)]*(?:\[\^[^\]\n]+\]:|<\/?source\b)/imu.test(text)

/** What is not shown at all, or drawn instead of being shown: an image's words, the source of a diagram. */
const isUnseen = (node: Nodes): boolean =>
  ['html', 'definition', 'image', 'imageReference'].includes(node.type) ||
  (node.type === 'code' && /^(?:mermaid|geojson|topojson|stl|math)$/iu.test(node.lang ?? ''))

/** A block's opening fence; what stands behind it names the language, and is not shown. */
const FENCE = /^(?:`+|~+)/gu
const BOX = /^[-*+] \[([ xX])\]\s+/u

/**
 * Finds what is seen of a text: not HTML, comments included, images and diagrams, nor definitions of links, which also
 * serve as comments (`[//]: # (hidden)`). Text in `<details>` is a click away, so it is seen. Of checkboxes those that are
 * ticked are read.
 */
export function whatIsSeen(nodes: readonly Nodes[], source: string): Seen {
  const hidden: [start: number, end: number][] = []
  const seen: Seen = {
    end: undefined,
    unticked: [],
    between: (start, end) => without(hidden, source.slice(0, end), start),
  }
  let width = 0
  const look = (node: Nodes): void => {
    if (seen.end) return
    const { start, end } = rangeOf(node)
    const text = source.slice(start, end)
    if (node.type === 'html' ? staysOpen(node.value) || /<rp\b/iu.test(text) : mayHide(node, text)) {
      seen.end = { offset: start, line: node.position?.start.line ?? 1 }
    } else if (isUnseen(node)) hidden.push([start, end])
    else if (node.type === 'linkReference' || (node.type === 'link' && text.startsWith('['))) {
      // Its words are shown, and its address is a click away; neither its label nor its title is.
      if (node.type === 'linkReference') hidden.push([start, start + 1])
      node.children.forEach(look)
      const tail = rangeOf(node.children.at(-1) ?? {}).end || start
      const address = node.type === 'link' && /^\s*\]\(\s*[^\s<>]*/u.exec(source.slice(tail, end))
      hidden.push(address ? [Math.min(tail + address[0].length, end - 1), end - 1] : [tail, end])
    } else if (node.type === 'code') {
      for (const [fence] of text.matchAll(FENCE))
        hidden.push([start + fence.length, start + `${text}\n`.indexOf('\n')])
    } else if (node.type === 'tableRow') {
      // A table is as wide as its head, and cells beyond are not shown.
      node.children.slice(0, width).forEach(look)
      const [beyond] = node.children.slice(width)
      if (beyond) hidden.push([rangeOf(beyond).start, end])
    } else {
      const [box = '', ticked] = (node.type === 'listItem' && BOX.exec(text)) || []
      const before = source.lastIndexOf('\n', start) + 1
      const from = source.slice(before, start).trim() === '' ? before : start
      if (ticked !== undefined) hidden.push([from, ticked === ' ' ? end + 1 : start + box.length])
      if (ticked === ' ') seen.unticked.push(start)
      else if ('children' in node) {
        if (node.type === 'table') width = node.children[0]?.children.length ?? 0
        node.children.forEach(look)
      }
    }
  }
  nodes.forEach(look)
  return seen
}

/** A text from an offset on, without what is hidden of it, nor tags and their like, by which a text can be spelt unseen. */
function without(hidden: readonly [start: number, end: number][], source: string, start: number): string {
  let [text, at] = ['', start]
  for (const [from, to] of hidden) {
    text += source.slice(at, from)
    at = Math.max(at, to)
  }
  return (text + source.slice(at)).replace(/[\u{e0000}-\u{e0fff}]/gu, '')
}
