import { describe, expect, test } from 'vitest'
import { ACTIONS_BOT } from '../../sandbox/stand-ins/github.ts'
import { stumbling } from '../../sandbox/stand-ins/harmonica.ts'
import { isNew, issue } from './reusing.ts'
import { type Given, openScene, runStep, type Scene } from './step.ts'

/** A step of a series on a standing issue: each week has a topic of its own, so each opens a session. */
const retro = (topic: string, inputs: Given['inputs'] = {}): Given => ({
  event: ['schedule'],
  inputs: { topic, comment: 'true', 'issue-number': '42', 'context-session': 'previous', ...inputs },
})

/** A summary as Harmonica writes it, of about 1,500 words. */
const SUMMARY = [
  '# 🌱 Retro: What We Heard',
  ...['Reviews', 'Releases', 'Meetings', 'Mood', 'Next steps'].flatMap((theme) => [
    `## ${theme}`,
    `> "${theme} take too long," said Ada.`,
    'Several people described how waiting shapes their week, and what would help them. '.repeat(22).trim(),
    '| Idea | Support |\n| --- | --- |\n| Pairing | 4 |',
    '---',
  ]),
].join('\n\n')

/** The contexts of a scene's sessions, in the order in which they were opened. */
const contexts = ({ harmonica }: Scene) => harmonica.sessions.map(({ context }) => context)
const session = ({ harmonica }: Scene, at: number) =>
  harmonica.sessions[at] as Scene['harmonica']['sessions'][number]

/** A scene in which the series has begun, and its first session has a summary. */
async function afterFirst(first: Given = retro('W40')) {
  const scene = openScene()
  expect(isNew(await runStep(scene, first))).toBe(true)
  session(scene, 0).summary = SUMMARY
  return scene
}

