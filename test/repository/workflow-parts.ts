import { isMap, isScalar, LineCounter, parseDocument, visit, type YAMLMap } from 'yaml'
import type { Text } from '../../sandbox/repository-files.ts'

/** What a step or a job uses. */
export type Uses = {
  /** What stands behind `uses:`. */
  name: string
  /** `path:line` */
  where: string
}

/** A job as far as checks read it. */
type Job = {
  id: string
  /** `path:line` of its id. */
  where: string
  /** Its `if:` without `${{ }}` and line breaks; empty where it has none. */
  condition: string
  /** What the job itself uses, and all of its steps. */
  uses: string[]
}

/** A workflow as far as checks read it. */
export type Workflow = {
  path: string
  /** The names of the events that start it. */
  events: string[]
  jobs: Job[]
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
  return {
    path,
    events: eventsOf(document.toJS().on),
    jobs: jobs.items.map(({ key, value }) => readJob(key, value as YAMLMap, whereOf)),
  }
}

/** `on:` may be one name, a list of them or a mapping. */
const eventsOf = (on: unknown): string[] =>
  typeof on === 'string' ? [on] : Array.isArray(on) ? on : Object.keys(Object(on))

function readJob(key: unknown, value: YAMLMap, whereOf: (offset: number) => string): Job {
  if (!isScalar(key)) throw new Error('The id of a job is text.')
  const job = value.toJSON()
  const steps: { uses?: string }[] = job.steps ?? []
  return {
    id: String(key.value),
    where: whereOf(key.range?.[0] ?? 0),
    condition: String(job.if ?? '')
      .replace(/^\$\{\{(.*)\}\}$/su, '$1')
      .replaceAll(/\s+/gu, ' ')
      .trim(),
    uses: [job, ...steps].flatMap(({ uses }) => (uses === undefined ? [] : [uses])),
  }
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
