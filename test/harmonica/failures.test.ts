import { describe, expect, test } from 'vitest'
import { TellableError } from '../../src/errors.ts'
import { refusal } from '../../src/harmonica/failures.ts'
import { attempt, create, fate } from '../support/creation.ts'
import { failing } from '../support/one-answer.ts'
import type { Fate } from '../support/virtual.ts'

const answered = (status: number): Fate => fate({ kind: 'status', status })

/** What a run tells that opens nothing: its title, and its one problem. */
async function toldOf(posts: readonly Fate[], retries = 0): Promise<[title: string, problem: string]> {
  const { error } = await create(attempt({ posts, retries }))
  if (!(error instanceof TellableError)) throw error
  expect(error.problems).toHaveLength(1)
  return [error.title.text, error.message]
}

describe('a refusal names its usual cause', () => {
  test.each([
    [
      302,
      'a redirect, and none is followed, so that the key stays with https://harmonica.example.org/api/v1',
    ],
    [400, 'missing or malformed. Run the step with dry-run: true'],
    [401, 'The key was not accepted. Check that the secret holds the whole key'],
    [401, 'belongs to https://harmonica.example.org/api/v1'],
    [402, 'does not cover this. See the plan'],
    [403, 'has no access to what the request names'],
    [404, 'no Harmonica API at https://harmonica.example.org/api/v1. Check input api-url'],
    [405, 'no Harmonica API at https://harmonica.example.org/api/v1. Check input api-url'],
    [409, 'Run the step with dry-run: true to see the request'],
    [413, 'had 57 bytes, and Harmonica takes some 4.5 MB'],
    [422, 'cannot carry it out. Check template-id, project-id'],
    [431, 'headers were too large, and only the key can make them so'],
  ])('%i: %s', async (status, cause) => {
    const [title, problem] = await toldOf([answered(status)])
    expect(title).toBe('Harmonica refused the session')
    expect(problem).toMatch(new RegExp(`^Harmonica answered ${status}\\. [A-Z]`, 'u'))
    expect(problem).toContain(cause)
  })

  test('behind the words of the API, where it has any', async () => {
    const text = JSON.stringify({ error: { message: 'All seats taken' } })
    const cause = await failing({ status: 402, text })
    const attempted = { base: '', topic: 'Retro', bytes: 1, doubtfulSince: undefined }
    expect(refusal(cause, attempted).message).toMatch(
      /^Harmonica answered 402\. It says: All seats taken\. The plan of/u,
    )
  })

  test('and is told at once, also when another try may have made a session', async () => {
    const posts = [fate('lost'), answered(401)]
    const { endedAt, harmonica, log } = await create(attempt({ posts, draws: [0] }))
    expect(endedAt).toBeLessThan((harmonica.posts[1]?.endedAt ?? 0) + 1000)
    expect(log.filter(({ text }) => text.includes('Looking whether the session was made'))).toHaveLength(1)
  })

  test('unless that session has appeared in the meantime', async () => {
    const patient = { ...answered(401), answerMs: 20_000 }
    const { session } = await create(attempt({ posts: [fate('lost', { storedMs: 20_000 }), patient] }))
    expect(session?.id).toBe('ours-1')
  })
})

describe('what was never received is told as such', () => {
  test.each([
    [0, 'in 1 try. No session was opened.'],
    [2, 'in 3 tries. No session was opened.'],
  ])('with %i retries', async (retries, words) => {
    const [title, problem] = await toldOf(
      [1, 2, 3].map(() => fate('not-sent')),
      retries,
    )
    expect(title).toBe('Harmonica could not be reached')
    expect(problem).toContain(words)
    expect(problem).toMatch(
      /Check input api-url \(https:\S+\) and, behind a proxy, HTTPS_PROXY and NO_PROXY\.$/u,
    )
  })

  test('or as busy, where the server says so', async () => {
    const [title, problem] = await toldOf([answered(429)])
    expect(title).toBe('Harmonica took no more requests')
    expect(problem).toMatch(
      /^Harmonica answered 429, in 1 try\. No session was opened\. .* raise retries\.$/u,
    )
  })
})

describe('a run that is cancelled', () => {
  const slowly = (ending: Fate['ending']) => fate(ending, { answerMs: 3000, storedMs: 10 })

  test('before anything was sent sends nothing', async () => {
    const { error, harmonica } = await create(attempt({ cancelAtMs: 0 }))
    expect(error).toMatchObject({
      title: { text: 'Cancelled' },
      message: 'The run was cancelled before a session was opened.',
    })
    expect(harmonica.posts).toEqual([])
  })

  test('awaits the answer that is on its way, be it a session or a refusal', async () => {
    const made = await create(attempt({ posts: [slowly({ kind: 'right' })], cancelAtMs: 1000 }))
    expect(made.session?.id).toBe('ours-1')
    const refused = { ...slowly({ kind: 'status', status: 401 }), storedMs: undefined }
    const { error } = await create(attempt({ posts: [refused], cancelAtMs: 1000 }))
    expect(error).toMatchObject({ title: { text: 'Harmonica refused the session' } })
  })

  test('while it looks for a lost session says that one may exist, and nothing of the list', async () => {
    const list = fate('right', { answerMs: 3000 })
    const given = { posts: [fate('lost')], gets: [list, list, list, list], retries: 0 }
    for (const cancelAtMs of [100, 3500, 7000, 12_000]) {
      const { error, log } = await create(attempt({ ...given, cancelAtMs }))
      expect(error).toMatchObject({
        title: { text: 'A session may exist' },
        message: expect.stringMatching(
          /^The run was cancelled\. A session with the topic "Sprint 42 retro" may/u,
        ),
      })
      expect(log.findLast(({ at }) => at >= cancelAtMs)?.text).toBeUndefined()
    }
  })
})
