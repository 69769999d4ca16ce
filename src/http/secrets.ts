/** Characters that text can hold between two others without anybody seeing them. */
const UNSEEN = String.raw`[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*`

/** What stands in place of a secret. */
export const REMOVED = '***'

/**
 * Makes a function that removes a secret from every text in a value: some servers repeat what they were sent, and
 * what they say ends up in outputs, summary and comments, where no runner masks anything.
 *
 * It is for values that were parsed, so that JSON's own escapes are gone. It also finds the secret in percent-encoding
 * (repeated, too), as character references, as escapes of a programming language, with invisible characters in between,
 * and as compatibility characters, which a URL parser turns into ASCII.
 *
 * @param secret printable ASCII; of an empty one nothing is removed
 */
export function secretRemover(secret: string): <T>(value: T) => T {
  if (secret === '') return (value) => value
  const spelling = Array.from(secret, spellingsOf).join(UNSEEN)
  const all = new RegExp(spelling, 'giu')
  const any = new RegExp(spelling, 'iu')
  const fromText = (text: string): string => {
    const rest = text.replace(all, REMOVED)
    // Which characters of the text are the secret cannot be told any more once they were normalized.
    return isAscii(rest) || !any.test(rest.normalize('NFKC')) ? rest : REMOVED
  }
  return (value) => mapTexts(value, fromText)
}

/** A pattern for one character of a secret, in all the ways that people and programs write it. */
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
