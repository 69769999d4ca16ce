import { oneLine } from './line.ts'

/** Emoji, and a digit in a keycap. */
const EMOJI = /[\d#*]\ufe0f?\u20e3|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}/gu
/** `1.`, `2)`, `(3)`, `1.2`, `1.2.` before a name. */
const NUMBERING = /^(?:\(\d{1,3}\)|\d{1,3}(?:\.\d{1,3})+(?=\s)|\d{1,3}(?:\.\d{1,3})*[.)])\s*/u
/** What forms append to a name. */
const ENDING = /\s*(?:\((?:required|optional)\)|[*:?])$|\s#+$/u

/**
 * A heading's words, or a name that is meant for one, so that two can be compared: without case, emphasis, emoji,
 * numbering, and `(required)`, `*`, `:`, `?` at the end, full-width forms too. Character references are to be decoded.
 */
export function headingName(words: string): string {
  const plain = oneLine(words.normalize('NFKC')).toLowerCase()
  const bare = oneLine(
    plain
      .replace(EMOJI, ' ')
      .replace(/^\s*#+/u, '')
      .replace(/(?<=^|[^\p{L}\p{N}])[*_~`]+|[*_~`]+(?=[^\p{L}\p{N}]|$)/gu, '')
      .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
      .replace(/[-_]/gu, ' '),
  )
  const name = withoutEnding(bare.replace(NUMBERING, ''))
  return name === '' ? plain : name
}

function withoutEnding(name: string): string {
  const shorter = name.replace(ENDING, '').trim()
  return shorter === name ? name : withoutEnding(shorter)
}