test('each of three retros on one issue gets the last one’s summary, whatever a stranger quotes', async () => {
  const scene = openScene()
  const first = await runStep(scene, retro('W40'))
  const [invitation] = issue(scene).comments
  expect(first.log.join('\n')).toContain(
    'notice: No invitation that this step commented here under this API key says that a summary informs the next session, so none will be sent as context.',
  )
  expect(invitation?.body).toContain(
    'A summary written by AI informs the next session: its facilitator gets it',
  )

  const second = await runStep(scene, retro('W41'))
  const [, { id, join_url }] = [session(scene, 0), session(scene, 1)]
  expect(second.log.join('\n')).toContain(`notice: Session ${first.outputs['session-id']} has no summary yet`)
  session(scene, 0).summary = 'An older one'
  session(scene, 1).summary = SUMMARY
  scene.github.comment(issue(scene), { body: invitation?.body ?? '', author: 'mallory' })

  const third = await runStep(scene, retro('W42', { context: 'We shipped.' }))
  expect(third.calls).toEqual(['read #42', `GET /sessions/${id}`, 'react', 'POST /sessions', 'comment'])
  const [, , context = ''] = contexts(scene)
  const parts = [
    'We shipped.\n\n## Earlier session: W41, opened on 2026-10-02 (summary written by AI)\n\nAI wrote this',
    '\n\n### 🌱 Retro: What We Heard\n\n#### Reviews\n\n> "Reviews take',
  ]
  for (const part of parts) expect(context).toContain(part)
  expect(context?.match(/^#{1,2} /gmu)).toHaveLength(1)
  const length = (context?.length ?? 0) - 'We shipped.\n\n'.length
  const size = `${String(length).replace(/(\d{3})$/u, ',$1')} characters`
  expect(third.log).toContain(
    `The summary of session ${id} (${join_url}), written by AI, is sent as context: ${size}.`,
  )
  expect(third.summary).toContain(`\`${join_url}\``)
  expect(third.summary).toContain(size)
  const public_ = [
    ...third.log,
    third.summary,
    JSON.stringify(third.outputs),
    issue(scene).comments.at(-1)?.body,
  ]
  expect(public_.join('\n')).not.toMatch(/Reviews|What We Heard|waiting shapes/u)
  expect([first, second, third].flatMap(({ log }) => log).join('\n')).not.toContain('warning')
})

describe('context-session: previous', () => {
  const broken = (scene: Scene, status: number) =>
    scene.harmonica.faults.push({ ...stumbling.session, status, times: 99 })
  const KEY = 'hm_live_ffffffffffffffffffffffffffffffff'
  test.for<[string, (scene: Scene) => unknown, string, Given?]>([
    [
      'an apology in place of a summary',
      (scene) => (session(scene, 0).summary = "I apologize, but I don't have any conversation data."),
      ' has no summary yet',
    ],
    [
      'a session that was deleted',
      (scene) => (session(scene, 0).deleted = true),
      'notice: The summary of session hst_206730127f33 (https://app.harmonica.chat/chat?s=hst_206730127f33) is not sent as context: the session can no longer be read.',
    ],
    [
      'a session that the API calls gone by another code',
      ({ harmonica }) =>
        harmonica.faults.push({
          ...stumbling.session,
          status: 404,
          times: 2,
          body: { error: { code: 'session_deleted', message: 'Gone' } },
        }),
      'can no longer be read',
    ],
    [
      'a marker under another key',
      (scene) => (scene.harmonica.options.keys = [KEY]),
      'notice: No invitation that this step commented here under this API key',
      retro('W41', { 'api-key': KEY }),
    ],
    [
      'a session that is closed to the key',
      (scene) => broken(scene, 403),
      'is not sent as context: the session can no longer be read.',
    ],
    [
      'a session that cannot be read',
      (scene) => broken(scene, 503),
      'is not sent as context: the session could not be read. Harmonica responded with 503',
    ],
    [
      'results that may have been deleted, since GitHub does not show the reactions',
      (scene) => Object.assign(issue(scene).comments[0] ?? {}, { unreadable: 'reactions' }),
      'is not sent as context: GitHub does not show whether its results were deleted.',
    ],
    [
      'results that may be there, since GitHub does not show a comment',
      (scene) => scene.github.comment(issue(scene), { body: 'a', unreadable: true }),
      'is not sent as context: GitHub does not show whether its results were deleted.',
      retro('W41', { reuse: 'never' }),
    ],
  ])('opens without %s, and says so', async ([, change, words, given = retro('W41')]) => {
    const scene = await afterFirst()
    change(scene)
    const { log, outputs, exitCode } = await runStep(scene, given)
    expect({ exitCode, created: outputs.created }).toEqual({ exitCode: undefined, created: 'true' })
    expect(contexts(scene)).toEqual([null, null])
    const reported = log.filter((line) =>
      /^(?:notice|warning): (?!The join link could not)|^Ignored/u.test(line),
    )
    const others = log.filter((line) => line === 'Ignored 1 invitation not signed with this API key.')
    expect(reported).toEqual([...others.slice(0, 1), expect.stringContaining(words)])
  })

  test('takes the newest session whose invitation said that its results inform the next one', async () => {
    const withoutPromise = retro('W41', { 'context-session': '' })
    const scene = await afterFirst(withoutPromise)
    expect(issue(scene).comments[0]?.body).not.toContain('informs')
    const { log } = await runStep(scene, retro('W42'))
    expect(log.join('\n')).toContain(
      'notice: No invitation that this step commented here under this API key says that',
    )
    session(scene, 1).summary = '# Promised'
    await runStep(scene, retro('W43', { 'context-session': '' }))
    session(scene, 2).summary = '# Not promised'
    await runStep(scene, retro('W44'))
    expect(contexts(scene)).toEqual([null, null, null, expect.stringContaining('### Promised')])
  })

  test('uses the comments that were read for reuse, and with reuse: never reads them itself', async () => {
    const scene = await afterFirst()
    session(scene, 0).status = 'completed'
    const again = await runStep(scene, retro('W40'))
    const read = ['read #42', `GET /sessions/${session(scene, 0).id}`, 'react', 'POST /sessions', 'comment']
    expect(again.calls).toEqual(read)
    expect(contexts(scene)).toEqual([null, expect.stringContaining('What We Heard')])
    session(scene, 1).deleted = true
    const gone = await runStep(scene, retro('W40'))
    // The one that is gone is read once, and the one before it has a summary.
    expect(gone.calls.filter((call) => call.startsWith('GET'))).toHaveLength(2)
    expect(gone.log.join('\n')).toContain('can no longer be read')
    expect(contexts(scene)[2]).toContain('What We Heard')
    session(scene, 2).summary = '# Third'
    const never = await runStep(scene, retro('W40', { reuse: 'never' }))
    expect(never.calls).toEqual([
      'read #42',
      `GET /sessions/${session(scene, 2).id}`,
      'react',
      'POST /sessions',
      'comment',
    ])
  })

  test('takes the newest session with a summary whose results were not taken back', async () => {
    const scene = await afterFirst()
    for (const week of ['W41', 'W42', 'W43']) await runStep(scene, retro(week))
    session(scene, 1).summary = '# Heard in W41'
    session(scene, 2).summary = '# Taken back in W42'
    // Results that were posted, remembered, and deleted by somebody.
    issue(scene).comments[2]?.reactions.push({ content: 'HOORAY', login: ACTIONS_BOT })
    const { log } = await runStep(scene, retro('W44'))
    expect(contexts(scene).at(-1)).toContain('### Heard in W41')
    expect(log.filter((each) => each.startsWith('notice'))).toEqual([
      expect.stringContaining(`Session ${session(scene, 3).id} has no summary yet`),
      expect.stringContaining(`session ${session(scene, 2).id}`),
    ])
    expect(log.join('\n')).toContain('is not sent as context: its results were posted and deleted since.')
  })

  test('is ignored for a session that is reused, which log and summary say', async () => {
    const scene = await afterFirst()
    const again = await runStep(scene, retro('W40'))
    expect(again.calls).toEqual(['read #42', `GET /sessions/${session(scene, 0).id}`])
    const words = 'Ignored, because the session already exists: context-session.'
    expect(again.log.join('\n')).toContain(words)
    expect(again.summary).toContain(words)
  })
})
