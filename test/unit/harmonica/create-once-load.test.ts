import { expect, test } from 'vitest'
import type { ServiceRequest } from '../../../sandbox/stand-ins/service.ts'
import { createOnce, warnOfDuplicate } from '../../../src/harmonica/create-once.ts'
import { openWorld } from './creating.ts'

const JOBS = 60

test('60 matrix jobs at once, 25 requests in 4 s, every seventh answer lost: 60 sessions, each its own', async () => {
  let posts = 0
  const isSeventh = ({ method }: ServiceRequest) => method === 'POST' && ++posts % 7 === 0
  // What chance says, so that not all come back at once.
  const draws = Array.from({ length: 97 }, (_, at) => ((at * 61) % 97) / 97)
  const rateLimit = { limit: 25, windowMs: 4000 }
  const { clock, harmonica, services, request, log, warnings } = openWorld({
    harmonica: { rateLimit },
    draws,
  })
  harmonica.faults.push({ kind: 'reset', stored: 'before', on: isSeventh, times: Number.POSITIVE_INFINITY })
  const topics = Array.from({ length: JOBS }, (_, at) => `Retro: team ${at + 1}`)
  const jobs = topics.map(async (topic) => {
    const created = await createOnce({ ...request, topic }, services)
    await warnOfDuplicate(created, { ...request, topic }, services)
    return [created.session.id, created.session.topic]
  })
  const opened = await clock.run(Promise.all(jobs))
  expect(opened.map(([, topic]) => topic)).toEqual(topics)
  expect(opened.toSorted()).toEqual(harmonica.sessions.map(({ id, topic }) => [id, topic]).toSorted())
  // An answer that was lost may have been a 429, of which nobody can know.
  expect(warnings.join('\n')).not.toContain('there is a duplicate')
  const told = (words: RegExp) => log.filter(({ text }) => words.test(text)).length
  expect(told(/Harmonica responded with 429/u)).toBeGreaterThanOrEqual(JOBS - 25)
  expect(told(/Checking whether the session was created/u)).toBeGreaterThanOrEqual(Math.floor(JOBS / 7))
})
