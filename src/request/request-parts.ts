import { boolean, items, type readInputs, text } from '../action/inputs.ts'
import { named, type Thread } from '../github/thread.ts'
import {
  type FieldName,
  fieldNames,
  namesIn,
  parseField,
  type SessionFields,
  type SessionRequest,
  sessionFields,
  textsIn,
} from '../harmonica/request.ts'
import type { Findings } from '../text/findings.ts'
import { Line, line, oneLine, quoted } from '../text/line.ts'
import { kebabCase } from '../text/names.ts'
import { readWorkspaceFile } from './files.ts'
import { readListInput } from './list-items.ts'
import { type ContextPart, makeRequest, mapTexts, sizeProblem, storable } from './make-request.ts'
import {
  filledFields,
  literalPlaceholders,
  type PlaceholderValues,
  strayPlaceholders,
} from './placeholders.ts'
import { type GivenUntil, readUntil, type Today } from './until.ts'

/** The inputs beside the fields of the API that a session is made of. */
export const sessionInputs = {
  contextFile: items(/[\r\n]/u),
  contextSections: items(/[\r\n]/u),
  sessionFile: text,
  promptFile: text,
  fromBody: boolean(false),
  until: text,
}

/** What {@link sessionInputs} read, and the texts of the inputs that are fields, empty where unset. */
export type SessionInputs = ReturnType<typeof readInputs<typeof sessionInputs>> & {
  readonly fields: Readonly<Record<FieldName, string>>
}

/** What a request is read from. */
export type Sources = {
  readonly settings: SessionInputs
  /** What the event is about. */
  readonly thread: Thread | undefined
  /** The workspace's path; empty where the runner has none. */
  readonly workspace: string
  readonly placeholders: PlaceholderValues
} & Today

/** What inputs, files and the event ask for. A request is made of it once the rest of its context is known. */
export type RequestParts = {
  /** Of each field the strongest source's value, but for contexts, which add up. */
  readonly fields: Omit<SessionRequest, 'context'>
  readonly contexts: readonly ContextPart[]
  /** Where each field came from. */
  readonly origins: { readonly [Name in FieldName]?: Line }
  /** By when people should take part; undefined where nobody says so. */
  readonly until: GivenUntil | undefined
  /** Whether the topic is the author's own words: neither the event's title, nor equal to it, nor filled from it. */
  readonly explicitTopic: boolean
}

/** What one source sets, and whether its topic is the event's title or holds it. */
type Source = { readonly where: Line; readonly fields: SessionFields; readonly topicIsTitle: boolean }

/**
 * Reads inputs, files and the event: the strongest source sets a field, and contexts add up. What is wrong goes to
 * `findings`; with any problem there, the parts are of no use.
 */
export async function readRequestParts(sources: Sources, findings: Findings): Promise<RequestParts> {
  const inputs = checkPlaceholders(readFieldInputs(sources, findings), PROMPTS, { sources, findings })
  const prompt = await readPromptFile(sources, findings)
  const files = await readContextFiles(sources, findings)
  const { sessionFile: readFile, until: fileUntil } = await readSessionFileInput(sources, findings)
  const sessionFile = checkPlaceholders(readFile, filledFields, { sources, findings })
  const body = await readEventBody(sources, findings)
  const strongestFirst = [...inputs, ...prompt, ...body.sources, ...sessionFile, ...readTitle(sources)]
  const chosen = fieldNames.flatMap((name) => {
    const source = strongestFirst.find(({ fields }) => fields[name] !== undefined)
    return source && name !== 'context' ? [{ name, source }] : []
  })
  const fields: SessionFields = Object.fromEntries(
    chosen.map(({ name, source }) => [name, storable(source.fields[name])]),
  )
  const { topic = '', goal = '' } = fields
  const topicSource = chosen.find(({ name }) => name === 'topic')?.source
  const title = storable(oneLine(sources.thread?.title ?? ''))
  const parts: RequestParts = {
    fields: { ...fields, topic, goal },
    contexts: [...inputs, ...files, ...sessionFile, ...body.sources].flatMap(contextOf),
    origins: Object.fromEntries(chosen.map(({ name, source }) => [name, source.where])),
    until: readUntilInput(sources, findings) ?? fileUntil,
    explicitTopic: topicSource?.topicIsTitle === false && topic !== title,
  }
  reportMissing(parts, { sources, headings: body.headings }, findings)
  const tooLarge = sizeProblem(makeRequest(parts, []).request)
  if (tooLarge) findings.problem(tooLarge)
  return parts
}

