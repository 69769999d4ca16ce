import { type Outcome, openOffice, ROOT, runBundle } from '../test/bundle/bundle.ts'

/** The real service's key, which makes a demonstration one of the real Harmonica. */
const realKey = process.env.HARMONICA_API_KEY || undefined

/** How this machine reaches the outside, for the real service. */
const NETWORK = ['HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy', 'NODE_EXTRA_CA_CERTS']

/** Whether a demonstration opens a session on the real Harmonica. */
export const isReal: boolean = realKey !== undefined

/**
 * Runs the committed bundle as a runner would, on issue #42, which was just opened, with GitHub as a stand-in on
 * loopback. Harmonica is one too, unless HARMONICA_API_KEY holds a key of the real one.
 *
 * @param given inputs over those of the demonstration
 * @returns what the run left behind, and the comment it posted
 */
export async function runDemo(
  given: Readonly<Record<string, string>>,
): Promise<{ outcome: Outcome; comment: string | undefined }> {
  await using office = await openOffice()
  office.harmonica.options.site = 'https://app.harmonica.chat'
  const inputs = {
    critical: 'What can we change without asking another team?',
    'context-file': 'examples/SESSION.md',
    'results-visibility': 'participants',
    comment: 'true',
    ...(realKey && { 'api-key': realKey, 'api-url': '' }),
    ...given,
  }
  const network = realKey ? Object.fromEntries(NETWORK.map((name) => [name, process.env[name]])) : {}
  const outcome = await runBundle(office, { inputs, env: { ...network, GITHUB_WORKSPACE: ROOT } })
  return { outcome, comment: office.github.threads[0]?.comments.at(-1)?.body }
}
