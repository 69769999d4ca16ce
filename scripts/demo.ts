import { fileURLToPath } from 'node:url'
import { type Outcome, readEvent, runAction } from '../test/support/action.ts'
import { startGitHub } from '../test/support/github.ts'
import { harmonicaKey, startHarmonica } from '../test/support/harmonica.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The job that the step of a demonstration is in. */
export const demoJob = 'open'

/**
 * Runs the committed bundle as a runner would, on an issue that was just opened, with GitHub as a stand-in on
 * loopback. Harmonica is one too, unless `key` is the real service's.
 *
 * @returns what the run left behind, and the comment it posted
 */
export async function runDemo(
  given: Record<string, string>,
  key?: string,
): Promise<{ outcome: Outcome; comment: string | undefined }> {
  await using harmonica = await startHarmonica()
  await using github = await startGitHub()
  const inputs = {
    goal: 'Agree on two changes to how we work',
    critical: 'What can we change without asking another team?',
    'context-file': 'examples/SESSION.md',
    'results-visibility': 'participants',
    comment: 'true',
    'github-token': github.token,
    'api-key': key ?? harmonicaKey,
    ...(key === undefined && { 'api-url': harmonica.apiUrl }),
    ...given,
  }
  const outcome = await runAction({
    inputs,
    event: { name: 'issues', payload: await exampleEvent() },
    env: {
      ...networkOf(process.env),
      GITHUB_API_URL: github.url,
      GITHUB_WORKSPACE: root,
      GITHUB_JOB: demoJob,
    },
  })
  return { outcome, comment: github.comments('octo-org/octo-repo#42').at(-1)?.body }
}

/** How this machine reaches the outside, for the real service. */
function networkOf(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const names = ['HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy', 'NODE_EXTRA_CA_CERTS']
  return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])))
}

async function exampleEvent(): Promise<unknown> {
  const payload = JSON.parse(await readEvent('issues.opened'))
  return { ...payload, issue: { ...payload.issue, number: 42, title: 'Sprint 42 retro' } }
}
