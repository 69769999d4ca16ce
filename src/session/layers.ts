import { named, type Thread } from '../github/thread.ts'
import { boolean, type ReadInput, text } from '../runner/inputs.ts'
import type { Findings } from '../text/errors.ts'
import { counted, joined, Line, line, oneLine } from '../text/line.ts'
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

/** A field that a source sets, where it stands, and whether a topic is the event's title or holds it. */
type Found = { name: FieldName; value: unknown; where: Line; isTitle: boolean }

/** What all sources set: the strongest first, and the contexts as they add up. */
export type Layers = { byStrength: Found[]; contexts: Found[] }

/** The inputs in which `{{ week }}` is a mistake; the others are other people's texts, or too long to judge. */
const SEARCHED: readonly FieldName[] = ['topic', 'goal', 'critical', 'questions']

/** Reads every source. Findings take what is wrong. */
export async function readLayers(sources: Sources, findings: Findings): Promise<Layers> {
  const inputs = [...readInputs(sources, findings), ...(await readPrompt(sources, findings))]
  const files = await readContextFiles(sources, findings)
  const session = await readSession(sources, findings)
  const body = await readBody(sources, findings)
  const contexts = [...inputs, ...files, ...session, ...body].filter(({ name }) => name === 'context')
  return { byStrength: [...inputs, ...body, ...session, ...readTitle(sources)], contexts }
}

function found(fields: SessionFields, where: Line, isTitle = false): Found[] {
  return fieldNames
    .map((name) => ({ name, value: fields[name], where, isTitle }))
    .filter(({ value }) => value !== undefined)
}

const READERS = {
  text,
  lines: readListInput,
  boolean: boolean(false),
} as const satisfies Record<string, ReadInput<unknown>>

function readInputs({ settings, thread }: Sources, { problems }: Findings): Found[] {
  const all = fieldNames.flatMap((name) => {
    const given = settings.fields[name]
    if (given === '') return []
    const where = line`input ${kebabCase(name)}`
    const tell = (words: Line | string, item?: number) => {
      problems.push(
        line`Input ${kebabCase(name)}${item === undefined ? '' : `, item ${item + 1},`} ${words}.`,
      )
    }
    const value = READERS[sessionFields[name].from](given)
    if (value instanceof Line) {
      tell(value)
      return []
    }
    const read = parseField(name, value)
    if (read.ok) return [{ name, value: read.value, where, isTitle: false }]
    for (const { item, words } of read.problems) tell(words, item)
    return []
  })
  for (const name of SEARCHED) {
    for (const placeholder of strayPlaceholders(settings.fields[name], thread))
      problems.push(
        line`Input ${name} has the placeholder "${placeholder}", and placeholders are filled in a session file only. Move the text into one (input session-file), or write what is meant.`,
      )
  }
  return all
}

async function readPrompt(sources: Sources, findings: Findings): Promise<Found[]> {
  const { fields, promptFile: path } = sources.settings
  if (path === '') return []
  if (fields.prompt !== '') {
    findings.problems.push(line`Inputs prompt and prompt-file are both set. Keep one of them.`)
    return []
  }
  const prompt = (await readText('prompt-file', path, sources, findings))?.trim()
  if (prompt === '')
    findings.problems.push(
      line`Input prompt-file names ${path}, which is empty. Write the prompt into it, or leave prompt-file out.`,
    )
  return prompt ? found({ prompt }, line`${path}`) : []
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
  notes.push(line`Read ${path} (${counted(file.bytes, 'byte')}) as ${input.replace('-file', '')}.`)
  return file.text
}

/** Each of the context files, or the wanted sections of each. */
async function readContextFiles(sources: Sources, findings: Findings): Promise<Found[]> {
  const { contextFile: paths, contextSections: names } = sources.settings
  const { problems, warnings } = findings
  const contexts: Found[] = []
  let unread = false
  for (const path of paths) {
    const whole = (await readText('context-file', path, sources, findings))?.trim()
    unread ||= whole === undefined
    if (whole === '')
      warnings.push(line`Input context-file names ${path}, which is empty: nothing of it was sent.`)
    if (!whole) continue
    const context = names.length === 0 ? whole : await takeSections(whole, names, path, warnings)
    if (context !== '') contexts.push(...found({ context }, line`${path}`))
  }
  if (names.length > 0 && paths.length === 0)
    problems.push(
      line`Input context-sections is set, but context-file is not: there is no file to take sections of.`,
    )
  else if (names.length > 0 && contexts.length === 0 && !unread)
    problems.push(
      line`Input context-sections names ${names.join(', ')}, but no context file has any of them. ${joined(warnings.slice(-1))}`,
    )
  return contexts
}

async function readSession(sources: Sources, findings: Findings): Promise<Found[]> {
  const { settings, placeholders, thread } = sources
  const { sessionFile: path } = settings
  const content = path === '' ? undefined : await readText('session-file', path, sources, findings)
  if (content === undefined) return []
  const { fields, topicIsTitle, problems } = await readSessionFile(content, path, placeholders, thread)
  findings.problems.push(...problems)
  return found(fields, line`${path}`, topicIsTitle)
}

async function readBody({ settings, thread }: Sources, findings: Findings): Promise<Found[]> {
  if (!settings.fromBody) return []
  if (!thread || thread.title === undefined) {
    findings.problems.push(
      line`Input from-body is true, but this event has no body to read: it is about no issue, pull request or discussion, or tells only its number. Leave from-body out here.`,
    )
    return []
  }
  const where = line`body of ${named(thread)}`
  const { fields, passedOver, unticked, unreadFrom } = await readBodyFields(thread.body ?? '')
  findings.notes.push(...passedOver)
  if (unticked > 0)
    findings.notices.push(
      line`${counted(unticked, 'list item')} of the ${where} had a box that nobody ticked, and ${unticked === 1 ? 'was' : 'were'} left out.`,
    )
  if (unreadFrom !== undefined)
    findings.warnings.push(
      line`The ${where} was read up to line ${unreadFrom} only: there is HTML that may hide what follows from people's eyes. Put it into a code block, or take it out.`,
    )
  return found(fields, where)
}

function readTitle({ thread }: Sources): Found[] {
  const topic = oneLine(thread?.title ?? '')
  return thread && topic !== '' ? found({ topic }, line`title of ${named(thread)}`, true) : []
}