const contextOf = ({ where, fields: { context } }: Source): ContextPart[] =>
  context === undefined ? [] : [{ where, text: storable(context) }]

const source = (where: Line, fields: SessionFields, topicIsTitle = false): Source => ({
  where,
  fields,
  topicIsTitle,
})

/** A prompt speaks to an AI, and may well show it a template of its own. */
const PROMPTS: readonly FieldName[] = ['prompt']

/**
 * Reports the placeholders of ours where none is filled, and takes the backslash from those that are meant as they stand.
 * Contexts are other people's texts, or too long to judge.
 *
 * @param others further fields that are left alone
 */
function checkPlaceholders(
  read: readonly Source[],
  others: readonly FieldName[],
  { sources: { thread }, findings }: { sources: Sources; findings: Findings },
): Source[] {
  return read.map((each) => {
    const names = namesIn(each.fields).filter((name) => name !== 'context' && !others.includes(name))
    for (const name of names) {
      const stray = textsIn(each.fields[name]).flatMap((words) => strayPlaceholders(words, thread))
      for (const placeholder of stray)
        findings.problem(
          line`The placeholder ${quoted(placeholder)} in ${kebabCase(name)} (${each.where}) is not filled: placeholders are filled in a session file only, in its topic, goal, critical and text. Move it there (input session-file), write what is meant, or put a backslash before it to show it as it stands.`,
        )
    }
    const literal = names.map((name) => [name, mapTexts(each.fields[name], literalPlaceholders)])
    return { ...each, fields: { ...each.fields, ...Object.fromEntries(literal) } }
  })
}

const READERS = { text, list: readListInput, boolean: boolean(false) }

function readFieldInputs({ settings }: Sources, findings: Findings): Source[] {
  return fieldNames.flatMap((name) => {
    const given = settings.fields[name]
    if (given === '') return []
    const input = kebabCase(name)
    const report = (words: Line | string, item?: number) =>
      findings.problem(line`Input ${input}${item === undefined ? '' : `, item ${item + 1},`} ${words}.`)
    const value = READERS[sessionFields[name].kind](given)
    if (!(value instanceof Line)) return [source(line`input ${input}`, parseField(name, value, report))]
    report(value)
    return []
  })
}

async function readPromptFile(sources: Sources, findings: Findings): Promise<Source[]> {
  const { fields, promptFile: path } = sources.settings
  if (path === '') return []
  if (fields.prompt !== '') {
    findings.problem(line`Inputs prompt and prompt-file are both set. Keep one of them.`)
    return []
  }
  const prompt = (await readFileInput({ input: 'prompt-file', path }, sources, findings))?.trim()
  return prompt ? [source(line`${path}`, { prompt })] : []
}

/** The text of a file that an input names; undefined where it cannot be had, which is a problem. */
async function readFileInput(
  { input, path }: { input: string; path: string },
  { workspace }: Sources,
  findings: Findings,
): Promise<string | undefined> {
  const content = await readWorkspaceFile(path, workspace)
  if (content instanceof Line) {
    findings.problem(line`Input ${input} names "${path}", ${content}`)
    return undefined
  }
  if (content.trim() === '') {
    const empty = line`Input ${input} names "${path}", which is empty.`
    if (input === 'prompt-file') findings.problem(empty)
    else findings.warn(empty)
  }
  return content
}

