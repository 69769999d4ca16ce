import { expect, test } from 'vitest'
import { secondaryRateLimit, startGitHub } from '../github.ts'
import { add, bodyOf, comment, discussion, graphql, issue } from './calls.ts'

test('limits the rate a second time, and loses comments before and after storing them', async () => {
  await using github = await startGitHub()
  github.faults.push(
    secondaryRateLimit(1),
    { kind: 'reset' },
    { kind: 'status', status: 502, stored: 'before' },
  )
  const limited = await comment(github)
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([403, '1'])
  expect((await bodyOf(limited)).message).toMatch(/^You have exceeded a secondary rate limit/)
  await expect(comment(github)).rejects.toThrow('fetch failed')
  expect(github.comments(issue)).toEqual([])
  expect((await comment(github)).status).toBe(502)
  expect(github.comments(issue)).toHaveLength(1)
})

test('tells a mutation from a query where faults are concerned', async () => {
  await using github = await startGitHub()
  github.faults.push({ kind: 'reset', stored: 'before' })
  await graphql(github, `{ node(id: "${discussion}") { id } }`)
  await expect(
    graphql(github, `${add} { comment { id } } }`, { id: discussion, body: 'Hi' }),
  ).rejects.toThrow()
  expect(github.comments(discussion)).toHaveLength(1)
})
