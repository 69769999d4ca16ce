import type { Fetch } from './transport.ts'

/**
 * A fetch whose answers don't repeat a secret: some servers quote what they were sent, and their words end up in
 * outputs, summary and comment, where nobody masks.
 *
 * @param secret printable ASCII, not empty
 */
export function withoutSecret(fetch: Fetch, secret: string): Fetch {
  return async (url, init) => {
    const answer = await fetch(url, init)
    const text = async () => hidden(await answer.text(), secret)
    return {
      ...answer,
      text,
      json: async () => JSON.parse(await text()),
      arrayBuffer: async () => new TextEncoder().encode(await text()).buffer,
    }
  }
}

function hidden(text: string, secret: string): string {
  const inJson = JSON.stringify(secret).slice(1, -1)
  const plain = text.replace(ESCAPES, unescaped)
  // A text without the secret stays as it came.
  const shown = plain.includes(inJson) ? plain : text
  return shown.replaceAll(inJson, '***').replaceAll(secret, '***')
}

/** Every escape of JSON, so that none is taken for another's end. */
const ESCAPES = /\\(?:u00[2-7][\da-f]|.)/gisu

/** JSON may write any character as `\u0068`, and a slash as `\/`. A quotation mark and a backslash must be escaped. */
function unescaped(found: string): string {
  if (found === '\\/') return '/'
  const code = found.length === 6 ? Number.parseInt(found.slice(2), 16) : 0x5c
  if (code === 0x22) return '\\"'
  return code === 0x5c ? (found.length === 6 ? '\\\\' : found) : String.fromCharCode(code)
}
