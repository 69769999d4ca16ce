import { expect, test } from 'vitest'
import { ACTIONS_BOT } from '../../sandbox/stand-ins/github.ts'
import { BY_HAND, ENDING, keeping, pass } from './keeping.ts'
import { bring, results } from './resulting.ts'
import { type Given, openScene, runStep, type Scene } from './step.ts'

/** How long each round's workflows run, once a day. */
const ROUND_DAYS = 14

/** The issue of the first round, whose comments are shown whole. */
const FIRST = 51

/** What people and others do on days of a round, counted from the day on which it is opened. */
type Events = Readonly<Record<number, readonly [what: string, happen: (scene: Scene, at: Round) => unknown]>>

/** A round: its issue, its session, and what the transcript says of it. */
type Round = {
  readonly number: number
  readonly session: Scene['harmonica']['sessions'][number]
  readonly thread: Scene['github']['threads'][number]
}

const open = (number: number, inputs: Given['inputs']): Given => ({
  event: ['workflow_dispatch'],
  inputs: {
    topic: `Retro ${number}`,
    'issue-number': `${number}`,
    comment: 'true',
    'share-results': 'true',
    until: '10 days',
    timezone: 'Europe/Berlin',
    ...inputs,
  },
})

const remind = (number: number, given?: Given) =>
  keeping({ 'issue-number': `${number}`, 'comment-message': '@octo-org/team, your turn.', ...ENDING }, given)

const post = (number: number) => results({ 'issue-number': `${number}` })

/** Plays a round on its schedule for two weeks. Returns a line for each message and event. */
async function play(
  scene: Scene,
  number: number,
  inputs: Given['inputs'],
  events: Events,
): Promise<string[]> {
  const thread = scene.github.open({ kind: 'issue', number, title: `Retro ${number}` })
  const lines = [`===== A round on issue #${number}`]
  const report = (what: string, messages: readonly string[]) => {
    const day = new Date(scene.clock.now()).toUTCString().slice(0, 11)
    lines.push(
      ...messages.map((each, at) => `${at === 0 ? `${day}  ${what}`.padEnd(22) : ' '.repeat(22)}${each}`),
    )
  }
  report('open', sentences((await runStep(scene, open(number, inputs))).log))
  const session = scene.harmonica.sessions.at(-1) as Round['session']
  const reported = new Map<string, string>()
  const reportNews = (what: string, log: readonly string[]) => {
    const messages = sentences(log)
    // The same messages as the day before are not news.
    if (reported.get(what) !== messages.join('\n')) report(what, messages)
    reported.set(what, messages.join('\n'))
  }
  for (let day = 1; day <= ROUND_DAYS; day += 1) {
    await pass(scene, 1)
    const [what, happen] = events[day] ?? []
    if (what !== undefined) report('(people)', [what])
    const byHand = await happen?.(scene, { number, session, thread })
    if (typeof byHand === 'object' && byHand !== null && 'log' in byHand)
      report('by hand', sentences((byHand as { log: string[] }).log))
    reportNews('deadline', (await runStep(scene, remind(number))).log)
    reportNews('results', (await bring(scene, post(number))).log)
  }
  return [...lines, '', ...thread.comments.flatMap((comment) => shown(comment, number === FIRST))]
}

/** The log without what is sent, which other transcripts have. */
const sentences = (log: readonly string[]): string[] =>
  log.filter((each) => !/^(?:group: |[a-z-]+: .*, from )/u.test(each))

/** A comment with the reactions of the job's own account: its source, or how that begins. */
function shown({ body, reactions }: Round['thread']['comments'][number], isWhole: boolean): string[] {
  const marks: Record<string, string> = { EYES: '👀', ROCKET: '🚀', HOORAY: '🎉' }
  const own = reactions.filter(({ login }) => login === ACTIONS_BOT).map(({ content }) => marks[content])
  const source = body.replace(/(v1) \S+ -->$/u, '$1 <signed> -->')
  const [beginning = ''] = source.split('\n')
  return [`----- comment ${own.join('')}`.trimEnd(), isWhole ? source : `${beginning} …`, '']
}

const takePart = (count: number): Events[number] => [
  `${count} people have taken part by now`,
  (_, { session }) => {
    session.participant_count = count
  },
]

test('three rounds, each action on its schedule for two weeks', async () => {
  const scene = openScene()
  const transcript = [
    // As it is meant to be.
    ...(await play(scene, FIRST, { 'context-session': 'previous' }, { 3: takePart(2), 8: takePart(7) })),
    // Hardly anybody comes, so a person has the last word.
    ...(await play(
      scene,
      52,
      { 'context-session': `${FIRST}` },
      {
        5: takePart(2),
        13: ['the host ends it all the same', (at, { number }) => runStep(at, remind(number, BY_HAND))],
      },
    )),
    // The reminder is deleted, and the host ends the session and reads its results before the deadline.
    ...(await play(
      scene,
      53,
      { 'context-session': '#52' },
      {
        4: takePart(5),
        6: [
          'a person asks to be reminded early, and another one deletes the reminder',
          async (at, { number, thread }) => {
            const byHand = await runStep(at, remind(number, BY_HAND))
            thread.comments.splice(1)
            return byHand
          },
        ],
        10: [
          'the host ends the session and opens its results page',
          (_, { session }) =>
            Object.assign(session, {
              status: 'completed',
              summary: '# What we heard\n\nReviews wait three days.',
            }),
        ],
      },
    )),
  ]
  await expect(transcript.join('\n')).toMatchFileSnapshot('rounds.txt')
})
