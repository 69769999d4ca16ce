import {
  apiBody,
  type FieldName,
  fieldNames,
  type SessionFields,
  type SessionRequest,
} from '../harmonica/request.ts'
import { formatNumber, type Line, line } from '../text/line.ts'
import type { RequestParts } from './request-parts.ts'

/** Harmonica refuses a body over some 4.5 MB; what is over this is refused here, before anything is sent. */
const MAX_REQUEST_BYTES = 4_000_000

/** A part of the context, and where it came from. */
export type ContextPart = { readonly where: Line; readonly text: string }

/** The request as it is sent, and where it came from. */
export type FinalRequest = {
  readonly request: SessionRequest
  /** Where each field came from; of the context, its parts in order. */
  readonly origins: Origins
}

export type Origins = {
  readonly fields: { readonly [Name in FieldName]?: Line }
  readonly contexts: readonly ContextPart[]
}

/** Makes the request: what inputs, files and the event ask for, and contexts that are known only later behind theirs. */
export function makeRequest(parts: RequestParts, laterContexts: readonly ContextPart[]): FinalRequest {
  const contexts = [...parts.contexts, ...laterContexts.map(storableContext)]
  const context = contexts.length === 0 ? undefined : contexts.map(({ text }) => text).join('\n\n')
  const { topic, goal } = parts.fields
  const request = inApiOrder({ ...parts.fields, context, topic, goal })
  return { request, origins: { fields: parts.origins, contexts } }
}

/** Why a request can't be sent as it is, if so. */
export function sizeProblem(request: SessionRequest): Line | undefined {
  const bytes = Buffer.byteLength(JSON.stringify(apiBody(request)))
  return bytes > MAX_REQUEST_BYTES
    ? line`The request has ${formatNumber(bytes)} bytes; ${formatNumber(MAX_REQUEST_BYTES)} is the most that can be sent. Shorten the context: Harmonica advises about 500 words.`
    : undefined
}

/** Without members that are undefined, since what is not set is not sent. */
function inApiOrder(fields: { [Name in FieldName]?: SessionFields[Name] | undefined }): SessionRequest {
  const set = fieldNames.filter((name) => fields[name] !== undefined)
  return Object.fromEntries(set.map((name) => [name, fields[name]])) as SessionRequest
}

const storableContext = ({ where, text }: ContextPart): ContextPart => ({ where, text: storable(text) })

/** JSON would carry NUL and a half of a surrogate pair, which Harmonica cannot store. */
export const storable = <T>(value: T): T =>
  mapTexts(value, (text) => text.toWellFormed().replaceAll('\0', '\ufffd'))

/** A field's value with every text in it changed. */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
  return JSON.parse(JSON.stringify(value), (_, each) => (typeof each === 'string' ? change(each) : each))
}
