import { describe, expect, test, vi } from 'vitest'
import { createGate } from '../support/gate.ts'
import { openScene } from '../support/scene.ts'
import { annotationsOf } from '../support/told.ts'

vi.setConfig({ maxConcurrency: 32, testTimeout: 60_000 })

const goal = 'Agree on two changes to how we work'
const enter = createGate(3)

describe.concurrent('an older session with the same topic and goal is never taken for ours', () => {
  const offsets = { 'ten minutes ahead of': 600_000, right: 0, 'ten minutes behind': -600_000 }
  const stores = { before: 'before', late: { afterMs: 3000 }, never: 'never' } as const
  const cases = Object.entries(offsets).flatMap(([clock, clockOffsetMs]) =>
    Object.entries(stores).map(([when, stored]) => ({ clock, clockOffsetMs, when, stored })),
  )

  test.for(cases)("the server's clock is $clock the runner's, the lost one stored $when", async (given) => {
    const { clockOffsetMs, when, stored } = given
    await using scene = await openScene({ harmonica: { clockOffsetMs } })
    const { seed, faults, sessions, requests } = scene.harmonica
    const topic = 'Sprint 42 retro'
    const ago = (ms: number) => new Date(Date.now() + clockOffsetMs - ms).toISOString()
    for (const ms of [590_000, 30_000]) seed({ topic, goal, created_at: ago(ms) })
    faults.push({ kind: 'reset', stored })
    const leave = await enter()
    setTimeout(leave, 1000)
    const outcome = await scene.run({ inputs: { topic, goal }, event: 'workflow_dispatch' })
    expect(outcome.exitCode).toBe(0)
    expect(sessions).toHaveLength(3)
    expect(outcome.outputs).toMatchObject({
      'session-id': sessions[2]?.id,
      'join-url': sessions[2]?.join_url,
    })
    expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(when === 'never' ? 2 : 1)
    expect(annotationsOf(outcome)).toEqual([])
  })
})

describe.concurrent('a lost session is found again by its topic', () => {
  const topics: Record<string, { topic: string; goal?: string; decoys?: string[] }> = {
    'a per cent sign': { topic: '100% done?', decoys: ['100 and done?', '100%% done?'] },
    underscores: { topic: 'deploy_to_prod', decoys: ['deployXtoYprod', 'deploy to prod'] },
    backslashes: { topic: 'C:\\temp\\logs', decoys: ['C:temp\\logs', 'C:\\\\temp\\\\logs'] },
    'nothing but wildcards': { topic: '%_\\', decoys: ['%%%', 'anything'] },
    quotes: { topic: `What's "done" and what’s ‘not’ \`yet\`?` },
    'commas and parentheses': { topic: 'Retro (team A, team B), part (2' },
    'and, or, not and dots': { topic: 'and(or.not.eq.retro),*:&|!<->' },
    'a plus, an ampersand and a hash': { topic: 'C++ & C# = a?b#c/d;e' },
    'emoji only': { topic: '🎉👩‍👩‍👧🏳️‍🌈', decoys: ['🎉👩‍👩‍👧🏳️', '🎉'] },
    'no word in topic or goal': { topic: '🎉', goal: '✅?', decoys: ['🎊'] },
    '1,000 characters': {
      topic: 'Sprint '.repeat(142).concat('retro!'),
      decoys: ['Sprint '.repeat(142).concat('retro?')],
    },
    '1,000 characters without a space': { topic: 'x'.repeat(999).concat('y'), decoys: ['x'.repeat(1000)] },
    '1,000 characters beyond the BMP': { topic: '𠜎'.repeat(500) },
    Chinese: { topic: '第四十二周回顾会议：我们要改变什么？' },
    Japanese: { topic: 'ふりかえり（第42回）' },
    Korean: { topic: '스프린트 42 회고' },
    Cyrillic: { topic: 'Ретроспектива спринта №42', decoys: ['РЕТРОСПЕКТИВА СПРИНТА №42'] },
    'Greek capitals': { topic: 'ΑΠΟΛΟΓΙΣΜΟΣ ΟΜΑΔΑΣ' },
    'Turkish capitals': { topic: 'İNCELEME TOPLANTISI', decoys: ['INCELEME TOPLANTISI'] },
    Hebrew: { topic: 'רטרוספקטיבה (ספרינט 42)' },
    Arabic: { topic: 'مراجعة السباق ٤٢، الفريق أ' },
    Hindi: { topic: 'स्प्रिंट ४२ की समीक्षा' },
    'a decomposed accent': { topic: 'Cafe\u0301', decoys: ['Café'] },
    'a number': { topic: '42', decoys: ['420', '4 2'] },
    'more than one space in a row': { topic: 'Sprint   42\u00a0retro' },
  }

  test.for(Object.entries(topics))('%s', async ([, { topic, goal: own = goal, decoys = [] }]) => {
    await using scene = await openScene()
    const { seed, faults, sessions, requests } = scene.harmonica
    faults.push({ kind: 'reset', stored: 'before' })
    const soon = new Date(Date.now() + 3000).toISOString()
    const others = [...decoys, `${topic} again`].map((each) => ({ topic: each, goal: own, created_at: soon }))
    for (const other of [...others, { topic, goal: `${own} and more`, created_at: soon }]) seed(other)
    const leave = await enter()
    const outcome = await scene.run({ inputs: { topic, goal: own }, event: 'workflow_dispatch' })
    leave()
    expect(outcome.exitCode).toBe(0)
    expect(requests.map(({ method }) => method)).toEqual(['POST', 'GET'])
    const ours = sessions.filter(({ request }) => request !== undefined)
    expect(ours).toHaveLength(1)
    expect(outcome.outputs['session-id']).toBe(ours[0]?.id)
    expect(outcome.outputs['join-url']).toBe(ours[0]?.join_url)
    expect(outcome.outputs.topic).toBe(topic.replace(/\s+/gu, ' '))
  })
})

test.concurrent('jobs with different topics never take each other’s session, even when all answers are lost', async () => {
  await using scene = await openScene({ harmonica: { fault: () => ({ kind: 'reset', stored: 'before' }) } })
  const topics = ['Retro: team A', 'Retro: team B', 'Retro: team', 'retro: team a', 'Retro: team A, part 2']
  const outcomes = await Promise.all(topics.map((topic) => scene.run({ inputs: { topic, goal } })))
  const made = scene.harmonica.sessions.map(({ topic, join_url }) => [topic, join_url])
  expect(Object.fromEntries(made)).toEqual(
    Object.fromEntries(topics.map((topic, at) => [topic, outcomes[at]?.outputs['join-url']])),
  )
  expect(made).toHaveLength(topics.length)
})
