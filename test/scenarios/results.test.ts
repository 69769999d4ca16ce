import { describe, expect, test } from 'vitest'
import { REPOSITORY_ID } from '../../sandbox/events.ts'
import { words } from '../../sandbox/judges/rendered.ts'
import { ACTIONS_BOT } from '../../sandbox/stand-ins/github.ts'
import { HARMONICA_KEY } from '../../sandbox/stand-ins/harmonica.ts'
import { resultsMarker } from '../../src/invitations/marker.ts'
import { bring, finish, finished, LABELED, OPEN, reactionsOf, results, SECRET } from './resulting.ts'
import { issue } from './reusing.ts'
import { type Given, openScene, runStep } from './step.ts'

test('the results come back to where the question was asked, once, and nothing else does', async () => {
  const confidential = {
    context: 'Ada is on leave.',
    prompt: 'Be gentle.',
    questions: 'Who?',
    critical: 'Why?',
  }
  const { scene, session } = await finished({ inputs: { ...OPEN.inputs, ...confidential } })
  const first = await bring(scene)
  const [invitation, comment] = issue(scene).comments
  expect(first.calls).toEqual(['read #42', `GET /sessions/${session.id}`, 'comment', 'react'])
  expect(first.outputs).toMatchObject({
    ready: 'true',
    created: 'true',
    'session-id': session.id,
    topic: 'Sprint 42 retro',
    'participant-count': '7',
    'comment-id': String(comment?.number),
    'comment-url': comment?.url,
  })
  expect(first.log).toEqual([`Posted the results of session ${session.id}: ${comment?.url}`])
  expect(first.summary).toContain(`[Read the results](${comment?.url})`)
  expect(first.summary).toContain(`Session \`${session.id}\``)
  expect(first.summary).toContain(`Posted the results of session \`${session.id}\`: \`${comment?.url}\``)
  const body = comment?.body ?? ''
  expect(body.replace(/v1 \S+ -->$/u, 'v1 <signed> -->').split('\n')).toEqual([
    '### Results: Sprint 42 retro',
    '',
    '**Goal:** Agree on two changes to how we work',
    '',
    `7 people have taken part so far in [the session opened on October 2, 2026](${invitation?.url}).`,
    '',
    '*AI wrote this summary from what they said. It may be wrong, or older than the latest responses. It is not a decision.*',
    '',
    '> #### What we heard',
    '> ',
    `> ${SECRET} on average.`,
    '',
    'End of the AI summary. Does it say something about you that should not be here? Ask the people who opened the session.',
    '',
    expect.stringMatching(
      /^<sub>Posted by the workflow run \[Retro .*To take it back, delete this comment\. Emails that were already sent cannot be recalled\.<\/sub>$/u,
    ),
    '',
    '<!-- harmonica-results v1 <signed> -->',
  ])
  expect(invitation?.reactions).toEqual([{ content: 'HOORAY', login: ACTIONS_BOT }])

  session.summary = 'Rewritten since'
  const again = await bring(scene, results({}, LABELED))
  expect(again.calls).toEqual(['read #42', `GET /sessions/${session.id}`])
  expect(again.outputs).toEqual({ ...first.outputs, created: 'false' })
  expect(issue(scene).comments.map((each) => each.body)).toEqual([invitation?.body, body])
})

test('the whole year: a retro, its results, and the next retro that starts from them', async () => {
  const scene = openScene()
  const retro = (topic: string): Given => ({
    inputs: { ...OPEN.inputs, topic, 'context-session': 'previous' },
  })
  for (const [at, topic] of ['W40', 'W41'].entries()) {
    await runStep(scene, retro(topic))
    const session = scene.harmonica.sessions[at]
    finish(session)
    expect((await bring(scene)).outputs).toMatchObject({ created: 'true', 'session-id': session?.id, topic })
  }
  expect(scene.harmonica.sessions[1]?.context).toContain(SECRET)
  expect(issue(scene).comments.map(({ body }) => /harmonica-(\w+) v1/u.exec(body)?.[1])).toEqual([
    'session',
    'results',
    'session',
    'results',
  ])
  expect(reactionsOf(scene)).toEqual([1, 0, 1, 0])
})

test('the id and the link of a session that is not ready can be copied from the summary', async () => {
  const { scene, session } = await finished()
  session.participant_count = 0
  const { summary } = await bring(scene)
  const link = `https://app.harmonica.chat/chat?s=${session.id}`
  expect(summary).toContain(`in session \`${session.id}\` so far`)
  expect(summary).toContain(`Share its link, \`${link}\`, and run`)
})

test('a session-id that was pasted with invisible characters is found', async () => {
  const { scene, session } = await finished()
  const pasted = `\u200b${session.id.slice(0, 8)}\u200b${session.id.slice(8)}\ufeff`
  expect((await bring(scene, results({ 'session-id': pasted }))).outputs.created).toBe('true')
})

describe('only what was promised', () => {
  test.for<[string, Given]>([
    ['no promise', { inputs: { comment: 'true' } }],
    ['public results alone', { inputs: { comment: 'true', 'results-visibility': 'public' } }],
  ])('%s: nothing is read or shown, not even by hand', async ([, given]) => {
    const { scene, session } = await finished(given)
    const { calls, outputs, log, exitCode } = await bring(scene, results({}, LABELED))
    expect({ exitCode, calls }).toEqual({ exitCode: undefined, calls: ['read #42'] })
    expect(outputs).toMatchObject({ ready: 'false', created: 'false', 'session-id': session.id, topic: '' })
    expect(log).toEqual([expect.stringMatching(/^warning: .*does not promise .* share-results: true/u)])
  })

  test('a later run that reuses the session can promise nothing', async () => {
    const { scene } = await finished({ inputs: { comment: 'true' } })
    await runStep(scene, OPEN)
    expect((await bring(scene)).outputs.created).toBe('false')
  })

  test('host-only results that were promised are shown; deleting the invitation withdraws the promise', async () => {
    const { scene } = await finished({ inputs: { ...OPEN.inputs, 'results-visibility': 'host' } })
    const [invitation] = issue(scene).comments.splice(0)
    expect((await bring(scene)).log.join()).toContain('warning: No session is linked on issue #42')
    issue(scene).comments.push(invitation as NonNullable<typeof invitation>)
    expect((await bring(scene)).outputs.created).toBe('true')
  })
})

describe('results that are not ready are reported, and the step succeeds:', () => {
  test.for<[string, Parameters<typeof Object.assign>[1], RegExp, Given['inputs']?]>([
    ['nobody took part', { participant_count: 0 }, /Nobody has taken part .*Share its link, https/u],
    ['too few', { participant_count: 2 }, /Only 2 of at least 3 people have taken part/u],
    ['fewer than asked for', { participant_count: 7 }, /Only 7 of at least 8/u, { 'min-participants': '8' }],
    ['no count', { participant_count: undefined }, /does not say how many people/u],
    ['no summary', { summary: null }, /has no summary yet\. To have one written, open/u],
    ['an apology', { summary: "I apologize, but I don't have any data" }, /has no summary yet/u],
    ['a session that is gone', { deleted: true }, /can no longer be read/u],
    ['a session of somebody else’s', { role: 'stranger' }, /can no longer be read/u],
  ])('%s', async ([, change, why, inputs = {}]) => {
    const { scene, session } = await finished()
    Object.assign(session, change)
    const { exitCode, log, outputs, summary } = await bring(scene, results(inputs))
    expect({
      exitCode,
      comments: issue(scene).comments.length,
      reactions: reactionsOf(scene),
    }).toEqual({ exitCode: undefined, comments: 1, reactions: [0] })
    expect(outputs).toMatchObject({
      ready: 'false',
      created: 'false',
      'session-id': session.id,
      'comment-url': '',
    })
    expect(log.at(-1)).toMatch(/^notice: /u)
    expect(log.at(-1)).toMatch(why)
    expect(words(summary)).toContain(session.id)
    Object.assign(session, { deleted: false, role: 'host' })
    finish(session, 8)
    expect((await bring(scene)).outputs.created).toBe('true')
  })
})

test('however long the talk about it is, each page is read once, five sessions, one comment, one reaction', async () => {
  const scene = openScene()
  for (const topic of ['1', '2', '3', '4', '5']) await runStep(scene, { inputs: { ...OPEN.inputs, topic } })
  finish(scene.harmonica.sessions[0])
  for (let left = 250; left > 0; left -= 1)
    scene.github.comment(issue(scene), { author: 'octocat', body: 'I agree.' })
  const { calls } = await bring(scene)
  const further = 'read #42, further'
  expect(calls.filter((each) => !each.startsWith('GET /sessions/'))).toEqual([
    ...['read #42', further, further],
    ...['comment', 'react'],
  ])
  expect(calls).toHaveLength(10)
})

test('a signed mark that was pasted into a session is ignored by both actions', async () => {
  const { scene, session } = await finished()
  const mark = issue(scene).comments[0]?.body.split('\n').at(-1) ?? ''
  const posted = resultsMarker.sign(
    { repository: REPOSITORY_ID, number: 42, resultsOf: session.id },
    HARMONICA_KEY,
  )
  const all = [mark, posted].flatMap((each) => [`\`\`\`\n${each}\n\`\`\``, `> ${each}`, `    ${each}`, each])
  session.summary = ['Text', ...all].join('\n\n')
  await bring(scene)
  const body = issue(scene).comments[1]?.body ?? ''
  // In code it is shown, quoted; elsewhere it is a comment, and left out.
  expect(body.match(/^(?:> (?: {4})?)?<!--/gmu)).toEqual(['> <!--', '> <!--', '> <!--', '> <!--', '<!--'])
  issue(scene).comments.splice(0, 1)
  expect((await bring(scene)).log.join()).toContain('No session is linked')
  expect((await runStep(scene, OPEN)).outputs.created).toBe('true')
})
