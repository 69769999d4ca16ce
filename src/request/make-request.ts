import {
  apiBody,
  type FieldName,
  fieldNames,
  type SessionFields,
  type SessionRequest,
} from '../harmonica/request.ts'
import { formatNumber, type Line, line } from '../text/line.ts'
import type { RequestParts } from './request-parts.ts'

/** Harmonica refuses a body over about 4.5 MB. This limit is lower, so that a request is refused before it is sent. */
const MAX_REQUEST_BYTES = 4_000_000

/** `where` is the source, as a phrase such as `input context`. */
export type ContextPart = { readonly where: Line; readonly text: string }

export type FinalRequest = {
  readonly request: SessionRequest
  readonly origins: Origins
}

/** Where each field came from, and the parts of the context in order. */

export type Origins = {
  readonly fields: { readonly [Name in FieldName]?: Line }
  readonly contexts: readonly ContextPart[]
}

/** @param laterContexts contexts that are known only later; they follow the others */
export function makeRequest(parts: RequestParts, laterContexts: readonly ContextPart[]): FinalRequest {
  const contexts = [...parts.contexts, ...laterContexts.map(storableContext)]
  const context = contexts.length === 0 ? undefined : contexts.map(({ text }) => text).join('\n\n')
  const { topic, goal } = parts.fields
  const request = inApiOrder({ ...parts.fields, context, topic, goal })
  return { request, origins: { fields: parts.origins, contexts } }
}

/** Undefined if the request is small enough. */
export function sizeProblem(request: SessionRequest): Line | undefined {
  const bytes = Buffer.byteLength(JSON.stringify(apiBody(request)))
  return bytes > MAX_REQUEST_BYTES
    ? line`The request has ${formatNumber(bytes)} bytes, but at most ${formatNumber(MAX_REQUEST_BYTES)} can be sent. Shorten the context: Harmonica advises about 500 words.`
    : undefined
}

/** Leaves out undefined members, since a field that is not set is not sent. */
function inApiOrder(fields: { [Name in FieldName]?: SessionFields[Name] | undefined }): SessionRequest {
  const set = fieldNames.filter((name) => fields[name] !== undefined)
  return Object.fromEntries(set.map((name) => [name, fields[name]])) as SessionRequest
}

const storableContext = ({ where, text }: ContextPart): ContextPart => ({ where, text: storable(text) })

/** Replaces NUL and lone surrogates by U+FFFD. JSON can carry them, but Harmonica cannot store them. */
export const storable = <T>(value: T): T =>
  mapTexts(value, (text) => text.toWellFormed().replaceAll('\0', '\ufffd'))

/** A copy of a field's value in which every string is changed. */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
  return JSON.parse(JSON.stringify(value), (_, each) => (typeof each === 'string' ? change(each) : each))
}
