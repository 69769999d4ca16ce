import { expect, test } from 'vitest'
import type { Fetch } from '../../../src/http/fetch.ts'
import { withoutSecret } from '../../../src/http/secrets.ts'

const SECRET = 'hm_live_0123456789abcdef'

test.each([
  ['', ''],
  ['plain \\u0061 hm_live_0123', 'plain \\u0061 hm_live_0123'],
  [`${SECRET}, "${SECRET}"`, '***, "***"'],
])('of %j is left %j', async (text, left) => {
  const fetch: Fetch = async () => ({ status: 403, headers: new Map(), text })
  const answer = await withoutSecret(fetch, SECRET)('https://h.example')
  expect(answer).toEqual({ status: 403, headers: new Map(), text: left })
})
