import { type Outcome, openOffice, ROOT, runBundle } from '../test/bundle/bundle.ts'

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

Seven people took part, and *reviews* were on everybody's mind.

## Reviews wait too long

- Small pull requests wait for **three days** on average.
- Nobody knows whose turn it is.

| idea | support |
| --- | --- |
| half an hour of reviews every morning | strong |
| smaller pull requests | most |

> "I stopped asking @octocat," said one, and meant https://github.com/octo-org/octo-repo/pull/43.
`

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
  Object.assign(session, { participant_count: 7, summary: SUMMARY })
  const brought = await runBundle(office, { door: 'results.js', inputs: { comment: 'true' } })
  return { ...opened, results: { outcome: brought, comment: lastComment() } }
}
