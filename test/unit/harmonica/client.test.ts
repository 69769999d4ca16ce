import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { HARMONICA_KEY } from '../../../sandbox/stand-ins/harmonica.ts'
import { orError } from '../../../src/http/errors.ts'
import { openWorld, REQUEST } from './creating.ts'

test('all requests have the user agent, the key, and what they ask for', async () => {
  const { clock, services, harmonica } = openWorld()
  const client = services.harmonica
  const { id } = await clock.run(client.createSession(REQUEST, services.graceSignal))
  await clock.run(client.listSessions('retro').next())
  await clock.run(client.listSessions(undefined).next())
  await clock.run(client.getSession(id))
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const page = { limit: '100', offset: '0' }
  const who = {
    'user-agent': `${name}/${version}`,
    authorization: `Bearer ${HARMONICA_KEY}`,
    accept: 'application/json',
  }
  expect(harmonica.requests).toMatchObject([
    { method: 'POST', headers: { ...who, 'content-type': 'application/json' } },
    { method: 'GET', query: { q: 'retro', ...page }, headers: who },
    { method: 'GET', query: page, headers: who },
    { method: 'GET', path: `/api/v1/sessions/${id}`, headers: who },
  ])
  expect(harmonica.requests[2]?.query).toEqual(page)
})

test('the list is read page by page, and not beyond the page that says it is the last', async () => {
  const { clock, services, harmonica } = openWorld()
  for (let count = 1; count <= 150; count += 1) harmonica.seed({ ...REQUEST, id: `hst_${count}` })
  const pages: object[] = []
  const reading = async () => {
    for await (const { sessions, isLast } of services.harmonica.listSessions(undefined))
      pages.push({ count: sessions.length, isLast })
  }
  await clock.run(reading())
  expect(pages).toEqual([
    { count: 100, isLast: false },
    { count: 50, isLast: true },
  ])
  expect(harmonica.requests).toHaveLength(2)
})

test('a response with another session is unreadable', async () => {
  const { clock, services, harmonica } = openWorld()
  const [asked, other] = ['asked', 'other'].map((id) =>
    harmonica.seed({ ...REQUEST, id, summary: 'Private' }),
  )
  harmonica.faults.push({ kind: 'status', status: 200, on: 'read', body: { ...other } })
  const read = () => clock.run(orError(services.harmonica.getSession('asked'), services.waiting.signal))
  expect(await read()).toMatchObject({
    name: 'RequestError',
    reason: { text: 'Harmonica responded with a session other than asked' },
    transient: true,
  })
  expect(await read()).toMatchObject({ id: asked?.id })
})

const creating = ({ services }: ReturnType<typeof openWorld>) =>
  orError(services.harmonica.createSession(REQUEST, services.graceSignal), services.waiting.signal)

describe('a response that repeats the key', () => {
  const key = `\\u0068${HARMONICA_KEY.slice(1)}`
  const createWith = (members: string) => {
    const world = openWorld()
    const body = `{"id":"hst_1","join_url":"https://harmonica.example.org/chat?s=hst_1",${members}}`
    world.harmonica.faults.push({ kind: 'status', status: 201, on: 'write', body })
    return world.clock.run(creating(world))
  }

  test('has it removed from every text, however JSON spells it', async () => {
    const names = ['topic', 'goal', 'status', 'created_at', 'updated_at']
    const members = names.map((name) => `"${name}":"a ${key}"`)
    const chain = `"chain":{"status":"${key}","message":"${key}"}`
    expect(await createWith([...members, chain].join())).toMatchObject({
      ...Object.fromEntries(names.map((name) => [name, 'a ***'])),
      chain: { status: '***', message: '***' },
    })
  })

  test.for([
    `https://x.example/chat?s=${key}`,
    `https://x.example/chat?s=${HARMONICA_KEY.replace('_', '_\\t')}`,
    `https://x.example/chat?s=${HARMONICA_KEY.replaceAll('_', '%5f')}`,
    `https://x.example/%2568${HARMONICA_KEY.slice(1)}`,
    `https://${HARMONICA_KEY.replace('h', 'ｈ')}.example/`,
  ])('gives no join link that holds it: %s', async (link) => {
    const { id, join_url } = Object(await createWith(`"join_url":"${link}"`))
    expect({ id, join_url }).toEqual({ id: 'hst_1', join_url: undefined })
  })

  test('in the id is unreadable', async () => {
    expect(await createWith(`"id":"${key}"`)).toMatchObject({
      reason: { text: expect.stringMatching(/shape/u) },
    })
  })

  test.for<[string, Record<string, string>]>([
    [`{"error":{"code":"x","message":"Key ${key} is unknown"}}`, { 'content-type': 'application/json' }],
    [`Key ${HARMONICA_KEY} is unknown`, { 'content-type': 'text/plain' }],
  ])('has it removed from a refusal: %s', async ([body, headers]) => {
    const world = openWorld()
    world.harmonica.faults.push({ kind: 'status', status: 400, on: 'write', body, headers })
    const refused = await world.clock.run(creating(world))
    expect(refused).toMatchObject({ serverMessage: 'Key *** is unknown' })
  })
})

