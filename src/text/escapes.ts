/** Zero-width space: unseen, but no reference, mention, emoji code, address or command goes on across it. */
export const GAP = '\u200b'

const backslash = (found: string): string => `\\${found}`
const gapAfter = (found: string): string => found + GAP

/** What has a meaning, and how it loses it; `inHtml` for what has it in raw HTML too, to a browser or to GitHub's filters. */
type Escape = { pattern: RegExp; inHtml: boolean; replaced: (found: string) => string }

const markdownOnly = (pattern: RegExp, replaced: Escape['replaced']): Escape => ({
  pattern,
  inHtml: false,
  replaced,
})
const anywhere = (pattern: RegExp, replaced: Escape['replaced']): Escape => ({
  pattern,
  inHtml: true,
  replaced,
})

/**
 * What has a meaning, in GitHub's parser or in the filters that go over its rendered text, and how it loses
 * it. The filters see neither backslash nor entity, so what they look for is broken up. `^` and `$` are the
 * text's ends, where our own words may stand; a line within begins with a gap. The order counts: each pattern
 * reads what the ones before have written, and must take it for what it was. Facts: the GFM specification,
 * cmark-gfm's extensions/autolink.c and table.c, GitHub's docs on autolinked references.
 */
const ESCAPES: readonly Escape[] = [
  // Escape, hard break.
  markdownOnly(/\\(?=[!-/:-@[-`{-~]|$)/g, backslash),
  // Character reference.
  anywhere(/&(?=#|\w\w|\w?$)/g, () => '&amp;'),
  // HTML, autolink.
  anywhere(/</g, () => '&lt;'),
  // Address, emoji code.
  anywhere(/:(?=\/\/|[\w+-]+(?::|$))/g, gapAfter),
  // Alert, task box.
  anywhere(/\[(?=!|[ x](?:\]|$))/gi, gapAfter),
  // Emphasis, code, strikethrough, table, link, list.
  markdownOnly(/[*`~|[\]]/g, backslash),
  // List, underline, quotation, command, footnote, table.
  markdownOnly(/^(?=[-+=>/!^]|:-|\d{1,9}[.)](?:\s|$))/, gapAfter),
  // Emphasis.
  markdownOnly(/_(?<![a-z0-9]_)|_(?![a-z0-9])/gi, backslash),
  // Image, where a link follows.
  markdownOnly(/!$/, gapAfter),
  // Mention, reference, mail address, heading.
  anywhere(/[@#]/g, gapAfter),
  // Reference.
  anywhere(/gh-(?<![a-z0-9]gh-)/gi, gapAfter),
  // Address.
  anywhere(/www(?=\.|$)/gi, gapAfter),
  // Commit.
  anywhere(/(?<![a-z0-9])[0-9a-f]{7,}(?![a-z0-9])/gi, (found) => found.replace(/.{6}(?=.)/g, gapAfter)),
  // Math. A parser that pairs dollars respects the backslash. GitHub's filter pairs them in the rendered text, but
  // only within an element: an own one is what GitHub's docs (and MathJax's) ask for, while U+200B beside a
  // dollar is not told of.
  markdownOnly(/\$/g, () => '<span>\\$</span>'),
]

const HTML_ESCAPES: readonly Escape[] = [
  ...ESCAPES.filter(({ inHtml }) => inHtml),
  anywhere(/\$/g, () => '<span>$</span>'),
]

/** A text that means nothing in a paragraph of Markdown, but shows the same characters. */
export const escapeMarkdown = (text: string): string => escapeBy(ESCAPES, text)

/** A text that means nothing in raw HTML, where backslashes would be seen, but shows the same characters. */
export const escapeHtml = (text: string): string => escapeBy(HTML_ESCAPES, text)

const escapeBy = (escapes: readonly Escape[], text: string): string =>
  escapes.reduce((shown, { pattern, replaced }) => shown.replace(pattern, replaced), text)
