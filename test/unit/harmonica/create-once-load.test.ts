import { expect, test } from 'vitest'
import type { ServiceRequest } from '../../../sandbox/stand-ins/service.ts'
import { createOnce, warnOfDuplicate } from '../../../src/harmonica/create-once.ts'
import { openWorld } from './creating.ts'

const JOBS = 60

test('60 matrix jobs at once open 60 sessions, with 25 requests per 4 s and every seventh response lost', async () => {
  let posts = 0
  const isSeventh = ({ method }: ServiceRequest) => method === 'POST' && ++posts % 7 === 0
  // Random numbers, so that not all jobs retry at the same moment.
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
  // A lost response may have been a 429, which created nothing.
  expect(warnings.join('\n')).not.toContain('there is a duplicate')
  const countLines = (pattern: RegExp) => log.filter(({ text }) => pattern.test(text)).length
  expect(countLines(/Harmonica responded with 429/u)).toBeGreaterThanOrEqual(JOBS - 25)
  expect(countLines(/Checking whether the session was created/u)).toBeGreaterThanOrEqual(Math.floor(JOBS / 7))
})
