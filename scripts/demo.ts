import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type Given, type Office, type Outcome, openOffice, ROOT, runBundle } from '../sandbox/bundle.ts'

/** How this machine reaches the outside, for the real service. */
const NETWORK = ['HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy', 'NODE_EXTRA_CA_CERTS']

/** The inputs of the README's first workflow, so that it is what pictures and demonstration show. */
export const FIRST_WORKFLOW: Readonly<Record<string, string>> = readFirstWorkflow()

function readFirstWorkflow(): Record<string, string> {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
  const [, yaml = ''] = /^```yaml\n(.*?)^```/msu.exec(readme) ?? []
  const { jobs } = parse(yaml) as { jobs: Record<string, { steps: { with: Record<string, unknown> }[] }> }
  const [step] = Object.values(jobs).flatMap(({ steps }) => steps)
  const { 'api-key': _, ...inputs } = step?.with ?? {}
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, String(value)]))
}

/** What Harmonica might write of the demonstration's session. */
const SUMMARY = `# What we heard

Seven people took part. Most agree that *reviews*, not tests, are what slows the team down, and that this can change without asking another team.

## Reviews wait too long

- Small pull requests wait for **three days** on average, large ones for more than a week.
- Nobody knows whose turn it is, so the same two people review almost everything.
- Reviews are left for the end of the day, when there is no time for a second round.

One person put it like this:

> "I open a pull request and start on something else. When the review comes, I have forgotten what I wrote."

## What people would change

| Idea | Support | Concern |
| --- | --- | --- |
| Half an hour of reviews every morning | 6 of 7 | Mornings differ between time zones |
| Smaller pull requests | 5 of 7 | More of them to look at |
| A rota of reviewers | 3 of 7 | One more thing to keep up |

## Where people differ

Some want the rota because it is fair: everybody knows when it is their turn. Others fear that a rota sends changes to people who don't know the code, and would rather work in pairs on the difficult ones. Nobody wants a rule that blocks a merge until a second person has read it.

## What could come next

1. Keep half an hour free for reviews every morning until the next retro, and then ask everybody again.
2. Split pull requests of more than 400 lines, unless the author says why that makes no sense.

Still open: who looks after changes to the build, which only one person reviews today.

> "I stopped asking @octocat," said one, and meant https://github.com/octo-org/octo-repo/pull/43.
`

/** A run as people see it. */
export type Shown = {
  readonly outcome: Outcome
  /** The comment that it posted. */
  readonly comment: string | undefined
}

/** The runs of a round on one issue, as far as it got. */
export type Round = {
  readonly opened: Shown
  /** On the last day, where the session has a deadline. */
  readonly reminded: Shown | undefined
  /** An hour after the deadline. */
  readonly ended: Shown | undefined
  /** Where results were promised. */
  readonly results: Shown | undefined
}

type RoundOptions = {
  /** Opens the session on the real Harmonica, and does nothing after that. */
  readonly realKey?: string | undefined
  /** When results say that the session was opened, in ISO 8601; when it was, if left out. */
  readonly openedAt?: string
}

/**
 * Runs the committed bundle as a runner would, on issue #42, which was just opened, with GitHub as a stand-in on
 * loopback. Harmonica is a stand-in too, unless there is a key for the real one.
 *
 * @param inputs all that the first action is given, besides a key and addresses
 */
export async function runRound(
  inputs: Readonly<Record<string, string>>,
  { realKey, openedAt }: RoundOptions = {},
): Promise<Round> {
  await using office = await openOffice()
  const isReal = realKey !== undefined
  const run = async (given: Given): Promise<Shown> => {
    const before = commentsIn(office).length
    const outcome = await runBundle(office, given)
    const [comment] = commentsIn(office).slice(before)
    return withPublicAddresses({ outcome, comment }, office)
  }
  const opened = await run({
    // The goal of a test's run is not the demonstration's.
    inputs: { goal: '', ...(isReal && { 'api-key': realKey, 'api-url': '' }), ...inputs },
    env: { ...(isReal && networkOfThisMachine()), GITHUB_WORKSPACE: ROOT },
  })
  const round = { opened, reminded: undefined, ended: undefined, results: undefined }
  const [session] = office.harmonica.sessions
  if (!session || !opened.comment) return round
  if (openedAt) session.created_at = openedAt

  const endsAt = Date.parse(opened.outcome.outputs.until ?? '')
  const keep = (at: number) =>
    run({ action: 'deadline/action.yml', inputs: { 'end-session': 'true' }, before: setClock(at) })
  const reminded = endsAt ? await keep(endsAt - 12 * HOUR_MS) : undefined
  session.participant_count = 7
  const ended = endsAt ? await keep(endsAt + HOUR_MS) : undefined
  session.summary = SUMMARY
  const bringBack = { action: 'results/action.yml', before: endsAt ? setClock(endsAt + 2 * HOUR_MS) : '' }
  const results = inputs['share-results'] === 'true' ? await run(bringBack) : undefined
  return { opened, reminded, ended, results }
}

const HOUR_MS = 3_600_000

/** JavaScript that has a run take place at a time in milliseconds since 1970. */
const setClock = (at: number): string =>
  `const { now } = Date; const ahead = ${at} - now(); Date.now = () => now() + ahead`

const commentsIn = ({ github }: Office): readonly string[] =>
  github.threads[0]?.comments.map(({ body }) => body) ?? []

const networkOfThisMachine = () => Object.fromEntries(NETWORK.map((name) => [name, process.env[name]]))

/** A run without the addresses of the stand-ins, which are gone when somebody follows a link. */
function withPublicAddresses(shown: Shown, { inputs, env }: Office): Shown {
  const published = JSON.stringify(shown)
    .replaceAll(inputs['api-url'] ?? '', 'https://app.harmonica.chat')
    .replaceAll(env.GITHUB_API_URL ?? '', 'https://api.github.com')
  return JSON.parse(published)
}
