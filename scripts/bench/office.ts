import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEvent } from '../../test/support/action.ts'
import { createCertificates } from '../../test/stand-ins/certificates.ts'
import { type GitHub, startGitHub } from '../../test/support/github.ts'
import { type Harmonica, startHarmonica } from '../../test/support/harmonica.ts'
import type { Command } from './measure.ts'

/** Harmonica and GitHub on loopback, by TLS as in earnest, and a runner's folder, which are gone when it is disposed of. */
export type Office = AsyncDisposable & {
  readonly harmonica: Harmonica
  readonly github: GitHub
  readonly home: string
  /** The environment of whatever runs here. */
  readonly common: { readonly NODE_EXTRA_CA_CERTS: string }
}

/** A run of a step: the bundle, its inputs over the usual ones, and the number of the issue that it is about. */
type Step = {
  readonly bundle: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly issue: number
}

const USUAL = { topic: 'Sprint 42 retro', goal: 'Agree on two changes to how we work', comment: 'false' }
const EVENT = JSON.parse(await readEvent('issues.opened'))

/** Opens the stand-ins; `brief` makes comments a third as long as GitHub's. */
export async function openOffice({ brief = false } = {}): Promise<Office> {
  const certificates = await createCertificates('127.0.0.1')
  const harmonica = await startHarmonica({ tls: certificates, site: 'https://harmonica.test' })
  const github = await startGitHub({ tls: certificates, brief })
  const home = mkdtempSync(join(tmpdir(), 'office-'))
  return {
    harmonica,
    github,
    home,
    common: { NODE_EXTRA_CA_CERTS: certificates.caFile },
    async [Symbol.asyncDispose]() {
      await Promise.all([harmonica.close(), github.close(), certificates[Symbol.asyncDispose]()])
      rmSync(home, { recursive: true })
    },
  }
}

/** How a runner would start a step. Its event file is the office's only one, so run it before asking for another. */
export function stepCommand(office: Office, { bundle, inputs = {}, issue }: Step): Command {
  const { harmonica, github, home, common } = office
  const comments = github.comments(`octo-org/octo-repo#${issue}`).length
  const event = { ...EVENT, issue: { ...EVENT.issue, number: issue, comments } }
  writeFileSync(join(home, 'event'), JSON.stringify(event))
  for (const name of ['output', 'summary']) writeFileSync(join(home, name), '')
  const given = {
    ...USUAL,
    'api-url': harmonica.apiUrl,
    'api-key': harmonica.keys[0] ?? '',
    'github-token': github.token,
    ...inputs,
  }
  const variables = Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  const env = { ...common, ...runnersOwn(home, github.url), ...Object.fromEntries(variables) }
  return { file: process.execPath, args: [bundle], env, cwd: home }
}

let issues = 1000

/** A new issue, on which strangers have written so many comments. */
export function newIssue({ github }: Office, comments: number): number {
  issues += 1
  const chat = { body: 'I agree. Let us talk about it on Friday.', login: 'octocat' }
  github.seedComments(`octo-org/octo-repo#${issues}`, Array(comments).fill(chat))
  return issues
}

/** Writes a file of the workspace with so many bytes of Markdown, and tells its name. */
export function layContext({ home }: Office, bytes: number): string {
  const paragraph = '## What we decided\n\nWe ship on Thursdays, and *nobody* deploys on a Friday.\n\n'
  const name = `${bytes}-bytes.md`
  writeFileSync(join(home, name), paragraph.repeat(bytes / paragraph.length + 1).slice(0, bytes))
  return name
}

/** What a runner sets besides the inputs. */
function runnersOwn(home: string, githubUrl: string): Record<string, string> {
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'issues',
    GITHUB_EVENT_PATH: join(home, 'event'),
    GITHUB_OUTPUT: join(home, 'output'),
    GITHUB_STEP_SUMMARY: join(home, 'summary'),
    GITHUB_WORKSPACE: home,
    GITHUB_REPOSITORY: 'octo-org/octo-repo',
    GITHUB_REPOSITORY_ID: '17273051',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: githubUrl,
    GITHUB_RUN_ID: '9876543210',
    GITHUB_WORKFLOW_REF: 'octo-org/octo-repo/.github/workflows/retro.yml@refs/heads/main',
    GITHUB_JOB: 'open',
    GITHUB_ACTION: 'session',
  }
}
