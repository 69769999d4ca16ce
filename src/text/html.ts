import { decodeString } from 'micromark-util-decode-string'
import { htmlBlockNames, htmlRawNames } from 'micromark-util-html-tag-name'

/** A tag of HTML, as it is written. */
export type Tag = { name: string; isEnd: boolean; source: string }

/** Elements within a line. With the blocks that CommonMark knows, these are all that HTML has or had. */
const INLINE_NAMES =
  'a abbr acronym area audio b bdi bdo big br button canvas cite code data datalist del dfn em embed font i img input ins kbd label map mark math meter nobr object output picture progress q rp rt ruby s samp slot small source span strike strong sub sup svg template time tt u var video wbr'.split(
    ' ',
  )
const BLOCK_NAMES = [...htmlBlockNames, ...htmlRawNames]
const CELL_NAMES = ['td', 'th']

/** A comment, which a browser ends with the text where nothing else does, or what has the form of a tag. */
const COMMENT_OR_TAG =
  /<!--(?:-?>|[\s\S]*?(?:-->|$))|<(?<slash>\/?)(?<name>[a-z][a-z\d-]*)(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>/giu

/**
 * Raw HTML as its words, with references decoded, and its tags. Comments are left out. What only has the form of a tag
 * is words: `List<String>`, `<your name>`.
 */
export function readHtml(html: string): (string | Tag)[] {
  const found = Array.from(html.matchAll(COMMENT_OR_TAG))
  const pieces = found.flatMap((match, at) => {
    const [source] = match
    const end = match.index + source.length
    return [tagOrWords(match), decoded(html.slice(end, found[at + 1]?.index))]
  })
  return [decoded(html.slice(0, found[0]?.index)), ...pieces].filter((piece) => piece !== '')
}

function tagOrWords({ 0: source, groups = {} }: RegExpExecArray): string | Tag {
  const { slash, name } = groups
  if (name === undefined) return ''
  // A single capital is a type (`Promise<T>`).
  const isTag = !/^<[A-Z]>$/u.test(source) && [...INLINE_NAMES, ...BLOCK_NAMES].includes(name.toLowerCase())
  return isTag ? { name: name.toLowerCase(), isEnd: slash !== '', source } : source
}

/** What stands between the words before a tag and those behind it. */
export function gapAt({ name }: Tag): '\n' | ' ' | '' {
  if (CELL_NAMES.includes(name)) return ' '
  return name === 'br' || BLOCK_NAMES.includes(name) ? '\n' : ''
}

/** What an attribute of a tag says; empty without it. @param name one of ours, in lower case */
export function attributeOf({ source }: Tag, name: string): string {
  const pattern = new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>${'`'}]+))`, 'iu')
  const [, ...values] = pattern.exec(source) ?? []
  return decoded(values.find((value) => value !== undefined) ?? '')
}

const decoded = (html: string): string => html.replace(/&(?:#\w{1,8}|\w{1,31});/gu, decodeString)