/** Each of the context files, or the wanted sections of each. */
async function readContextFiles(sources: Sources, findings: Findings): Promise<Source[]> {
  const { contextFile: paths, contextSections: lines } = sources.settings
  if (lines.length > 0 && paths.length === 0)
    findings.problem(
      line`Input context-sections is set, but context-file is not: there is no file to take sections of.`,
    )
  const read: Source[] = []
  for (const path of paths) {
    const whole = (await readFileInput({ input: 'context-file', path }, sources, findings))?.trim()
    if (!whole) continue
    const context = lines.length === 0 ? whole : await sectionsOf(whole, { lines, path }, findings)
    if (context !== '') read.push(source(line`${path}`, { context }))
  }
  return read
}

async function sectionsOf(
  ...given: Parameters<typeof import('./sections.ts').takeSections>
): Promise<string> {
  const { takeSections } = await import('./sections.ts')
  return takeSections(...given)
}

async function readSessionFileInput(
  sources: Sources,
  findings: Findings,
): Promise<{ sessionFile: Source[]; until: GivenUntil | undefined }> {
  const { sessionFile: path } = sources.settings
  const input = { input: 'session-file', path }
  const content = path === '' ? undefined : await readFileInput(input, sources, findings)
  if (content === undefined) return { sessionFile: [], until: undefined }
  const { readSessionFile } = await import('./session-file.ts')
  const file = await readSessionFile(content, { path, ...sources }, findings)
  const where = line`${path}`
  return {
    sessionFile: [source(where, file.fields, file.topicIsTitle)],
    until: file.until && { ...file.until, where },
  }
}

function readUntilInput(sources: Sources, findings: Findings): GivenUntil | undefined {
  const { until: given } = sources.settings
  if (given === '') return undefined
  const until = readUntil(given, sources)
  if (!(until instanceof Line)) return { ...until, where: line`input until` }
  findings.problem(line`Input until ${until}.`)
  return undefined
}

/** What the event's body sets, and the words of its headings. */
type Body = { readonly sources: readonly Source[]; readonly headings: readonly string[] }

async function readEventBody({ settings, thread }: Sources, findings: Findings): Promise<Body> {
  const none = { sources: [], headings: [] }
  if (!settings.fromBody) return none
  if (!thread || thread.title === undefined) {
    findings.problem(
      line`Input from-body is true, but this event has no body to read: it is about no issue, pull request or discussion, or tells only its number. Leave from-body out here.`,
    )
    return none
  }
  const where = line`body of ${named(thread)}`
  const { readBody, reportBody } = await import('./body/body.ts')
  const reading = await readBody(thread.body ?? '')
  // Contexts add up: an input's does not replace the body's.
  const isSet = (name: FieldName) => name !== 'context' && settings.fields[name] !== ''
  reportBody(reading, { where, isSet }, findings)
  return { sources: [source(where, reading.fields)], headings: reading.headings }
}

function readTitle({ thread }: Sources): Source[] {
  const topic = oneLine(thread?.title ?? '')
  return thread && topic !== '' ? [source(line`title of ${named(thread)}`, { topic }, true)] : []
}

/** Not reported where a session file with faults of its own may hold them. */
function reportMissing(
  { fields }: RequestParts,
  { sources: { settings, thread }, headings }: { sources: Sources; headings: readonly string[] },
  findings: Findings,
): void {
  if (settings.sessionFile !== '' && findings.problems.length > 0) return
  if (fields.topic === '')
    findings.problem(
      line`Input topic is missing, and this event has no title to use instead. Set topic, the title that participants see.`,
    )
  const there = headings.length > 0 ? `headings ${headings.join(', ')}` : 'no headings'
  const inBody =
    settings.fromBody && thread
      ? line`, and the body of ${named(thread)} has no answer under Goal (it has ${there})`
      : line``
  if (fields.goal === '')
    findings.problem(
      line`Input goal is missing${inBody}. Say what the session should achieve, for example: Agree on two changes to how we work.`,
    )
}
