import { describe, expect, test } from 'vitest'
import { type Fault, startHarmonica } from '../support/harmonica.ts'
import { openScene } from '../support/scene.ts'
import { expectPlain, problemsOf } from '../support/sentences.ts'
import { annotationsOf, callsOf } from '../support/told.ts'

const body = { topic: 'Retro', goal: 'Agree on two changes' }
const title = 'Harmonica refused the session'
const post = 'POST /api/v1/sessions'
const list = 'GET /api/v1/sessions'

/** A run whose every creation meets a fault: what it tells, with `<api>` for the address, and whom it called. */
async function meeting(fault: Fault, titled: unknown = title, inputs: Record<string, string> = {}) {
  await using scene = await openScene({ harmonica: { fault: () => fault } })
  const outcome = await scene.run({ inputs: { ...body, retries: '0', ...inputs } })
  const { apiUrl, requests } = scene.harmonica
  for (const request of requests.filter(({ method }) => method === 'POST')) expect(request.body).toEqual(body)
  expect(scene.github.requests).toEqual([])
  const problems = problemsOf(outcome, titled).map((each) => each.replaceAll(apiUrl, '<api>'))
  return { problems, calls: callsOf(requests), log: outcome.log }
}

const noApi =
  'There is no Harmonica API at <api>. Check input api-url; left out, it is https://app.harmonica.chat/api/v1.'

describe('a refusal is told in the words of the API, with its usual cause, and not tried again', () => {
  const told: [status: number, problem: string | RegExp][] = [
    [
      400,
      'It says: topic is required. Something in the request is missing or malformed. Run the step with dry-run: true to see the request.',
    ],
    [
      401,
      'It says: Invalid or missing API key. The key was not accepted. Check that the secret holds the whole key (hm_live_ and 32 hexadecimal digits), that it has not been revoked, and that it belongs to <api>. Keys are made at app.harmonica.chat/profile under API Keys. If the key is right, the service may be disturbed: run the job again later.',
    ],
    [
      402,
      "It says: Your plan does not include more sessions. The plan of the key's owner does not cover this. See the plan's limits at app.harmonica.chat.",
    ],
    [
      403,
      "It says: You do not have access to this session. The key's owner has no access to what the request names. Check template-id and project-id, and whose key it is.",
    ],
    [404, `It says: Not found. ${noApi}`],
    [405, noApi],
    [
      413,
      /^It says: Request Entity Too Large.* The request had 47 bytes, and Harmonica takes some 4\.5 MB\. Shorten the context\.$/u,
    ],
    [
      422,
      /^It says: The request cannot be carried out\. .*Check template-id, project-id and the plan's limits\.$/u,
    ],
    [431, /\bkey\b/u],
  ]
  test.concurrent.each(told)('%i', async (status, expected) => {
    const { problems, calls } = await meeting({ kind: 'status', status })
    const start = `Harmonica answered ${status}. `
    expect(problems).toEqual([expect.stringContaining(start)])
    expect(problems[0]?.slice(start.length)).toEqual(
      typeof expected === 'string' ? expected : expect.stringMatching(expected),
    )
    expect(calls).toEqual([post])
  })
})

test.concurrent('a redirect is not followed, and the key goes nowhere else', async () => {
  await using other = await startHarmonica()
  for (const status of [301, 307, 308]) {
    const headers = { Location: `${other.apiUrl}/sessions` }
    const { problems, calls } = await meeting({ kind: 'status', status, body: 'Moved', headers })
    expect(problems).toEqual([expect.stringMatching(/^Harmonica answered 30[178]\..* Check input api-url/u)])
    expect(problems[0]).toContain('<api>')
    expect(calls).toEqual([post])
  }
  expect(other.requests).toEqual([])
})

test.concurrent('a key that is unknown and an address that is wrong are told by the service itself', async () => {
  await using scene = await openScene({ harmonica: { keys: ['hm_live_another'] } })
  const key = await scene.run({ inputs: { ...body } })
  expect(problemsOf(key, title)).toEqual([
    expect.stringMatching(/^Harmonica answered 401\. It says: Invalid/u),
  ])
  const address = `${scene.harmonica.url}/harmonica`
  const wrong = await scene.run({ inputs: { ...body, 'api-url': address } })
  expect(problemsOf(wrong, title)).toEqual([
    `Harmonica answered 404. ${noApi.replace('<api>', `${address}/api/v1`)}`,
  ])
  expect(callsOf(scene.harmonica.requests)).toEqual([post, 'POST /harmonica/api/v1/sessions'])
})

