import { isMap, isScalar, LineCounter, parseDocument, visit, type YAMLMap } from 'yaml'
import { OWN_NAME } from '../../sandbox/own-actions.ts'
import { type Text, textsLike } from '../../sandbox/repository-files.ts'
import { documentedYaml } from './documents.ts'

/** What a step or a job uses. */
export type Uses = {
  /** What stands behind `uses:`. */
  name: string
  /** `path:line` */
  where: string
}

/** A step, or a job that is another workflow. */
export type Step = { uses?: string; with?: Record<string, unknown>; run?: string }

/** What a token may do: the level by the name of each permission. */
export type Permissions = Record<string, string>

/** A job as far as checks read it. */
export type Job = {
  id: string
  /** `path:line` of its id. */
  where: string
  /** Its `if:` without `${{ }}` and line breaks; empty where it has none. */
  condition: string
  /** Its own, or else the workflow's; undefined where neither names any. */
  permissions: Permissions | undefined
  /** Its steps; a job that is another workflow has itself as the only one. */
  steps: Step[]
}

/** A workflow as far as checks read it. */
export type Workflow = {
  path: string
  /** The names of the events that start it. */
  events: string[]
  jobs: Job[]
}

/** Whole workflows that people copy or call, each with the name that tests give it. */
export const examples: [name: string, workflow: Text][] = [
  ...textsLike(/^examples\/workflows\//u),
  ...textsLike(/^\.github\/workflows\//u).filter(({ text }) => text.includes('workflow_call:')),
  ...documentedYaml().filter(({ kind, isWhole }) => kind === 'workflow' && isWhole),
].map((each) => ['line' in each ? `${each.path}:${each.line}` : each.path, each])

/** The folder of our action that a step runs: '' for the root's, `results`; undefined where it runs none of ours. */
export function ownActionOf({ uses = '' }: Step): string | undefined {
  const pattern = new RegExp(`^(?:\\$|[^/]+/${OWN_NAME}(?=[/@]))/?([^@]*)(?:@.*)?$`, 'u')
  const [, folder] = pattern.exec(uses) ?? []
  return folder?.startsWith('.github/') ? undefined : folder
}

/** The path of our reusable workflow that a job is, if so. */
export function ownWorkflowOf({ uses = '' }: Step): string | undefined {
  const [, path] = new RegExp(`(?:^\\$|/${OWN_NAME})/(\\.github/workflows/[^@]*)`, 'u').exec(uses) ?? []
  return path
}

/** Every `uses:` of a workflow, in order. */
export function usesIn({ path, text, line: first = 1 }: Text): Uses[] {
  const lines = new LineCounter()
  const found: Uses[] = []
  visit(parseDocument(text, { lineCounter: lines }), {
    Pair(_, { key, value }) {
      if (!isScalar(key) || key.value !== 'uses' || !isScalar(value)) return
      const { line } = lines.linePos(value.range?.[0] ?? 0)
      found.push({ name: String(value.value), where: `${path}:${line + first - 1}` })
    },
  })
  return found
}

/** Reads a whole workflow. */
export function readWorkflow({ path, text, line: first = 1 }: Text): Workflow {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const jobs = document.get('jobs')
  if (!isMap(jobs)) throw new Error(`${path} has no jobs`)
  const whereOf = (offset: number) => `${path}:${lines.linePos(offset).line + first - 1}`
  const { on, permissions }: { on: unknown; permissions?: Permissions } = document.toJS()
  return {
    path,
    events: eventsOf(on),
    jobs: jobs.items
      .map(({ key, value }) => readJob(key, value as YAMLMap, whereOf))
      .map((job) => ({ ...job, permissions: job.permissions ?? permissions })),
  }
}

/** `on:` may be one name, a list of them or a mapping. */
const eventsOf = (on: unknown): string[] =>
  typeof on === 'string' ? [on] : Array.isArray(on) ? on : Object.keys(Object(on))

function readJob(key: unknown, value: YAMLMap, whereOf: (offset: number) => string): Job {
  if (!isScalar(key)) throw new Error('The id of a job is text.')
  const job: Step & { if?: unknown; steps?: Step[]; permissions?: Permissions } = value.toJSON()
  return {
    id: String(key.value),
    where: whereOf(key.range?.[0] ?? 0),
    condition: String(job.if ?? '')
      .replace(/^\$\{\{(.*)\}\}$/su, '$1')
      .replaceAll(/\s+/gu, ' ')
      .trim(),
    permissions: job.permissions,
    steps: job.steps ?? [job],
  }
}

/** The events that start a job: those of its workflow, or, where that is a reusable one, those that its condition names. */
export function startedBy({ condition }: Job, events: readonly string[]): string[] {
  if (!events.includes('workflow_call')) return [...events]
  return Array.from(condition.matchAll(/github\.event_name == '(\w+)'/gu), ([, name = '']) => name)
}

/** The parts of a condition of which each has to be true: `a && (b || c)` has two, `a && b || c` is one. */
export function requirementsOf(condition: string): string[] {
  const pieces = condition.match(/'[^']*'|\|\||&&|[()]|[^'()|&]+|[|&]/gu) ?? []
  const parts = ['']
  let depth = 0
  for (const piece of pieces) {
    if (piece === '(') depth += 1
    if (piece === ')') depth -= 1
    if (depth === 0 && piece === '||') return [condition]
    if (depth === 0 && piece === '&&') parts.push('')
    else parts.push(`${parts.pop()}${piece}`)
  }
  return parts.map((part) => part.trim())
}
