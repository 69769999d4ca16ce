import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createClient } from '../../../src/harmonica/client.ts'
import type { FetchInit } from '../../../src/http/fetch.ts'
import { HARMONICA_KEY } from '../../stand-ins/harmonica.ts'
import { openWorld, REQUEST, SITE } from './creating.ts'

test('all requests say who asks, and with which key', async () => {
  const { clock, tools, harmonica, createFetch } = openWorld()
  harmonica.seed(REQUEST)
  const asked: FetchInit[] = []
  const real = createFetch({
    timeoutMs: 1000,
    maxAnswerBytes: 1_048_576,
    proxyEnv: {},
    secret: HARMONICA_KEY,
  })
  const fetch: typeof real = (url, init = {}) => {
    asked.push(init)
    return real(url, init)
  }
  const client = createClient({
    ...tools,
    base: `${SITE}/api/v1`,
    apiKey: HARMONICA_KEY,
    fetch,
  })
  await clock.run(client.createSession(REQUEST))
  await clock.run(client.newestSessions('retro').next())
  await clock.run(client.getSession(harmonica.sessions[0]?.id ?? ''))
  expect(asked.map(({ method = 'GET' }) => method)).toEqual(['POST', 'GET', 'GET'])
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'))
  for (const { headers } of asked) {
    expect(headers).toMatchObject({
      'user-agent': `${name}/${version}`,
      authorization: `Bearer ${HARMONICA_KEY}`,
    })
  }
})
