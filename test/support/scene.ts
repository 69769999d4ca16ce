import { expect } from 'vitest'
import { type Outcome, runAction, type Scenario } from './action.ts'
import { type GitHub, type GitHubOptions, startGitHub } from './github.ts'
import { type Harmonica, type HarmonicaOptions, harmonicaKey, startHarmonica } from './harmonica.ts'

/** A Harmonica and a GitHub of its own, and the step that runs against them. */
export type Scene = {
  harmonica: Harmonica
  github: GitHub
  /**
   * Runs the step, as the bundle unless told otherwise, with a key, a goal and a token set; a scenario's own inputs go
   * over these.
   */
  run(scenario?: Scenario, by?: (scenario: Scenario) => Promise<Outcome>): Promise<Outcome>
  [Symbol.asyncDispose](): Promise<void>
}

/** Starts both stand-ins on loopback. `await using scene = await openScene()` closes them. */
export async function openScene(
  options: { harmonica?: HarmonicaOptions; github?: GitHubOptions } = {},
): Promise<Scene> {
  const harmonica = await startHarmonica(options.harmonica)
  const github = await startGitHub(options.github)
  return {
    harmonica,
    github,
    async run(scenario = {}, by = runAction) {
      const inputs = {
        'api-key': harmonicaKey,
        'api-url': harmonica.apiUrl,
        'github-token': github.token,
        goal: 'Agree on two changes to how we work',
        ...scenario.inputs,
      }
      const env = { GITHUB_API_URL: github.url, GITHUB_GRAPHQL_URL: github.graphqlUrl, ...scenario.env }
      const outcome = await by({ ...scenario, inputs, env })
      expectNoSecret(outcome, [inputs['api-key'], inputs['github-token']], { harmonica, github })
      return outcome
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([harmonica.close(), github.close()])
    },
  }
}

/** Masked before the first other line, and in nothing that a run leaves behind, in whatever spelling. */
function expectNoSecret(outcome: Outcome, secrets: string[], { harmonica, github }: Services): void {
  const lines = outcome.log.split('\n')
  const masks = lines.filter((line) => line.startsWith('::add-mask::'))
  expect(lines.slice(0, masks.length)).toEqual(masks)
  const requests = [...harmonica.requests, ...github.requests]
  const sent = requests.map(({ path, query, text, headers: { authorization: _, ...others } }) =>
    [decodeURIComponent(path), JSON.stringify(query), text, JSON.stringify(others)].join('\n'),
  )
  const commented = github.requests.map(({ body }) => decodedWords(JSON.stringify(body ?? '')))
  const left = [...lines.slice(masks.length), outcome.written, ...sent, ...commented].join('\n')
  for (const secret of secrets.filter((each) => each !== ''))
    for (const spelling of spellingsOf(secret)) expect(left).not.toContain(spelling)
}

type Services = { harmonica: Harmonica; github: GitHub }

/** A secret as it may hide: as it is, in an address, in JSON, in hexadecimal, backwards and in base64 at any place. */
function spellingsOf(secret: string): Set<string> {
  const bytes = Buffer.from(secret)
  // What stands around it decides on the first and the last characters of base64, so they are left out.
  const base64 = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    return encoded.slice(before === 0 ? 0 : before + 1).replace(/.{0,2}=*$/u, '')
  })
  const urlSafe = base64.map((each) => each.replaceAll('+', '-').replaceAll('/', '_'))
  const others = [encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), bytes.toString('hex')]
  return new Set([secret, ...others, [...secret].reverse().join(''), ...base64, ...urlSafe])
}

/** What base64url words, such as a marker's, stand for. */
function decodedWords(text: string): string {
  return (text.match(/[\w-]{40,}/gu) ?? [])
    .map((word) => Buffer.from(word, 'base64url').toString())
    .join('\n')
}

/**
 * What users and servers saw of a run, as one readable text: requests, log, outputs, summary, comments. What differs
 * from run to run (ports, ids, times, signatures) is named instead.
 */
export function transcript({ harmonica, github }: Scene, outcome: Outcome): string {
  const requests = [...harmonica.requests, ...github.requests]
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ method, path, body }) => `${method} ${path}${body ? `\n${JSON.stringify(body, null, 2)}` : ''}`)
  const sections = {
    requests: requests.join('\n') || '(none)',
    log: outcome.log.trimEnd(),
    outputs: Object.entries(outcome.outputs)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n'),
    summary: outcome.summary ?? '(none)',
    'exit code': String(outcome.exitCode),
  }
  const text = Object.entries(sections).map(([name, content]) => `===== ${name} =====\n${content}\n`)
  return named(text.join('\n'), harmonica, github)
}

function named(text: string, harmonica: Harmonica, github: GitHub): string {
  return harmonica.sessions
    .reduce((all, { id }, index) => all.replaceAll(id, `<session ${index + 1}>`), text)
    .replaceAll(harmonica.url, '<harmonica>')
    .replaceAll(github.url, '<github>')
    .replace(/harmonica-session v1 [\w-]+\.[\w-]+/gu, 'harmonica-session v1 <signed>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, '<time>')
}