test('an id is one segment of the path, whatever characters it has', async () => {
  const { clock, services, harmonica } = openWorld()
  harmonica.seed({ ...REQUEST, id: 'a/../b?c#d' })
  await clock.run(services.harmonica.getSession('a/../b?c#d'))
  expect(harmonica.requests[0]?.path).toBe('/api/v1/sessions/a%2F..%2Fb%3Fc%23d')
})

test('a session is read once in a run, unless something was done to it', async () => {
  const { clock, services, harmonica } = openWorld()
  const { readSession } = services.harmonica
  const stored = harmonica.seed({ ...REQUEST, id: 'hst_1' })
  const first = await clock.run(readSession('hst_1'))
  stored.goal = 'Another goal'
  expect(await clock.run(readSession('hst_1'))).toBe(first)
  expect(await clock.run(readSession('hst_1', true))).toMatchObject({ goal: 'Another goal' })
  expect(await clock.run(readSession('hst_1'))).toMatchObject({ goal: 'Another goal' })
  expect(harmonica.requests).toHaveLength(2)
})

test('an item of the list that cannot be read is passed over', async () => {
  const { clock, services, harmonica } = openWorld()
  const body = { data: [{ id: '' }, { id: 'hst_1', topic: 'Retro' }] }
  harmonica.faults.push({ kind: 'status', status: 200, on: 'read', body })
  const { value } = await clock.run(services.harmonica.listSessions(undefined).next())
  expect(value).toMatchObject({ sessions: [{ id: 'hst_1' }], isLast: true })
})

test('a gateway’s 404 says nothing about a session, and a created one stays refused', async () => {
  const world = openWorld()
  const { clock, services, harmonica } = world
  harmonica.seed({ ...REQUEST, id: 'hst_1' })
  const headers = { 'content-type': 'text/html' }
  const page = { kind: 'status', status: 404, body: '<h1>Not found</h1>', headers } as const
  harmonica.faults.push({ ...page, on: 'read' })
  expect(await clock.run(services.harmonica.readSession('hst_1'))).toMatchObject({ id: 'hst_1' })
  harmonica.faults.push({ ...page, on: 'write' })
  expect(await clock.run(creating(world))).toMatchObject({
    status: 404,
    transient: false,
    serverMessage: undefined,
  })
})

test.for<[string, string, string | undefined]>([
  ['text/plain; charset=utf-8', 'No\nplan', 'No plan'],
  ['text/html', 'No plan', undefined],
  ['application/json', '{"error":{"code":"x","message":" No plan "}}', 'No plan'],
])('of a refusal as %s, people read the server’s words: %j', async ([type, body, words]) => {
  const world = openWorld()
  const headers = { 'content-type': type }
  world.harmonica.faults.push({ kind: 'status', status: 422, on: 'write', body, headers })
  expect(await world.clock.run(creating(world))).toMatchObject({ serverMessage: words })
})
