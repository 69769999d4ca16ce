import { describe, expect, test } from 'vitest'
import type { Fault } from '../../../sandbox/stand-ins/faults.ts'
import { saying } from '../../../sandbox/stand-ins/github-saying.ts'
import { startPurpose } from '../../../src/github/purpose.ts'
import { openThread, outcomeOf } from './asking.ts'

describe('a check is repeated', () => {
  const resetIn = (seconds: number) => ({
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Date.parse('2026-10-02T09:00:00Z') / 1000 + seconds),
  })
  test.for<[string, Fault, number, number[]]>([
    ['after a 401 of a fresh token', saying.badCredentials(), 2, [1000, 4000]],
    ['after a 403 of a fresh token', { kind: 'status', status: 403 }, 2, [1000, 4000]],
    ['after FORBIDDEN', saying.forbidden, 2, [1000, 4000]],
    ['after NOT_FOUND of a new issue', saying.notFound, 1, [1000]],
    ['after RATE_LIMIT', saying.rateLimit(), 1, [60_000]],
    ['after RATE_LIMITED with a header', saying.rateLimited({ 'Retry-After': '5' }), 1, [5000]],
    ['at the reset', saying.rateLimited(resetIn(90)), 1, [90_000]],
    ['after a secondary limit', saying.secondaryLimit(), 2, [60_000, 60_000]],
    ['after a secondary limit with a header', saying.secondaryLimit({ 'Retry-After': '120' }), 1, [120_000]],
    ['after a secondary limit in a 200', saying.secondaryLimitIn200(), 1, [60_000]],
    ['after a fault without a type', saying.timedOut, 2, [1000, 1000]],
    ['after a fault of GitHub’s', saying.wentWrong, 1, [1000]],
    ['after a 502', { kind: 'gateway' }, 1, [1000]],
    [
      'after a 503 that asks for time',
      { kind: 'status', status: 503, headers: { 'retry-after': '7' } },
      1,
      [7000],
    ],
    ['after half a response', { kind: 'unreadable' }, 1, [1000]],
    [
      'after a body without the documented shape',
      { kind: 'status', status: 200, body: { data: {}, errors: 'odd' } },
      1,
      [1000],
    ],
    [
      'after an error without a message',
      { kind: 'status', status: 200, body: { errors: [{ type: 'FORBIDDEN' }] } },
      1,
      [1000],
    ],
    ['after status 101', { kind: 'upgrade' }, 1, [980]],
    ['after a reset', { kind: 'reset' }, 1, [980]],
    ['after a timeout', { kind: 'hang' }, 1, [30_960]],
  ])('%s', async ([, fault, times, expected]) => {
    const { clock, github, thread, readAll, pauses, strike } = await openThread()
    github.comment(thread, { body: 'a' })
    strike(fault, times)
    expect(await clock.run(readAll())).toEqual([['a']])
    expect(pauses()).toEqual(expected)
  })

  test.for<[string, Fault]>([
    ['it costs too much', saying.tooMuch],
    ['the response is too long', { kind: 'endless-body' }],
  ])('in smaller pages if %s', async ([, fault]) => {
    const { clock, github, thread, readAll, strike } = await openThread()
    for (let count = 1; count <= 60; count += 1) github.comment(thread, { body: `${count}` })
    strike(fault, 2)
    const pages = await clock.run(readAll())
    expect(pages.map(({ length }) => length)).toEqual([25, 25, 10])
    expect(pages.map((page) => page[0])).toEqual(['36', '11', '1'])
  })

  test.for<[string, object, number]>([
    ['a limit', { type: 'RATE_LIMITED', message: 'API rate limit exceeded' }, 60_000],
    ['what it costs', { type: 'RESOURCE_LIMITS_EXCEEDED', message: 'Resource limits' }, 1000],
  ])('if GitHub stopped halfway because of %s', async ([, error, pause]) => {
    const { clock, github, thread, readAll, pauses, strike } = await openThread()
    github.comment(thread, { body: 'a' })
    const { id } = thread
    const comments = { nodes: [], pageInfo: { hasPreviousPage: false, startCursor: null } }
    const issueOrPullRequest = { __typename: 'Issue', id, locked: false, closed: false, comments }
    strike({
      kind: 'status',
      status: 200,
      body: { data: { repository: { issueOrPullRequest } }, errors: [error] },
    })
    expect(await clock.run(readAll())).toEqual([['a']])
    expect(pauses()).toEqual([pause])
  })

  test('with a line in the log for each pause, and more for long ones', async () => {
    const { clock, readAll, lines, strike } = await openThread()
    strike(saying.secondaryLimit())
    await clock.run(readAll())
    expect(lines[0]).toMatch(/^GitHub responded with 403 \(You have exceeded .*\)\. Retrying in 60\.0 s\.$/u)
    expect(lines.slice(1, 6)).toEqual(Array(5).fill('Waiting for the next try…'))
  })
})

