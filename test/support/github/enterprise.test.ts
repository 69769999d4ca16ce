import { expect, test } from 'vitest'
import { startGitHub } from '../github.ts'
import { call, comment, discussion, graphql, path } from './calls.ts'

test('is an Enterprise Server under a prefix', async () => {
  await using github = await startGitHub({ prefix: '/api/v3' })
  expect(github.url).toBe(`${github.origin}/api/v3`)
  expect(github.graphqlUrl).toBe(`${github.origin}/api/graphql`)
  expect((await comment(github)).status).toBe(201)
  expect((await call(github, github.origin + path)).status).toBe(404)
  expect(await graphql(github, `{ node(id: "${discussion}") { id } }`)).toEqual({
    data: { node: { id: discussion } },
  })
})
