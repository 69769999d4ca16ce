import { type Fetch, withText } from './fetch.ts'

/**
 * A fetch whose answers don't repeat a secret: some servers quote what they were sent, and their words end up in
 * outputs, summary and comment, where nobody masks.
 *
 * @param secret printable ASCII, not empty
 */
export function withoutSecret(fetch: Fetch, secret: string): Fetch {
  const spelt = Array.from(secret, spellings).join('')
  // It doesn't begin in the middle of another escape, so an even number of backslashes stands before it.
  const found = new RegExp(`(?=${spelt})(?<=(?<!\\\\)(?:\\\\{2})*)${spelt}`, 'gu')
  return async (url, init) => {
    const answer = await fetch(url, init)
    // Where it isn't JSON, any number may.
    return withText(answer, async () => (await answer.text()).replace(found, '***').replaceAll(secret, '***'))
  }
}

/** JSON may write any character as `\u0068`, and three of them behind a backslash. */
function spellings(character: string): string {
  const code = character.charCodeAt(0).toString(16)
  const anyCase = code.replace(/[a-f]/u, (digit) => `[${digit}${digit.toUpperCase()}]`)
  const backslash = '"/\\'.includes(character) ? '\\\\?' : ''
  return `(?:\\\\u00${anyCase}|${backslash}\\u{${code}})`
}