describe('a check fails for good', () => {
  test.for<[string, Fault, string, number[]]>([
    ['because of an unknown query', saying.unknownField, 'unknown query', []],
    ['because of SAML', saying.saml, 'SAML', []],
    ['because of an IP allow list', saying.ipAllowList, 'IP allow list', []],
    ['because nothing has the number', saying.notFound, 'number', [1000, 4000]],
    ['because there is no GraphQL', saying.noGraphql, 'no GraphQL', [1000, 4000]],
    ['because of a wrong token', saying.badCredentials(), 'credentials', [1000, 4000]],
    ['because of a limit that lasts too long', saying.secondaryLimit({ 'retry-after': '121' }), 'limit', []],
    ['because of a limit that comes again', saying.secondaryLimit(), 'limit', [60_000, 60_000]],
    [
      'because of a short limit that comes again',
      saying.secondaryLimit({ 'retry-after': '1' }),
      'limit',
      [1000, 2000, 4000, 8000, 16_000, 32_000, 64_000],
    ],
    ['because of an unknown fault each time', saying.wentWrong, 'unknown', [1000, 1000]],
    ['because it always costs too much', saying.tooMuch, 'too much', [1000, 1000]],
    ['because the server is unreachable', { kind: 'not-sent' }, 'unknown', []],
    ['because a page is too long, however small', { kind: 'endless-body' }, 'too much', [1000, 1000]],
  ])('%s', async ([, fault, problem, expected]) => {
    const { clock, readAll, pauses, strike } = await openThread()
    strike(fault, 99)
    expect(await clock.run(outcomeOf(readAll()))).toMatchObject({ name: 'GitHubError', problem })
    expect(pauses()).toEqual(expected)
  })

  test.for<[string, Fault]>([
    ['because of a server that does not respond', { kind: 'hang' }],
    ['because of a limit of a second, always', saying.secondaryLimit({ 'retry-after': '1' })],
    ['because of a limit of a minute, always', saying.secondaryLimit()],
    ['because of a fault, always', saying.timedOut],
    [
      'because of a server that asks clients to wait, always',
      { kind: 'status', status: 503, headers: { 'retry-after': '100' } },
    ],
  ])('after at most three minutes and one more request, %s', async ([, fault]) => {
    const { clock, waiting, comments, strike } = await openThread()
    strike(fault, Number.POSITIVE_INFINITY)
    const manyRetries = { ...waiting, retries: 10, random: () => 0.99 }
    const reading = comments.readPages(startPurpose(manyRetries), () => true)
    expect(await clock.run(outcomeOf(reading))).toHaveProperty('kind')
    expect(clock.elapsed()).toBeLessThanOrEqual(180_000 + 30_000)
  })

  test('at once because of an address that nothing can be sent to', async () => {
    const { clock, readAll } = await openThread({}, { apiUrl: 'ftp://api.github.com' })
    expect(await clock.run(outcomeOf(readAll()))).toMatchObject({
      kind: 'permanent',
      problem: 'unreachable',
      reason: { text: 'Not an http(s) address' },
    })
    expect(clock.elapsed()).toBe(0)
  })

  test('at once because of a bug of our own, which is thrown unchanged', async () => {
    const bug = new TypeError('Promise.withResolvers is not a function')
    const { clock, readAll } = await openThread({}, { fetch: () => Promise.reject(bug) })
    await expect(clock.run(readAll())).rejects.toBe(bug)
    expect(clock.elapsed()).toBe(0)
  })

  test('because the run was cancelled, without another request', async () => {
    const { clock, github, readAll, cancel, strike } = await openThread()
    strike(saying.secondaryLimit())
    clock.after(5000, () => cancel.abort('cancelSignal'))
    expect(await clock.run(outcomeOf(readAll()))).toBe('cancelSignal')
    expect(github.requests).toHaveLength(1)
  })
})
