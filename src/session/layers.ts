import { named, type Thread } from '../github/thread.ts'
import { boolean, type ReadInput, text } from '../runner/inputs.ts'
import type { Findings } from '../text/errors.ts'
import { counted, Line, line, oneLine, sizeInWords } from '../text/line.ts'
import { kebabCase } from '../text/names.ts'
import { readBodyFields } from './body-fields.ts'
import { type FieldName, fieldNames, parseField, type SessionFields, sessionFields } from './fields.ts'
import { readWorkspaceFile } from './files.ts'
import { readListInput } from './list-items.ts'
import { type PlaceholderValues, strayPlaceholders } from './placeholders.ts'
import { takeSections } from './sections.ts'
import { readSessionFile } from './session-file.ts'

/** The inputs that a session is made of. */
export type SessionInputs = {
  /** The texts of the inputs that are fields of the API, empty where unset. */
  fields: Record<FieldName, string>
  contextFile: readonly string[]
  contextSections: readonly string[]
  /** Empty where unset. */
  sessionFile: string
  /** Empty where unset. */
  promptFile: string
  fromBody: boolean
}

/** What the layers are read from. */
export type Sources = {
  settings: SessionInputs
  /** What the event is about. */
  thread: Thread | undefined
  /** The workspace's path; empty where the runner has none. */
  workspace: string
  placeholders: PlaceholderValues
}

/** What one source sets, where it stands, and whether its topic is the event's title or holds it. */
export type Layer = { fields: SessionFields; origin(name: FieldName): Line; topicIsTitle: boolean }

/** The layers in their two orders: the strongest first, and as their contexts add up. */
export type Layers = { byStrength: Layer[]; asContexts: Layer[] }

/** The inputs in which `{{ week }}` is a mistake; the others are other people's texts, or too long to judge. */
const SEARCHED = ['topic', 'goal', 'critical', 'questions'] as const satisfies FieldName[]

/** Reads every source. Findings take what is wrong. */
export async function readLayers(sources: Sources, findings: Findings): Promise<Layers> {
  const input = await inputLayer(sources, findings)
  const contextFiles = await contextLayers(sources, findings)
  const sessionFile = await sessionFileLayer(sources, findings)
  const body = await bodyLayer(sources, findings)
  return {
    byStrength: [input, ...body, ...sessionFile, ...titleLayer(sources)],
    asContexts: [input, ...contextFiles, ...sessionFile, ...body],
  }
}

async function inputLayer(sources: Sources, findings: Findings): Promise<Layer> {
  const { settings, thread } = sources
  const { problems } = findings
  const fields: SessionFields = {}
  for (const name of fieldNames) {
    const value = readField(name, settings.fields[name], problems)
    if (value !== undefined) Object.assign(fields, { [name]: value })
  }
  for (const name of SEARCHED) {
    for (const placeholder of strayPlaceholders(settings.fields[name], thread)) {
      problems.push(
        line`Input ${name} has the placeholder "${placeholder}", and placeholders are filled in a session file only. Move the text into one (input session-file), or write what is meant.`,
      )
    }
  }
  const { promptFile } = settings
  const prompt = promptFile === '' ? undefined : await readPrompt(sources, findings)
  if (prompt !== undefined) fields.prompt = prompt
  return {
    fields,
    origin: (name) =>
      name === 'prompt' && prompt !== undefined ? line`${promptFile}` : line`input ${kebabCase(name)}`,
    topicIsTitle: false,
  }
}

const READERS = {
  text,
  lines: readListInput,
  boolean: boolean(false),
} as const satisfies Record<string, ReadInput<unknown>>

/** An input's text as the field's value; undefined where it is unset or wrong. */
function readField(name: FieldName, given: string, problems: Line[]): unknown {
  if (given === '') return undefined
  const input = kebabCase(name)
  const read = READERS[sessionFields[name].from](given)
  if (read instanceof Line) {
    problems.push(line`Input ${input} ${read}.`)
    return undefined
  }
  const result = parseField(name, read)
  if (result.ok) return result.value
  for (const { item, words } of result.problems) {
    problems.push(line`Input ${input}${item === undefined ? '' : `, item ${item + 1},`} ${words}.`)
  }
  return undefined
}

