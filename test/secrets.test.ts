import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutSecret } from '../src/secrets.ts'
import type { Fetch } from '../src/transport.ts'

/** What is left of an answer with this text, in each way to read it. */
async function read(text: string, secret: string): Promise<string[]> {
  const answer = { status: 200, statusText: '', url: '', headers: new Map(), body: null }
  const bytes = async () => new TextEncoder().encode(text).buffer
  const fetch: Fetch = async () => ({
    ...answer,
    text: async () => text,
    json: async () => 0,
    arrayBuffer: bytes,
  })
  const safe = await withoutSecret(fetch, secret)('https://h.example')
  const json = await safe.json().catch(() => undefined)
  return [await safe.text(), new TextDecoder().decode(await safe.arrayBuffer()), JSON.stringify(json) ?? '']
}

const escaped = (character: string, upper: boolean): string => {
  const code = character.charCodeAt(0).toString(16)
  return `\\u00${upper ? code.toUpperCase() : code}`
}
const secrets = fc.string({ unit: fc.constantFrom(...'ab0/"\\u*+-'), minLength: 8, maxLength: 20 })
const around = fc.string({ unit: fc.constantFrom(...'a"\\u0 \n/é🎉') })

test('a secret in JSON is hidden however it is spelt, and what stands around it stays', async () => {
  const spelling = fc.array(fc.nat({ max: 2 }), { minLength: 20, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(secrets, around, around, spelling, async (secret, before, after, ways) => {
      fc.pre(!(before + after).includes(secret) && !`${before}***${after}`.includes(secret))
      const letters = [...secret].map((each, at) => {
        if (ways[at] === 0) return escaped(each, at % 2 === 0)
        return each === '/' && ways[at] === 1 ? '\\/' : JSON.stringify(each).slice(1, -1)
      })
      const quote = (text: string) => JSON.stringify(text).slice(1, -1)
      const [text = '', bytes, json] = await read(
        `["${quote(before)}${letters.join('')}${quote(after)}"]`,
        secret,
      )
      expect(bytes).toBe(text)
      const [shown]: string[] = JSON.parse(text)
      expect(shown).not.toContain(secret)
      expect(shown).toContain('***')
      expect(JSON.parse(json ?? '')).toEqual([shown])
    }),
    { numRuns: 10_000 },
  )
})

test('an answer without it stays as it is, JSON or not', async () => {
  for (const text of ['', 'plain \\u0061 \\/ \\', '{"a":"\\u0061\\/"}', '<h1>No</h1>'])
    expect((await read(text, 'hm_live_0123')).slice(0, 2)).toEqual([text, text])
  expect((await read('No: hm_live_0123.', 'hm_live_0123'))[0]).toBe('No: ***.')
})
