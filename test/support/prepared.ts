import { expect } from 'vitest'
import { prepare } from '../../src/open/prepare.ts'
import { UserError } from '../../src/text/errors.ts'
import { createDisk } from './disk.ts'
import { eventLike } from './payloads.ts'
import { type Given, openTrial, type Services } from './runner.ts'

/** Nobody listens there, and nobody may be asked. */
const nobody = 'http://127.0.0.1:9'
const services = {
  harmonica: { apiUrl: `${nobody}/api/v1` },
  github: { url: nobody, token: 'ghs_0' },
} as Services

/** What came of reading everything, which sends nothing and sets no output, and the log. */
async function prepared(given: Given = {}, files: Record<string, string> = {}) {
  await using disk = await createDisk()
  for (const [path, text] of Object.entries(files)) await disk.put(`workspace/${path}`, text)
  const environment = { workspace: disk.workspace, ...given.environment }
  const { runner, lines, outputs, calls } = await openTrial(services, { ...given, environment })
  const step = await prepare(runner).catch((error: unknown) => {
    if (error instanceof UserError) return error
    throw error
  })
  expect([outputs, calls]).toEqual([{}, []])
  return { step, lines, warnings: lines.filter((each) => each.startsWith('warning: ')) }
}

/** The request that inputs, event and files of the workspace come to, and what the log tells of it. */
export async function requestOf(given: Given, files?: Record<string, string>) {
  const { step, lines, warnings } = await prepared(given, files)
  if (step instanceof UserError) throw step
  return { request: step.plan.request, lines, warnings }
}

/** What is wrong with inputs, event and files, a line each; then the log is empty. */
export async function problemsOf(given: Given, files?: Record<string, string>): Promise<string[]> {
  const { step, lines } = await prepared(given, files)
  if (!(step instanceof UserError)) throw new Error('No problem was found.')
  expect([step.title.text, lines]).toEqual(['No session was opened, nothing was sent', []])
  return step.problems.map(({ text }) => text)
}

/** An issue's event with this body and title. */
export const issueLike = (body: string | null, title = 'Retro') =>
  eventLike('issues', 'issues.opened', { issue: { title, body } })
