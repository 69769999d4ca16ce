/*
 * Beyond these bounds, which nobody reaches by writing, parsers need seconds or gigabytes. GitHub keeps 65,536
 * characters of a body.
 */
const MAX_LINES = 2000
/** Markers of emphasis, links, code and math: the parser may search the rest of the text for the end of each. */
const MAX_MARKS = 3000
const MAX_TAGS = 500
/** Comments, declarations and processing instructions: the same. */
const MAX_OPENINGS = 100
/** Nested quotations and lists on one line. */
const MAX_NESTED = 60

const MARKS = /[*_~[\]$]|`+/gu
const TAGS = /<\/?[a-z]/giu
const OPENINGS = /<[!?]/gu
const NESTED = new RegExp(
  String.raw`^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])(?=[ \t]))){${MAX_NESTED + 1}}`,
  'mu',
)

/**
 * The offset at which the first line begins that exceeds a bound; undefined if none does.
 *
 * @param source with `\n` for any line end, and no white space at its end
 */
export function tooMuchFrom(source: string): number | undefined {
  const found = [
    nth(source, /\n/gu, MAX_LINES),
    nth(source, MARKS, MAX_MARKS + 1),
    nth(source, TAGS, MAX_TAGS + 1),
    nth(source, OPENINGS, MAX_OPENINGS + 1),
    NESTED.exec(source)?.index,
  ].filter((offset) => offset !== undefined)
  if (found.length === 0) return undefined
  return source.lastIndexOf('\n', Math.min(...found)) + 1
}

function nth(source: string, pattern: RegExp, count: number): number | undefined {
  return source
    .matchAll(pattern)
    .drop(count - 1)
    .next().value?.index
}
