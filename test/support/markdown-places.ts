import { link, md, type oneLine } from '../../src/report/markdown.ts'

/** Where our link leads. */
export const HREF = 'https://join.example/'

/** What must survive below any text. */
export const FOOT: Place = [md`${link('Join', HREF)}\n\n<!-- marker -->`, 'Join', ['p', 'a']]

/** What a place shows: our Markdown, what is read there, and the elements around. */
type Place = readonly [markdown: { text: string }, read: string, elements: readonly string[]]

/**
 * A text, the same in one line, what is read of it, and the elements that it brings along: in one line, with
 * its line breaks, and as a paragraph.
 */
export type Parts = {
  text: string
  line: ReturnType<typeof oneLine>
  read: string
  flat: string[]
  inline: string[]
  block: string[]
}

/** Every kind of place that our templates have. */
export const PLACES: readonly ((parts: Parts) => Place)[] = [
  ({ text, read, block }) => [md`${text}`, read, block],
  ({ text, read, inline }) => [md`**Topic:** ${text}`, `Topic: ${read}`, ['p', 'strong', ...inline]],
  ({ text, read, flat }) => [md`**${link(text, HREF)}** end`, `${read} end`, ['p', 'strong', 'a', ...flat]],
  ({ line, read, flat }) => [
    md`| Goal | ${line} |\n| --- | --- |\n| ${line} | end |`,
    `Goal ${read} ${read} end`,
    ['table', 'thead', 'tr', 'th', 'th', ...flat, 'tbody', 'tr', 'td', ...flat, 'td'],
  ],
  ({ text, read, inline }) => [
    md`- ${text}\n- **Q:** ${text}`,
    `${read} Q: ${read}`,
    ['ul', 'li', ...inline, 'li', 'strong', ...inline],
  ],
  ({ text, read, inline }) => [md`1. ${text}`, read, ['ol', 'li', ...inline]],
  ({ text, read, block }) => [md`> ${text}`, read, ['blockquote', ...block]],
  ({ text, read, inline }) => [md`${text}${link('us', HREF)}`, `${read}us`, ['p', ...inline, 'a']],
  ({ text, read, block }) => [
    md`<details>\n<summary>More</summary>\n\n${text}\n\n</details>\n\n${text}`,
    `More ${read} ${read}`,
    ['details', 'summary', ...block, ...block],
  ],
  ({ text, read, inline }) => [
    md`<sub>Run ${text}</sub>, ${text}. So`,
    `Run ${read}, ${read}. So`,
    ['p', 'sub', ...inline, ...inline],
  ],
  ({ text, read, inline }) => [md`2: ([${text}]) end`, `2: ([${read}]) end`, ['p', ...inline]],
  ({ line, read, flat }) => [md`### ${line}`, read, ['h3', ...flat]],
  ({ text, read, inline }) => [md`2: ${text}${text}`, `2: ${read}${read}`, ['p', ...inline, ...inline]],
]
