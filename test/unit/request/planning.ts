import type { Thread } from '../../../src/github/thread.ts'
import { fieldNames } from '../../../src/harmonica/request.ts'
import { makeRequest } from '../../../src/request/make-request.ts'
import { readRequestParts, type SessionInputs } from '../../../src/request/request-parts.ts'
import { createFindings } from '../../../src/text/findings.ts'
import type { Line } from '../../../src/text/line.ts'
import { kebabCase } from '../../../src/text/names.ts'
import { openWorkspace } from './workspace.ts'

/** What a run has: inputs by their names, files of the workspace, and what its event is about. */
export type Given = {
  inputs?: Record<string, string>
  files?: Record<string, string>
  thread?: Partial<Thread> | null
}

const textsOf = (lines: readonly Line[]): string[] => lines.map(({ text }) => text)

/** The request parts that inputs, files and issue #7, "Flaky tests", give, and what is reported, as texts. */
export async function plan({ inputs = {}, files = {}, thread = {} }: Given) {
  await using workspace = await openWorkspace(files)
  const findings = createFindings()
  const about = {
    kind: 'issue',
    number: 7,
    id: 'I_7',
    title: 'Flaky tests',
    body: undefined,
    fork: false,
  } as const
  const issue = thread === null ? undefined : { ...about, ...thread }
  const sources = {
    settings: settingsOf(inputs),
    thread: issue,
    workspace: workspace.path,
    placeholders: {
      date: '2026-10-02',
      week: '2026-W40',
      month: '2026-10',
      tag: 'v1',
      title: issue?.title ?? '',
      number: '7',
      repository: 'octo-org/octo-repo',
    },
    today: '2026-10-02',
    timezone: 'UTC',
  }
  const parts = await readRequestParts(sources, findings)
  const { request, origins } = makeRequest(parts, [])
  const fieldOrigins = Object.entries(origins.fields).map(([name, where]) => [name, where.text])
  const contextOrigin = textsOf(origins.contexts.map((each) => each.where)).join(', ')
  const where = { ...Object.fromEntries(fieldOrigins), ...(contextOrigin && { context: contextOrigin }) }
  const { problems, warnings, notices } = findings
  const reported = { problems: textsOf(problems), warnings: textsOf(warnings), notices: textsOf(notices) }
  return { request, origins, where, until: parts.until, explicitTopic: parts.explicitTopic, ...reported }
}

function settingsOf(inputs: Record<string, string>): SessionInputs {
  const fields = Object.fromEntries(fieldNames.map((name) => [name, inputs[kebabCase(name)] ?? '']))
  const listed = (name: string) => (inputs[name] ?? '').split(', ').filter(Boolean)
  return {
    fields: fields as SessionInputs['fields'],
    contextFile: listed('context-file'),
    contextSections: listed('context-sections'),
    sessionFile: inputs['session-file'] ?? '',
    promptFile: inputs['prompt-file'] ?? '',
    fromBody: inputs['from-body'] === 'true',
    until: inputs.until ?? '',
  }
}
