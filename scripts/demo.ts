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

/**
 * Runs the committed bundle as a runner would, on issue #42, which was just opened, with GitHub as a stand-in on
 * loopback. Harmonica is one too, unless there is a key of the real one.
 *
 * @param inputs the step's; the goal is the demonstration's where none is given
 * @param realKey opens a session on the real Harmonica
 * @returns what the run left behind, and the comment it posted
 */
export async function runDemo(
  inputs: Readonly<Record<string, string>>,
  realKey?: string,
): Promise<{ outcome: Outcome; comment: string | undefined }> {
  await using office = await openOffice()
  office.harmonica.options.site = 'https://app.harmonica.chat'
  const real = realKey === undefined ? {} : { 'api-key': realKey, 'api-url': '' }
  const network =
    realKey !== undefined ? Object.fromEntries(NETWORK.map((name) => [name, process.env[name]])) : {}
  const outcome = await runBundle(office, {
    inputs: { ...real, ...inputs },
    env: { ...network, GITHUB_WORKSPACE: ROOT },
  })
  return { outcome, comment: office.github.threads[0]?.comments.at(-1)?.body }
}
