import { type Outcome, openOffice, ROOT, runBundle } from '../sandbox/bundle.ts'

/** How this machine reaches the outside, for the real service. */
const NETWORK = ['HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy', 'NODE_EXTRA_CA_CERTS']

/** What a demonstration shows when nothing else is asked for. */
export const DEMO: Readonly<Record<string, string>> = {
  critical: 'What can we change without asking another team?',
  'context-file': 'examples/SESSION.md',
  'results-visibility': 'participants',
  comment: 'true',
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

/** When its session was opened, as its results tell it: the same in a picture of any day. */
const OPENED = '2026-10-02T09:00:00.000Z'

/** What people see of a run: what it left behind, and the newest comment on the issue. */
type Shown = { outcome: Outcome; comment: string | undefined }

/**
 * Runs the committed bundle as a runner would, on issue #42, which was just opened, with GitHub as a stand-in on
 * loopback. Harmonica is one too, unless there is a key of the real one.
 *
 * @param inputs the step's; the goal is the demonstration's where none is given
 * @param realKey opens a session on the real Harmonica
 * @returns what the run left behind, and the comment it posted; the same of a run of the second action, once the stand-in
 *   has finished the session, where its results were promised
 */
export async function runDemo(
  inputs: Readonly<Record<string, string>>,
  realKey?: string,
): Promise<Shown & { results?: Shown }> {
  await using office = await openOffice()
  office.harmonica.options.site = 'https://app.harmonica.chat'
  const real = realKey === undefined ? {} : { 'api-key': realKey, 'api-url': '' }
  const network =
    realKey !== undefined ? Object.fromEntries(NETWORK.map((name) => [name, process.env[name]])) : {}
  const outcome = await runBundle(office, {
    inputs: { ...real, ...inputs },
    env: { ...network, GITHUB_WORKSPACE: ROOT },
  })
  const lastComment = () => office.github.threads[0]?.comments.at(-1)?.body
  const opened = { outcome, comment: lastComment() }
  const [session] = office.harmonica.sessions
  if (inputs['share-results'] !== 'true' || !session || !opened.comment) return opened
  Object.assign(session, { participant_count: 7, summary: SUMMARY, created_at: OPENED })
  const brought = await runBundle(office, { action: 'results/action.yml' })
  return { ...opened, results: { outcome: brought, comment: lastComment() } }
}
