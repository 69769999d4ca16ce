import { describe, expect, test, vi } from 'vitest'
import { findMarkers, type MarkerContent, signMarker } from '../../src/marker.ts'
import { stepOn } from '../support/again.ts'
import { harmonicaKey } from '../support/harmonica.ts'
import { openScene, type Scene } from '../support/scene.ts'
import { annotationsOf } from '../support/told.ts'

vi.setConfig({ maxConcurrency: 4, testTimeout: 60_000 })

const MARKER = /<!-- harmonica-session .* -->/u
const stranger = (body: string) => ({ body, login: 'mallory' })
const issue = 'octo-org/octo-repo#1'

/** A step that has run once, what its marker says, and comments by others after it. */
async function ranOnce(scene: Scene) {
  const step = stepOn(scene)
  await step.run()
  const [comment] = step.comments
  const [session] = step.sessions
  const [found] = findMarkers(comment?.body ?? '', harmonicaKey)
  if (found?.kind !== 'verified' || !comment || !session) throw new Error('The first run left no marker.')
  const marker = MARKER.exec(comment.body)?.[0] ?? ''
  const say = (...bodies: string[]) => scene.github.seedComments(issue, bodies.map(stranger))
  const signed = (change: Partial<MarkerContent>, key = harmonicaKey) =>
    signMarker({ ...found.content, ...change }, key)
  return { ...step, comment, session, marker, content: found.content, say, signed }
}

test('the marker says what and where: nothing more, and nothing secret', async () => {
  await using scene = await openScene()
  const { content, session, comment } = await ranOnce(scene)
  expect(content).toEqual({
    ...{ repository: '17273051', number: 1, sessionKey: '.github/workflows/retro.yml open session' },
    ...{ sessionId: session.id, joinUrl: session.join_url },
  })
  expect(comment.body).toMatch(/\n\n<!-- harmonica-session v1 [\w-]+\.[\w-]{43} -->$/u)
})

describe.concurrent('our comment, edited', () => {
  const edits: Record<string, (body: string) => string> = {
    'before and after the marker': (body) => `Please join!\n\n${body}\n\nUpdate: it is on until Friday.`,
    'on the marker’s own line': (body) => body.replace(MARKER, (marker) => `See above ${marker} thanks`),
    'to nothing but the marker': (body) => MARKER.exec(body)?.[0] ?? '',
    'with Windows line ends': (body) => body.replaceAll('\n', '\r\n'),
  }
  test.for(Object.entries(edits))('%s, still links its session', async ([, edit]) => {
    await using scene = await openScene()
    const { run, comment, session, comments } = await ranOnce(scene)
    comment.body = edit(comment.body)
    const { outputs } = await run()
    expect(outputs).toMatchObject({
      created: 'false',
      'session-id': session.id,
      'comment-id': String(comment.id),
    })
    expect(comments).toHaveLength(1)
  })

  test('so that the marker is gone, links none', async () => {
    await using scene = await openScene()
    const { run, comment, comments } = await ranOnce(scene)
    comment.body = comment.body.replace(MARKER, '')
    expect((await run()).outputs.created).toBe('true')
    expect(comments).toHaveLength(2)
  })
})