test.concurrent('429 is tried again until the retries are spent', async () => {
  const fault: Fault = { kind: 'status', status: 429, headers: { 'Retry-After': '1' } }
  const busy = expect.not.stringContaining('reached')
  const { problems, calls, log } = await meeting(fault, busy, { retries: '1' })
  expect(problems).toEqual([
    expect.stringMatching(/429 \(Too many requests\).*2 tries.* No session was opened\. .*100 a minute/u),
  ])
  expect(calls).toEqual([post, post])
  const [, seconds] = /Too many requests\)\. Trying again in (\d\.\d) s \(try 2 of 2\)\./u.exec(log) ?? []
  expect(Number(seconds)).toBeGreaterThanOrEqual(1)
})

test.concurrent('429 that passes is nothing to tell of but in the log', async () => {
  await using scene = await openScene()
  scene.harmonica.faults.push({ kind: 'status', status: 429 })
  const outcome = await scene.run({ inputs: body })
  expect(outcome.exitCode).toBe(0)
  expect(annotationsOf(outcome)).toEqual([])
  expect(scene.harmonica.sessions).toHaveLength(1)
})

test.concurrent('an API that nobody reaches has opened nothing', async () => {
  await using scene = await openScene()
  const gone = await startHarmonica()
  await gone.close()
  const outcome = await scene.run({ inputs: { ...body, 'api-url': gone.url, retries: '1' } })
  expect(problemsOf(outcome, 'Harmonica could not be reached')).toEqual([
    expect.stringMatching(
      /ECONNREFUSED.*2 tries.* No session was opened\. .*api-url.*HTTPS_PROXY and NO_PROXY\.$/u,
    ),
  ])
})

describe('a server that fails', () => {
  test.concurrent.each([500, 502, 503, 504])(
    'with %i may have stored the session: it is found',
    async (status) => {
      await using scene = await openScene({
        harmonica: { fault: () => ({ kind: 'status', status, stored: 'before' }) },
      })
      const outcome = await scene.run({ inputs: { ...body, retries: '0' } })
      const [session] = scene.harmonica.sessions
      expect(outcome.exitCode).toBe(0)
      expect(outcome.outputs).toMatchObject({ 'join-url': session?.join_url, 'session-id': session?.id })
      expect(callsOf(scene.harmonica.requests)).toEqual([post, list])
      expect(annotationsOf(outcome)).toEqual([])
      expectPlain(outcome)
    },
  )

  test.concurrent('and has stored nothing that can be found leaves a person to look, with topic and time', async () => {
    const words: [number, string][] = [
      [500, ' (Internal server error)'],
      [502, ''],
      [503, ''],
      [504, ''],
    ]
    const tells = words.map(async ([status, said]) => {
      const { problems, calls } = await meeting({ kind: 'status', status }, 'A session may exist', {
        timeout: '10',
      })
      expect(problems).toEqual([
        `Harmonica answered ${status}${said}.`,
        expect.stringMatching(
          /^A session with the topic "Retro" may have been made at \d{4}-\d\d-\d\dT.+Z .* before you run this again\.$/u,
        ),
      ])
      expect([...new Set(calls)]).toEqual([post, list])
      expect(calls.filter((call) => call === post)).toHaveLength(1)
    })
    await Promise.all(tells)
  })

  test.concurrent('and cannot be asked either leaves a person to look as well', async () => {
    const fault: Fault = { kind: 'status', status: 500, on: 'any' }
    const { problems } = await meeting(fault, 'A session may exist')
    expect(problems[0]).toMatch(/^Harmonica answered 500 .*, and the list of sessions could not be read: /u)
    expect(problems[1]).toContain('A session with the topic "Retro" may have been made')
  })
})

describe('whatever the server says is one line of text', () => {
  const envelope = (message: string) => ({ error: { code: 'forbidden', message } })
  const cause = "The key's owner has no access to what the request names."
  test.concurrent.each<[string, string | object, string, string?]>([
    [
      'commands',
      envelope('::error::x\n##[error]y\u001b[31m'),
      `It says: : :error::x␊## [error]y␛[31m. ${cause}`,
    ],
    ['its own full stop', envelope('Not yours. '), `It says: Not yours. ${cause}`],
    ['a question mark', envelope('Whose is it?'), `It says: Whose is it? ${cause}`],
    ['much', envelope('x'.repeat(5000)), `It says: ${'x'.repeat(500)}… (cut, 5,00`],
    ['nothing', envelope(' \n'), cause],
    ['HTML', '<!DOCTYPE html><h1>Forbidden</h1>', cause],
    ['other JSON', { message: 'no', error: 'no' }, cause],
    ['JSON that says it is text', '{"message": "no"}', cause, 'text/plain'],
    ['plain text', 'Forbidden', `It says: Forbidden. ${cause}`],
  ])('%s', async (_, said, expected, contentType) => {
    const fault: Fault = { kind: 'status', status: 403, body: said, ...(contentType && { contentType }) }
    const { problems } = await meeting(fault)
    expect(problems).toEqual([expect.stringContaining(`Harmonica answered 403. ${expected}`)])
  })
})