async function readPrompt(sources: Sources, findings: Findings): Promise<string | undefined> {
  const { fields, promptFile } = sources.settings
  if (fields.prompt !== '') {
    findings.problems.push(line`Inputs prompt and prompt-file are both set. Keep one of them.`)
    return undefined
  }
  const prompt = (await readText('prompt-file', promptFile, sources, findings))?.trim()
  if (prompt !== '') return prompt
  findings.problems.push(
    line`Input prompt-file names ${promptFile}, which is empty. Write the prompt into it, or leave prompt-file out.`,
  )
  return undefined
}

/** A file's text; undefined where it cannot be had, which is told. */
async function readText(
  input: string,
  path: string,
  { workspace }: Sources,
  { problems, notes }: Findings,
): Promise<string | undefined> {
  const file = await readWorkspaceFile(input, path, workspace)
  if (file instanceof Line) {
    problems.push(file)
    return undefined
  }
  notes.push(line`Read ${path} (${sizeInWords(file.bytes)}) as ${input.replace('-file', '')}.`)
  return file.text
}

/** Each of the context files, or the wanted sections of each. */
async function contextLayers(sources: Sources, findings: Findings): Promise<Layer[]> {
  const { contextFile: paths, contextSections: names } = sources.settings
  const { problems, warnings } = findings
  const problemsBefore = problems.length
  const layers: Layer[] = []
  for (const path of paths) {
    const whole = await readText('context-file', path, sources, findings)
    if (whole?.trim() === '')
      warnings.push(line`Input context-file names ${path}, which is empty: nothing of it was sent.`)
    if (!whole?.trim()) continue
    const context = names.length === 0 ? whole.trim() : await takeSections(whole, names, path, warnings)
    if (context !== '') layers.push({ fields: { context }, origin: () => line`${path}`, topicIsTitle: false })
  }
  if (names.length > 0 && paths.length === 0) {
    problems.push(
      line`Input context-sections is set, but context-file is not: there is no file to take sections of.`,
    )
  } else if (names.length > 0 && layers.length === 0 && problems.length === problemsBefore) {
    problems.push(
      line`Input context-sections names ${names.join(', ')}, but no context file has any of them. ${warnings.at(-1) ?? line``}`,
    )
  }
  return layers
}

async function sessionFileLayer(sources: Sources, findings: Findings): Promise<Layer[]> {
  const { settings, placeholders, thread } = sources
  const { sessionFile: path } = settings
  if (path === '') return []
  const content = await readText('session-file', path, sources, findings)
  if (content === undefined) return []
  const { fields, topicIsTitle, problems } = await readSessionFile(content, path, placeholders, thread)
  findings.problems.push(...problems)
  return [{ fields, origin: () => line`${path}`, topicIsTitle }]
}

async function bodyLayer(
  { settings, thread }: Sources,
  { notes, notices, warnings, problems }: Findings,
): Promise<Layer[]> {
  if (!settings.fromBody) return []
  if (!thread || thread.title === undefined) {
    problems.push(
      line`Input from-body is true, but this event has no body to read: it is about no issue, pull request or discussion, or tells only its number. Leave from-body out here.`,
    )
    return []
  }
  const where = line`body of ${named(thread)}`
  const { fields, passedOver, unticked, unreadFrom } = await readBodyFields(thread.body ?? '')
  notes.push(...passedOver)
  if (unticked > 0)
    notices.push(
      line`Of the ${where}, ${counted(unticked, 'list item')} with a box that nobody ticked ${unticked === 1 ? 'was' : 'were'} left out.`,
    )
  if (unreadFrom !== undefined) {
    warnings.push(
      line`The ${where} was read up to line ${unreadFrom} only: there is HTML that may hide what follows from people's eyes. Put it into a code block, or take it out.`,
    )
  }
  return [{ fields, origin: () => where, topicIsTitle: false }]
}

function titleLayer({ thread }: Sources): Layer[] {
  const topic = oneLine(thread?.title ?? '')
  if (!thread || topic === '') return []
  return [{ fields: { topic }, origin: () => line`title of ${named(thread)}`, topicIsTitle: true }]
}
