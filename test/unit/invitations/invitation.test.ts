import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attacks, hostileText } from '../../../sandbox/judges/hostile-text.ts'
import { elementsOf, render, textOf } from '../../../sandbox/judges/rendered.ts'
import { HARMONICA_KEY } from '../../../sandbox/stand-ins/harmonica.ts'
import type { SessionRequest } from '../../../src/harmonica/request.ts'
import { type InvitationPlan, invite, renderInvitation } from '../../../src/invitations/invitation.ts'
import { openThread } from '../github/asking.ts'
import { runs } from '../properties.ts'

const JOIN = 'https://app.harmonica.chat/chat?s=hst_1'
const MARK = '<!-- harmonica-session v1 a.b -->'
const THREAD = {
  kind: 'issue',
  number: 42,
  id: 'I_1',
  title: undefined,
  body: undefined,
  fork: false,
} as const
const SCOPE = { repository: '1', number: 42, sessionKey: 'a' }
const REQUEST = { topic: 'Sprint 42 retro', goal: 'Agree on two changes' }
const PLAN = {
  message: 'You are invited.',
  thread: THREAD,
  scope: SCOPE,
  run: { name: 'Retro #12', url: 'https://github.com/octo-org/octo-repo/actions/runs/9' },
}
type Given = { plan?: Partial<InvitationPlan>; request?: Partial<SessionRequest>; marker?: string }
const bodyOf = ({ plan, request, marker = MARK }: Given = {}): string =>
  renderInvitation({ ...REQUEST, ...request }, { ...PLAN, ...plan }, { joinUrl: JOIN, marker })
const textIn = (plan: Given['plan'] = {}, request: Given['request'] = {}) =>
  textOf(render(bodyOf({ plan, request }))).replaceAll('\u200b', '')

test('the link comes first, then the author’s words, the goal, what happens, the run, and the marker as the last line', () => {
  const text = textIn({}, { critical: 'What must stay?' })
  const order = [
    'Join the session: Sprint 42 retro',
    'You are invited.',
    'Goal: Agree',
    'Critical question: What',
    'You talk one to one',
    'Anyone with the link',
    'Opened by',
  ]
  expect(order.map((each) => text.indexOf(each))).toEqual(
    order.map((each) => text.indexOf(each)).toSorted((a, b) => a - b),
  )
  expect(text.trimStart().startsWith(order[0] ?? '')).toBe(true)
  expect(bodyOf().split('\n').at(-1)).toBe(MARK)
  expect(bodyOf({ marker: '' })).not.toContain('<!--')
})

test('where the topic is the title of the thread, the invitation does not repeat it', () => {
  expect(textIn({ thread: { ...THREAD, title: ' Sprint 42\nretro ' } })).not.toContain('Sprint 42')
  expect(textIn({ thread: { ...THREAD, title: 'Another' } })).toContain('Join the session: Sprint 42 retro')
})

describe('what the invitation says about ideas and results:', () => {
  test.for([
    [{}, []],
    [{ crossPollination: false }, []],
    [{ crossPollination: true }, ['Ideas are shared between the conversations.']],
    [{ resultsVisibility: 'host' }, ['Only the host can see the results.']],
    [{ resultsVisibility: 'participants' }, ['Everyone who completes the session can see the results.']],
    [{ resultsVisibility: 'public' }, ['Anyone with the link can see the results.']],
  ] as [Partial<SessionRequest>, string[]][])('%j', ([request, claims]) => {
    const text = textIn({}, request)
    for (const each of ['Ideas are shared', 'can see the'])
      expect(text.includes(each)).toBe(
        claims.join().includes(each) || (each === 'can see the' && 'resultsVisibility' in request),
      )
    for (const claim of claims) expect(text).toContain(claim)
    expect(text).not.toContain('private')
  })
})

test('the invitation says that results inform the next session only where they do', () => {
  expect(textIn({ scope: { ...SCOPE, informsNext: true } })).toContain('informs the next session')
  expect(textIn()).not.toContain('next session')
})

test('a long text in the invitation is cut, and the invitation says so', () => {
  const long = { goal: 'A goal. '.repeat(9000) }
  expect(textIn({}, long)).toContain('(Shortened: the full text is too long for a comment.)')
  expect(textIn()).not.toContain('Shortened')
  const dollars = '$'.repeat(32_000)
  const message = `<!-- ${'keep this short '.repeat(140)}-->`
  expect(textIn({ message }, { goal: dollars, critical: dollars })).toContain('Anyone with the link')
})

test('the invitation shows a run without a URL by its name only', () => {
  const elements = elementsOf(render(bodyOf({ plan: { run: { name: 'Retro', url: undefined } } })))
  expect(elements.filter((name) => name === 'a')).toHaveLength(2)
})

test('the author’s message is Markdown, and other people’s texts are not', () => {
  const html = render(
    bodyOf({
      plan: { message: 'By **Friday**' },
      request: { goal: '**b** https://x.example/a_b_c?d=e\n/approve\nbors r+' },
    }),
  )
  expect(html).toContain('<strong>Friday</strong>')
  expect(html).toContain('<code>https://x.example/a_b_c?d=e</code>')
  expect(html).not.toContain('<strong>b</strong>')
  expect(bodyOf({ request: { goal: 'a\n/approve\nbors r+' } })).not.toMatch(/^(?:\/approve|bors)/mu)
})

test('whatever the texts, an invitation has the whole link and marker, no other link, and a length that GitHub accepts', () => {
  const long = fc.nat(90_000).map((count) => 'é@x #1 '.repeat(count / 7))
  const text = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...attacks) },
    { weight: 4, arbitrary: hostileText },
    { weight: 1, arbitrary: long },
  )
  fc.assert(
    fc.property(text, text, text, (topic, goal, critical) => {
      const body = bodyOf({ request: { topic, goal, critical } })
      expect(body.length).toBeLessThanOrEqual(65_536)
      expect(body.endsWith(`\n\n${MARK}`)).toBe(true)
      expect(body).toContain(`](${JOIN})`)
      expect(elementsOf(render(body)).filter((name) => name === 'a')).toHaveLength(3)
      expect(body.indexOf('<!--')).toBe(body.length - MARK.length)
    }),
    { numRuns: runs(50) },
  )
})

describe('without a word from GitHub about the thread', () => {
  const inviting = ({ comments, waiting }: Awaited<ReturnType<typeof openThread>>, signal: AbortSignal) =>
    invite(
      { session: { id: 'hst_1', join_url: JOIN }, request: REQUEST },
      { plan: PLAN, comments, target: undefined },
      {
        log: waiting.log,
        waiting: { ...waiting, signal },
        graceSignal: new AbortController().signal,
        apiKey: HARMONICA_KEY,
      },
    )

  test('a run that was canceled still posts the invitation to the session that it opened', async () => {
    const opened = await openThread()
    const invitation = await opened.clock.run(inviting(opened, AbortSignal.abort()))
    expect(invitation).toMatchObject({ url: opened.thread.comments[0]?.url })
    expect(opened.thread.comments).toMatchObject([{ body: expect.stringContaining(JOIN) }])
  })

  test('an invitation that cannot be posted leaves a warning with the link, and the thread that the event names', async () => {
    const opened = await openThread()
    opened.strike({ kind: 'gateway' }, 99)
    expect(await opened.clock.run(inviting(opened, opened.cancel.signal))).toBeUndefined()
    expect(opened.lines.at(-1)).toBe(
      `${JOIN} is the link to the session, which is open. It could not be posted on issue #42, so share it yourself. GitHub responded with 502. Do not run the job again, since that may open another session.`,
    )
  })
})
