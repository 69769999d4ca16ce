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

/** The inputs that a session is made from, besides the API's own fields. */
export const sessionInputs = {
  contextFile: items(/[\r\n]/u),
  contextSections: items(/[\r\n]/u),
  sessionFile: text,
  promptFile: text,
  fromBody: boolean(false),
  until: text,
}

/** The values of {@link sessionInputs}, and the texts of the API's own fields, empty where unset. */
export type SessionInputs = ReturnType<typeof readInputs<typeof sessionInputs>> & {
  readonly fields: Readonly<Record<FieldName, string>>
}

export type Sources = {
  readonly settings: SessionInputs
  /** The issue, pull request or discussion that the event is about. */
  readonly thread: Thread | undefined
  /** A path, empty where the runner has no workspace. */
  readonly workspace: string
  readonly placeholders: PlaceholderValues
} & Today

/** What inputs, files and the event ask for. The request is made from it once the rest of the context is known. */
export type RequestParts = {
  /** Each field's value from the strongest source that sets it. */
  readonly fields: Omit<SessionRequest, 'context'>
  /** The contexts of all sources. */
  readonly contexts: readonly ContextPart[]
  readonly origins: { readonly [Name in FieldName]?: Line }
  /** Undefined without a deadline. */
  readonly until: GivenUntil | undefined
  /** Whether the workflow's author wrote the topic: it is not the event's title, not equal to it, and not filled from it. */
  readonly explicitTopic: boolean
}

/** The fields that one source sets, and whether its topic is the event's title or contains it. */
type Source = { readonly where: Line; readonly fields: SessionFields; readonly topicIsTitle: boolean }

/**
 * Reads inputs, files and the event. The strongest source that sets a field wins, and the contexts of all are kept. Mistakes
 * go to `findings`. If there is a problem, the parts must not be used.
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

/** A prompt is for an AI, and may contain a template of its own. */
const PROMPTS: readonly FieldName[] = ['prompt']

/**
 * Reports placeholders in fields in which none are filled, and removes the backslash from escaped ones. Contexts are not
 * checked, since they are other people's texts, or too long for certainty.
 *
 * @param skipped further fields that are not checked
 */
function checkPlaceholders(
  read: readonly Source[],
  skipped: readonly FieldName[],
  { sources: { thread }, findings }: { sources: Sources; findings: Findings },
): Source[] {
  return read.map((each) => {
    const names = namesIn(each.fields).filter((name) => name !== 'context' && !skipped.includes(name))
    for (const name of names) {
      const stray = textsIn(each.fields[name]).flatMap((value) => strayPlaceholders(value, thread))
      for (const placeholder of stray)
        findings.problem(
          line`The placeholder ${quoted(placeholder)} in ${kebabCase(name)} (${each.where}) will not be filled, because only the topic, goal, critical and text of a session file can have placeholders. Move it there (input session-file), write what is meant, or put a backslash before the placeholder to show it as it stands.`,
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
    const report = (problem: Line | string, item?: number) =>
      findings.problem(line`Input ${input}${item === undefined ? '' : `, item ${item + 1},`} ${problem}.`)
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

/** The text of a file that an input names. Undefined if it could not be read, which is reported as a problem. */
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

/** Each context file, or the sections of it that `context-sections` names. */
async function readContextFiles(sources: Sources, findings: Findings): Promise<Source[]> {
  const { contextFile: paths, contextSections: lines } = sources.settings
  if (lines.length > 0 && paths.length === 0)
    findings.problem(
      line`Input context-sections is set, but context-file is not, so there is no file to take sections from.`,
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

/** The fields that the event's body sets, and the texts of its headings. */
type Body = { readonly sources: readonly Source[]; readonly headings: readonly string[] }

async function readEventBody({ settings, thread }: Sources, findings: Findings): Promise<Body> {
  const none = { sources: [], headings: [] }
  if (!settings.fromBody) return none
  if (!thread || thread.title === undefined) {
    findings.problem(
      line`Input from-body is true, but this event has no body to read. Either it is not about an issue, pull request or discussion, or it contains only the number. Leave from-body out here.`,
    )
    return none
  }
  const where = line`body of ${named(thread)}`
  const { readBody, reportBody } = await import('./body/body.ts')
  const reading = await readBody(thread.body ?? '')
  // All contexts are sent, so an input's context does not replace the body's.
  const isSet = (name: FieldName) => name !== 'context' && settings.fields[name] !== ''
  reportBody(reading, { where, isSet }, findings)
  return { sources: [source(where, reading.fields)], headings: reading.headings }
}

function readTitle({ thread }: Sources): Source[] {
  const topic = oneLine(thread?.title ?? '')
  return thread && topic !== '' ? [source(line`title of ${named(thread)}`, { topic }, true)] : []
}

/** Reports a missing topic and goal, unless a session file with mistakes may set them. */
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
