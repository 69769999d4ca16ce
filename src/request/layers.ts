import type { Findings } from '../errors.ts'
import type { Trigger } from '../event.ts'
import {
  type FieldName,
  fieldNames,
  oneLine,
  parseField,
  type SessionFields,
  sessionFields,
} from '../fields.ts'
import { BOOLEANS, booleanProblem, type Settings } from '../inputs.ts'
import { type Line, line, sizeInWords } from '../log.ts'
import { kebabCase } from '../names.ts'
import { readBodyFields } from './body-fields.ts'
import { readWorkspaceFile } from './files.ts'
import { readList } from './lists.ts'
import type { PlaceholderValues } from './placeholders.ts'
import { takeSections } from './sections.ts'
import { readSessionFile } from './session-file.ts'

/** What one source sets, and the words for where it stands. */
export type Layer = { fields: SessionFields; origin(name: FieldName): Line }

/** What the layers are read from. */
export type Sources = {
  settings: Settings
  trigger: Trigger | undefined
  /** The workspace's path; empty where the runner has none. */
  workspace: string
  placeholders: PlaceholderValues
}

/** The layers in their two orders: the strongest first, and as their contexts add up. */
export type Layers = { byStrength: Layer[]; asContexts: Layer[] }

/** Reads every source. Findings take what is wrong. */
export async function readLayers(sources: Sources, findings: Findings): Promise<Layers> {
  const input = await inputLayer(sources, findings)
  const contextFiles = await contextLayers(sources, findings)
  const sessionFile = await sessionFileLayer(sources, findings)
  const body = bodyLayer(sources, findings)
  return {
    byStrength: [input, ...body, ...sessionFile, ...titleLayer(sources)],
    asContexts: [input, ...contextFiles, ...sessionFile, ...body],
  }
}

async function inputLayer(sources: Sources, findings: Findings): Promise<Layer> {
  const { settings } = sources
  const { problems } = findings
  const fields: SessionFields = {}
  for (const name of fieldNames) {
    const value = await readField(name, settings.fields[name], problems)
    if (value !== undefined) Object.assign(fields, { [name]: value })
  }
  const { promptFile } = settings
  if (promptFile === '') return { fields, origin: (name) => line`input ${kebabCase(name)}` }
  if (fields.prompt !== undefined)
    problems.push(line`Inputs prompt and prompt-file are both set. Keep one of them.`)
  else {
    const prompt = (await readText('prompt-file', promptFile, sources, findings))?.trim()
    if (prompt === '')
      problems.push(
        line`Input prompt-file names ${promptFile}, which is empty. Write the prompt into it, or leave prompt-file out.`,
      )
    if (prompt) fields.prompt = prompt
  }
  return {
    fields,
    origin: (name) => (name === 'prompt' ? line`${promptFile}` : line`input ${kebabCase(name)}`),
  }
}

/** An input's text as the field's value; undefined where it is unset or wrong. */
async function readField(name: FieldName, text: string, problems: Line[]): Promise<unknown> {
  if (text === '') return undefined
  const input = kebabCase(name)
  const { from } = sessionFields[name]
  const typed = await readTyped(from, text)
  if ('problem' in typed) {
    problems.push(line`Input ${input} ${typed.problem}.`)
    return undefined
  }
  const result = parseField(name, typed.value)
  if (result.ok) return result.value
  for (const { item, words } of result.problems) {
    problems.push(line`Input ${input}${item === undefined ? '' : `, item ${item + 1},`} ${words}.`)
  }
  return undefined
}

async function readTyped(
  from: 'text' | 'list' | 'boolean',
  text: string,
): Promise<{ value: unknown } | { problem: string }> {
  switch (from) {
    case 'text':
      return { value: text }
    case 'boolean':
      return BOOLEANS.has(text) ? { value: BOOLEANS.get(text) } : { problem: booleanProblem(text) }
    case 'list': {
      const list = await readList(text)
      return 'problem' in list ? list : { value: list.items }
    }
  }
}

/** A file's text; undefined where it cannot be had, which is told. */
async function readText(
  input: string,
  path: string,
  { workspace }: Sources,
  { problems, notes }: Findings,
): Promise<string | undefined> {
  const file = await readWorkspaceFile(input, path, workspace)
  if (!file.ok) {
    problems.push(file.problem)
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
    const text = (await readText('context-file', path, sources, findings))?.trim()
    if (text === '')
      warnings.push(line`Input context-file names ${path}, which is empty: nothing of it was sent.`)
    if (!text) continue
    const context = names.length === 0 ? text : sectionsOf(text, path, names, warnings)
    if (context !== '') layers.push({ fields: { context }, origin: () => line`${path}` })
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

function sectionsOf(text: string, path: string, names: readonly string[], warnings: Line[]): string {
  const { text: context, missing, headings } = takeSections(text, names)
  if (missing.length > 0) {
    const there =
      headings.length > 0 ? line`It has ${headings.join(', ')}.` : line`It has no second-level heading.`
    warnings.push(line`${path} has no section ${missing.join(', ')} (input context-sections). ${there}`)
  }
  return context
}

async function sessionFileLayer(sources: Sources, findings: Findings): Promise<Layer[]> {
  const { sessionFile: path } = sources.settings
  if (path === '') return []
  const text = await readText('session-file', path, sources, findings)
  if (text === undefined) return []
  const { fields, problems } = await readSessionFile(text, path, sources.placeholders)
  findings.problems.push(...problems)
  return [{ fields, origin: () => line`${path}` }]
}

function bodyLayer({ settings, trigger }: Sources, { notes, problems }: Findings): Layer[] {
  if (!settings.fromBody) return []
  if (!trigger || trigger.title === undefined) {
    problems.push(
      line`Input from-body is true, but the event is about no issue, pull request or discussion whose body it tells. Leave from-body out here.`,
    )
    return []
  }
  const { fields, notes: passedOver } = readBodyFields(trigger.body ?? '')
  notes.push(...passedOver)
  return [{ fields, origin: () => line`body of ${trigger.kind} #${trigger.number}` }]
}

function titleLayer({ trigger }: Sources): Layer[] {
  if (trigger?.title === undefined) return []
  const topic = oneLine(trigger.title)
  return topic === ''
    ? []
    : [{ fields: { topic }, origin: () => line`title of ${trigger.kind} #${trigger.number}` }]
}
