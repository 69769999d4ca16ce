import { parseDocument } from 'yaml'
import { type Block, readDocument } from './documents.ts'
import { metadata } from './metadata.ts'
import { markdownFiles, type Text } from './repository.ts'

/** A text, and where it comes from: its line `added + 1` is line `line` of the file. */
export type Excerpt = Text & { line?: number; added?: number }

/** A block of YAML in a document as the whole file that it is a part of. */
export type Completed = Excerpt & { kind: 'workflow' | 'session file'; whole: boolean }

type Mapping = Record<string, unknown>
/** What a block may be: how to tell, and what goes before and after it, which is indented by as much. */
type Shape = {
  name: string
  fits(value: unknown): boolean
  before?: string
  indent?: number
  after?(value: Mapping): string
}

const EVENTS = 'issues, issue_comment, pull_request, discussion, milestone, release, push, workflow_dispatch'
const ON = `on: [${EVENTS}]\n`
const JOBS = `${ON}jobs:\n`
const JOB = `${JOBS}  job:\n`
const RUNNER = 'runs-on: ubuntu-latest'
const STEPS = `${JOB}    ${RUNNER}\n    steps:\n`
const WITH = `${STEPS}      - uses: <owner>/harmonica-session-action@v1\n        with:\n`

const WORKFLOW_KEYS = ['name', 'run-name', 'on', 'permissions', 'env', 'defaults', 'concurrency']
const STEP_KEYS = ['id', 'name', 'if', 'uses', 'with', 'run', 'env', 'shell', 'continue-on-error']
const JOB_KEYS = ['name', 'needs', 'if', 'permissions', 'runs-on', 'environment', 'concurrency', 'outputs']
const MORE_JOB_KEYS = ['env', 'timeout-minutes', 'strategy', 'steps', 'uses', 'with', 'secrets']

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const only = (keys: string[], value: unknown): value is Mapping =>
  isMapping(value) && Object.keys(value).every((key) => keys.includes(key))
const isStep = (value: unknown) => only(STEP_KEYS, value) && ('uses' in value || 'run' in value)
const isJob = (value: unknown) => only([...JOB_KEYS, ...MORE_JOB_KEYS], value)
const isWholeJob = (value: unknown) =>
  isJob(value) && isMapping(value) && ('runs-on' in value || 'uses' in value)

/** Lines that a job lacks. */
const restOfJob = (job: Mapping) =>
  'uses' in job
    ? ''
    : `${'runs-on' in job ? '' : `    ${RUNNER}\n`}${'steps' in job ? '' : '    steps: [{run: exit}]\n'}`

/** The first that fits counts. */
const SHAPES: Shape[] = [
  { name: 'a workflow', fits: (value) => isMapping(value) && 'on' in value && 'jobs' in value },
  {
    name: 'jobs and what stands beside them',
    fits: (value) => isMapping(value) && 'jobs' in value,
    before: ON,
  },
  {
    name: 'the top of a workflow',
    fits: (value) => only(WORKFLOW_KEYS, value) && 'on' in value,
    after: () => `jobs:\n  job:\n${restOfJob({})}`,
  },
  { name: 'steps', fits: (value) => Array.isArray(value) && value.every(isStep), before: STEPS, indent: 6 },
  { name: 'a step', fits: isStep, before: `${STEPS}      -\n`, indent: 8 },
  {
    name: 'inputs of the action',
    fits: (value) => only(Object.keys(metadata.inputs), value),
    before: WITH,
    indent: 10,
    after: (inputs) => ('api-key' in inputs ? '' : '          api-key: key\n'),
  },
  { name: 'a part of a job', fits: isJob, before: JOB, indent: 4, after: restOfJob },
  {
    name: 'jobs by their names',
    fits: (value) => isMapping(value) && Object.values(value).every(isWholeJob),
    before: JOBS,
    indent: 2,
  },
]

/**
 * Makes a whole file of a block, so that nothing in a document goes unchecked.
 *
 * @throws Error when the block is nothing that is known here
 */
export function completed({ path, line, text }: Block): Completed {
  if (/^---\n[\s\S]*?\n---(?:\n|$)/u.test(text))
    return { kind: 'session file', whole: true, path, line, text, added: 0 }
  // Of what is no YAML the language service tells where.
  const value: unknown = parseDocument(text).toJS()
  const shape = value !== null && SHAPES.find(({ fits }) => fits(value))
  if (!shape)
    throw new Error(
      `${path}:${line} is a block of YAML of which nobody knows what it is a part of, so nothing checks it. Known are: a session file, ${SHAPES.map(({ name }) => name).join(', ')}. Make it one of them, or add its shape to test/support/yaml-blocks.ts.`,
    )
  const { before = '', indent = 0, after } = shape
  const indented = text.replace(new RegExp(`^ {${commonIndent(text)}}(?=.)`, 'gmu'), ' '.repeat(indent))
  const rest = after && isMapping(value) ? after(value) : ''
  const added = before.split('\n').length - 1
  return { kind: 'workflow', whole: shape === SHAPES[0], path, line, text: before + indented + rest, added }
}

/** Everything in YAML that the documents show, completed. */
export function documentedYaml(): Completed[] {
  const blocks = markdownFiles().flatMap((file) => readDocument(file).blocks)
  return blocks.filter(({ language }) => /^ya?ml$/iu.test(language)).map(completed)
}

const commonIndent = (text: string) =>
  Math.min(...Array.from(text.matchAll(/^ *(?=\S)/gmu), ([spaces]) => spaces.length))
