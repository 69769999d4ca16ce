import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Fetch, withText } from '../../../src/http/fetch.ts'
import { withoutSecret } from '../../../src/http/secrets.ts'
import { runs } from '../properties.ts'

/** What is left of an answer with this text, in each way to read it. */
async function read(text: string, secret: string): Promise<string[]> {
  const head = { status: 200, statusText: '', url: '', headers: new Map(), body: null }
  const fetch: Fetch = async () => withText(head, async () => text)
  const safe = await withoutSecret(fetch, secret)('https://h.example')
  const json = await safe.json().catch(() => undefined)
  return [await safe.text(), new TextDecoder().decode(await safe.arrayBuffer()), JSON.stringify(json) ?? '']
}

const quote = (text: string) => JSON.stringify(text).slice(1, -1)
const secrets = fc.string({ unit: fc.constantFrom(...'ab0/"\\u*+-'), minLength: 8, maxLength: 20 })
const around = fc.string({ unit: fc.constantFrom(...'a"\\u0 \n/é🎉') })

/** A character as JSON may write it. */
function spell(character: string, way: number): string {
  const code = character.charCodeAt(0).toString(16)
  if (way > 1) return `\\u00${way === 2 ? code : code.toUpperCase()}`
  return character === '/' && way === 1 ? '\\/' : quote(character)
}

test('a secret in JSON is hidden however it is spelt, and what stands around it stays', async () => {
  const ways = fc.array(fc.nat({ max: 3 }), { minLength: 20, maxLength: 20 })
  const property = fc.asyncProperty(secrets, around, around, ways, async (secret, before, after, way) => {
    fc.pre(!(before + after).includes(secret) && !`${before}***${after}`.includes(secret))
    const spelt = [...secret].map((each, at) => spell(each, way[at] ?? 0)).join('')
    const [text = '', bytes, json = ''] = await read(`["${quote(before)}${spelt}${quote(after)}"]`, secret)
    const shown = `${before}***${after}`
    expect([bytes, JSON.parse(text), JSON.parse(json)]).toEqual([text, [shown], [shown]])
  })
  await fc.assert(property, { numRuns: runs(2000) })
})

test('a secret is hidden in any other text too', async () => {
  const property = fc.asyncProperty(secrets, around, around, async (secret, before, after) => {
    const [text] = await read(`${before}${secret}${after}`, secret)
    expect(text).not.toContain(secret)
    expect(text).toContain('***')
  })
  await fc.assert(property, { numRuns: runs(2000) })
})

test('what holds no secret stays as it is', async () => {
  for (const text of ['', 'plain \\u0061 \\/ \\', '{"a":"\\u0061\\/"}', '<h1>No</h1>'])
    expect((await read(text, 'hm_live_0123')).slice(0, 2)).toEqual([text, text])
})