describe.concurrent('the newest verified marker decides', () => {
  test('over an older one of this step', async () => {
    await using scene = await openScene()
    const { run, signed, say } = await ranOnce(scene)
    const newer = scene.harmonica.seed({ topic: 'Another', goal: 'Goal' })
    const [comment] = say(`Here: ${signed({ sessionId: newer.id, joinUrl: newer.join_url })}`)
    expect((await run()).outputs).toMatchObject({
      ...{ created: 'false', 'session-id': newer.id, 'join-url': newer.join_url },
      'comment-id': String(comment?.id),
    })
  })

  type Ran = Awaited<ReturnType<typeof ranOnce>>
  const worthless: Record<string, { foreign: number; body: (ran: Ran) => string }> = {
    'signed with another key': {
      foreign: 1,
      body: ({ signed }) => signed({ sessionId: 'hst_evil' }, 'another key'),
    },
    'of another session, our signature': {
      foreign: 1,
      body: ({ marker, signed }) =>
        signed({ sessionId: 'hst_evil' }).replace(/\..{43}/u, /\..{43}/u.exec(marker)?.[0] ?? ''),
    },
    'copied from another issue': {
      foreign: 0,
      body: ({ signed }) => signed({ number: 2, sessionId: 'hst_evil' }),
    },
    'copied from another repository': {
      foreign: 0,
      body: ({ signed }) => signed({ repository: '1', sessionId: 'hst_evil' }),
    },
    'of another step': {
      foreign: 0,
      body: ({ signed }) => signed({ sessionKey: 'other', sessionId: 'hst_evil' }),
    },
    'cut at its end': { foreign: 0, body: ({ marker }) => marker.slice(0, -6) },
    'cut in the middle': { foreign: 0, body: ({ marker }) => marker.replace(/.{20}\./u, '') },
    garbage: { foreign: 0, body: () => '<!-- harmonica-session v1 ****.**** -->' },
    'an older version': { foreign: 0, body: ({ marker }) => marker.replace('v1', 'v0') },
    '8 KB of base64': {
      foreign: 1,
      body: () => `<!-- harmonica-session v1 ${'a'.repeat(8192)}.${'b'.repeat(43)} -->`,
    },
    'a hundred times': { foreign: 100, body: ({ signed }) => signed({}, 'another key').repeat(100) },
  }
  test.for(Object.entries(worthless))('one %s counts for nothing', async ([, { foreign, body }]) => {
    await using scene = await openScene()
    const ran = await ranOnce(scene)
    const { run, comments, session, comment, say } = ran
    say(body(ran))
    const second = await run()
    expect(second.outputs).toMatchObject({
      created: 'false',
      'join-url': session.join_url,
      'comment-id': String(comment.id),
    })
    expect(annotationsOf(second)).toEqual([])
    expect(/Passed over (\d+) marker/u.exec(second.log)?.[1] ?? '0').toBe(String(foreign))
    // Where it stands alone, there is nothing to hand back, which is no error either.
    comments.shift()
    const third = await run()
    expect(third.outputs.created).toBe('true')
    expect(third.outputs['session-id']).not.toBe('hst_evil')
    expect(annotationsOf(third)).toEqual([])
  })

  test('and a new key has none: it costs one new session', async () => {
    const rotated = 'hm_live_ffffffffffffffffffffffffffffffff'
    await using scene = await openScene({ harmonica: { keys: [harmonicaKey, rotated] } })
    const { run, comments } = await ranOnce(scene)
    const inputs = { 'api-key': rotated }
    const second = await run({ inputs })
    expect(second.outputs.created).toBe('true')
    expect(second.log).toMatch(/Passed over 1 marker.* not signed with this API key/u)
    expect((await run({ inputs })).outputs.created).toBe('false')
    expect(comments).toHaveLength(2)
  })
})

describe.concurrent('quoted by somebody else', () => {
  const quote = (body: string) => body.replace(/^/gmu, '> ')

  test('our comment still is the one that is told of', async () => {
    await using scene = await openScene()
    const { run, comment, session, say } = await ranOnce(scene)
    say(`${quote(comment.body)}\n\nI will join.`)
    expect((await run()).outputs).toMatchObject({
      ...{ created: 'false', 'session-id': session.id, 'join-url': session.join_url },
      ...{ 'comment-id': String(comment.id), 'comment-url': comment.html_url },
    })
  })

  test('our older comment does not bring its finished session back', async () => {
    await using scene = await openScene()
    const { run, comment, session, say } = await ranOnce(scene)
    session.status = 'completed'
    const second = await run()
    say(quote(comment.body))
    const third = await run()
    expect(third.outputs).toMatchObject({ created: 'false', 'session-id': second.outputs['session-id'] })
    expect(third.outputs['comment-id']).toBe(second.outputs['comment-id'])
  })

  test('a link that is not ours, beside our marker, is not handed on', async () => {
    await using scene = await openScene()
    const { run, marker, session, say } = await ranOnce(scene)
    say(`**[Join the session](https://evil.example/chat?s=1)**\n\n${marker}`)
    const { outputs, summary, log } = await run()
    expect(outputs['join-url']).toBe(session.join_url)
    expect(JSON.stringify(outputs) + summary + log).not.toContain('evil')
  })
})

test('a repository that was renamed is the same', async () => {
  await using scene = await openScene()
  const { run, comment, session } = await ranOnce(scene)
  scene.github.seedComments('octo-org/renamed#1', [comment.body])
  const second = await run({ env: { GITHUB_REPOSITORY: 'octo-org/renamed' } })
  expect(second.outputs).toMatchObject({ created: 'false', 'session-id': session.id })
})
