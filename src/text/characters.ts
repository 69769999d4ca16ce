/**
 * What could end a line, move the cursor or turn the reading direction: C0 and C1 controls, DEL, the line and paragraph
 * separators, and Unicode's embeddings, overrides and isolates.
 */
const CONTROLS = String.raw`\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069`

/** What only hints at a direction, and turns nothing by itself: the marks of people who write Arabic or Hebrew. */
const DIRECTION_MARKS = String.raw`\u061c\u200e\u200f`

const IN_PROSE = new RegExp(`[${CONTROLS}]`, 'gu')
const IN_A_LINE = new RegExp(`[${CONTROLS}${DIRECTION_MARKS}]`, 'gu')

/** Scripts whose letters join, or don't, by U+200C and U+200D. */
const JOINING_SCRIPTS = 'Arab Syrc Mong Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr'
  .split(' ')
  .map((script) => String.raw`\p{scx=${script}}`)
  .join('')

/**
 * Invisible characters that change what is seen: the joiner within an emoji, what chooses the form of an emoji or of a
 * Chinese or Mongolian character, and a single joiner behind a letter that knows it.
 */
const SHAPING = [
  String.raw`(?<=\p{Extended_Pictographic}[\u{1f3fb}-\u{1f3ff}\ufe0f]?)\u200d(?=\p{Extended_Pictographic})`,
  String.raw`(?<=\p{Extended_Pictographic})[\ufe0e\ufe0f]`,
  String.raw`(?<=[\d#*])\ufe0f(?=\u20e3)`,
  String.raw`(?<=\p{scx=Han})[\ufe00-\ufe02\u{e0100}-\u{e01ef}]`,
  String.raw`(?<=(?=[\p{L}\p{M}])[${JOINING_SCRIPTS}])[\u200c\u200d](?![\u200c\u200d])`,
  String.raw`(?<=\p{scx=Mong})[\u180b-\u180d\u180f]`,
].join('|')

const INVISIBLE = String.raw`\p{Default_Ignorable_Code_Point}`
const IN_CODE = new RegExp(`${SHAPING}|(?![\\t\\n])([${CONTROLS}${INVISIBLE}])`, 'gu')

/** A text of one line in which every control and every mark of direction is seen: `␛` for C0, `<U+202E>` for the rest. */
export const visible = (text: string): string => text.toWellFormed().replace(IN_A_LINE, marked)

/** The same for words among other words, where U+200E, U+200F and U+061C keep their meaning. */
export const visibleProse = (text: string): string => text.toWellFormed().replace(IN_PROSE, marked)

/** Code, which people copy: whatever is invisible is a mark, unless it is a tab, ends a line, or an emoji or a script needs it. */
export const visibleCode = (text: string): string =>
  text
    .toWellFormed()
    .replace(IN_CODE, (found, hidden?: string) => (hidden === undefined ? found : marked(hidden)))

const NEEDLESS = new RegExp(`${SHAPING}|[${DIRECTION_MARKS}]|(${INVISIBLE})`, 'gu')

/**
 * A stranger's text as people see it: without invisible characters, in which another text could be hidden. Marks of
 * direction stay, and what {@link SHAPING} has.
 */
export const withoutNeedlessInvisible = (text: string): string =>
  text.replace(NEEDLESS, (found, hidden?: string) => (hidden === undefined ? found : ''))

/** A text without any invisible character: for ids, which people paste with what stood around them. */
export const withoutInvisible = (text: string): string => text.replace(new RegExp(INVISIBLE, 'gu'), '').trim()

function marked(character: string): string {
  if (character < ' ') return String.fromCharCode(0x2400 + character.charCodeAt(0))
  if (character === '\u007f') return '␡'
  return `<U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}>`
}
