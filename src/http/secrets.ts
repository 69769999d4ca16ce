/** Characters that may stand between two others without being visible. */
const UNSEEN = String.raw`[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*`

export const REMOVED = '***'

/**
 * Makes a function that removes a secret from every text in a value. Some servers repeat what they were sent, and their
 * words end up in outputs, summaries and comments, where the runner masks nothing.
 *
 * Pass it parsed values, so that JSON's own escapes are gone. It also finds the secret percent-encoded (even repeatedly), as
 * character references, as a programming language's escapes, with invisible characters in between, and as compatibility
 * characters, which a URL parser turns into ASCII.
 *
 * @param secret printable ASCII; where it is empty, nothing is removed
 */
export function secretRemover(secret: string): <T>(value: T) => T {
  if (secret === '') return (value) => value
  const spelling = Array.from(secret, spellingsOf).join(UNSEEN)
  const all = new RegExp(spelling, 'giu')
  const any = new RegExp(spelling, 'iu')
  const fromText = (text: string): string => {
    const rest = text.replace(all, REMOVED)
    // After normalization nobody can say which characters of the text were the secret.
    return isAscii(rest) || !any.test(rest.normalize('NFKC')) ? rest : REMOVED
  }
  return (value) => mapTexts(value, fromText)
}

/** A pattern for one character of a secret in every spelling. */
function spellingsOf(character: string): string {
  const code = character.charCodeAt(0)
  const hex = code.toString(16).padStart(2, '0')
  const literal = String.raw`\\*\u{${hex}}`
  const percent = `%(?:25)*${hex}`
  const reference = `&(?:amp;)*#(?:0*${code}|x0*${hex});?`
  const escaped = String.raw`\\+(?:u0*${hex}|u\{0*${hex}\}|x${hex})`
  return `(?:${[literal, percent, reference, escaped].join('|')})`
}

const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/u.test(text)

function mapTexts<T>(value: T, map: (text: string) => string): T
function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value)
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, map))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mapTexts(each, map)]))
}
