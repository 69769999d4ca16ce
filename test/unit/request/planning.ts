import type { Thread } from '../../../src/github/thread.ts'
import { fieldNames } from '../../../src/harmonica/request.ts'
import type { SessionInputs } from '../../../src/request/layers.ts'
import { planSession } from '../../../src/request/session-request.ts'
import type { Findings } from '../../../src/text/errors.ts'
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

/** The plan that inputs, files and issue #7, "Flaky tests", come to, and what is told, as texts. */
export async function plan({ inputs = {}, files = {}, thread = {} }: Given) {
  await using workspace = await openWorkspace(files)
  const findings: Findings = { problems: [], warnings: [], notices: [] }
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
      ...{ date: '2026-10-02', week: '2026-W40', month: '2026-10', tag: 'v1' },
      ...{ title: issue?.title ?? '', number: '7', repository: 'octo-org/octo-repo' },
    },
  }
  const { request, origins, explicitTopic } = await planSession(sources, findings)
  const where = Object.entries(origins).map(([name, all]) => [
    name,
    textsOf(all.map((each) => each.where)).join(', '),
  ])
  const { problems, warnings, notices } = findings
  const told = { problems: textsOf(problems), warnings: textsOf(warnings), notices: textsOf(notices) }
  return { request, origins, where: Object.fromEntries(where), explicitTopic, ...told }
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
  }
}
