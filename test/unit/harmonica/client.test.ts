import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { HARMONICA_KEY } from '../../../sandbox/stand-ins/harmonica.ts'
import { openWorld, REQUEST } from './creating.ts'

test('all requests say who asks, with which key, and for what', async () => {
  const { clock, tools, harmonica } = openWorld()
  const { client } = tools
  const { id } = await clock.run(client.createSession(REQUEST))
  await clock.run(client.newestSessions('retro').next())
  await clock.run(client.newestSessions(undefined).next())
  await clock.run(client.getSession(id))
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const page = { limit: '100', offset: '0' }
  const who = { 'user-agent': `${name}/${version}`, authorization: `Bearer ${HARMONICA_KEY}` }
  expect(harmonica.requests).toMatchObject([
    { method: 'POST', headers: { ...who, 'content-type': 'application/json' } },
    { method: 'GET', query: { q: 'retro', ...page }, headers: who },
    { method: 'GET', query: page, headers: who },
    { method: 'GET', path: `/api/v1/sessions/${id}`, headers: who },
  ])
  expect(harmonica.requests[2]?.query).toEqual(page)
})
