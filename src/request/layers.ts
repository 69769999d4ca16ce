import { boolean, items, type readInputs, text } from '../action/inputs.ts'
import { named, type Thread } from '../github/thread.ts'
import {
  type FieldName,
  fieldNames,
  namesIn,
  parseField,
  type SessionFields,
  sessionFields,
  textsIn,
} from '../harmonica/request.ts'
import type { Findings } from '../text/errors.ts'
import { Line, line, oneLine, quoted } from '../text/line.ts'
import { kebabCase } from '../text/names.ts'
import { readBodyFields } from './body-fields.ts'
import { readWorkspaceFile } from './files.ts'
import { readListInput } from './list-items.ts'
import { type PlaceholderValues, strayPlaceholders } from './placeholders.ts'
import { takeSections } from './sections.ts'
import { readSessionFile } from './session-file.ts'

/** The inputs beside the fields of the API that a session is made of. */
export const sessionInputs = {
  contextFile: items(/[\r\n]/u),
  contextSections: items(/[,\r\n]/u),
  sessionFile: text,
  promptFile: text,
  fromBody: boolean(false),
}

/** What {@link sessionInputs} read, and the texts of the inputs that are fields, empty where unset. */
export type SessionInputs = ReturnType<typeof readInputs<typeof sessionInputs>> & {
  fields: Record<FieldName, string>
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

/** Reads every source. Findings take what is wrong. */
export async function readLayers(sources: Sources, findings: Findings): Promise<Layers> {
  const inputs = readFields(sources, findings)
  const prompt = await readPrompt(sources, findings)
  const files = await readContextFiles(sources, findings)
  const session = await readSession(sources, findings)
  const body = await readBody(sources, findings)
  const contexts = [...inputs, ...files, ...session, ...body].filter(({ name }) => name === 'context')
  const searched = [...inputs.filter(({ name }) => name !== 'prompt'), ...session]
  findings.problems.push(...searched.flatMap((each) => unfilled(each, sources)))
  return { byStrength: [...inputs, ...prompt, ...body, ...session, ...readTitle(sources)], contexts }
}

function found(fields: SessionFields, where: Line, isTitle = false): Found[] {
  return namesIn(fields).map((name) => ({ name, value: fields[name], where, isTitle }))
}

/** The placeholders of ours where none is filled. Contexts are other people's texts, or too long to judge. */
function unfilled({ name, value, where }: Found, { thread }: Sources): Line[] {
  const texts = name === 'context' ? [] : textsIn(value)
  return texts
    .flatMap((each) => strayPlaceholders(each, thread))
    .map(
      (each) =>
        line`The placeholder ${quoted(each)} in ${kebabCase(name)} (${where}) is not filled: placeholders are filled in a session file only, in its topic, goal, critical and text. Move it there (input session-file), or write what is meant.`,
    )
}

const READERS = { text, lines: readListInput, boolean: boolean(false) }

function readFields({ settings }: Sources, { problems }: Findings): Found[] {
  return fieldNames.flatMap((name) => {
    const given = settings.fields[name]
    if (given === '') return []
    const input = line`input ${kebabCase(name)}`
    const tell = (words: Line | string, item?: number) =>
      problems.push(
        line`Input ${kebabCase(name)}${item === undefined ? '' : `, item ${item + 1},`} ${words}.`,
      )
    const value = READERS[sessionFields[name].from](given)
    if (!(value instanceof Line)) return found({ [name]: parseField(name, value, tell) }, input)
    tell(value)
    return []
  })
}

async function readPrompt(sources: Sources, findings: Findings): Promise<Found[]> {
  const { fields, promptFile: path } = sources.settings
  if (path === '') return []
  if (fields.prompt !== '') {
    findings.problems.push(line`Inputs prompt and prompt-file are both set. Keep one of them.`)
    return []
  }
  const prompt = (await readText('prompt-file', path, sources, findings))?.trim()
  return prompt ? found({ prompt }, line`${path}`) : []
}

/** A file's text; undefined where it cannot be had, which is told. */
async function readText(
  input: string,
  path: string,
  { workspace }: Sources,
  { problems, warnings }: Findings,
): Promise<string | undefined> {
  const content = await readWorkspaceFile(path, workspace)
  if (content instanceof Line) {
    problems.push(line`Input ${input} names ${path}, ${content}`)
    return undefined
  }
  if (content.trim() === '')
    (input === 'prompt-file' ? problems : warnings).push(line`Input ${input} names ${path}, which is empty.`)
  return content
}

/** Each of the context files, or the wanted sections of each. */
async function readContextFiles(sources: Sources, findings: Findings): Promise<Found[]> {
  const { contextFile: paths, contextSections: names } = sources.settings
  if (names.length > 0 && paths.length === 0)
    findings.problems.push(
      line`Input context-sections is set, but context-file is not: there is no file to take sections of.`,
    )
  const contexts: Found[] = []
  for (const path of paths) {
    const whole = (await readText('context-file', path, sources, findings))?.trim()
    if (!whole) continue
    const context = names.length === 0 ? whole : await takeSections(whole, names, path, findings.warnings)
    if (context !== '') contexts.push(...found({ context }, line`${path}`))
  }
  return contexts
}

async function readSession(sources: Sources, findings: Findings): Promise<Found[]> {
  const { sessionFile: path } = sources.settings
  const content = path === '' ? undefined : await readText('session-file', path, sources, findings)
  if (content === undefined) return []
  const { fields, topicIsTitle, problems } = await readSessionFile(content, path, sources.placeholders)
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
  const { fields, leftOut, unreadFrom } = await readBodyFields(thread.body ?? '')
  if (leftOut.length > 0)
    findings.notices.push(
      line`Left out of the ${where} (a body can't set it, it was there before, or nobody ticked it): ${leftOut.join(', ')}.`,
    )
  if (unreadFrom !== undefined)
    findings.warnings.push(
      line`The ${where} was read up to line ${unreadFrom} only: HTML there may hide what follows, or there is too much to read (over 2,000 lines, or thousands of marks such as *). Put the HTML into a code block, or shorten the text.`,
    )
  return found(fields, where)
}

function readTitle({ thread }: Sources): Found[] {
  const topic = oneLine(thread?.title ?? '')
  return thread && topic !== '' ? found({ topic }, line`title of ${named(thread)}`, true) : []
}
