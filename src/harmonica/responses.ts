import * as z from 'zod/mini'
import { REMOVED } from '../http/secrets.ts'
import { webAddress } from '../text/web-address.ts'
import type { Server } from './server.ts'

/**
 * A link for participants, in the form that a browser opens (a self-hosted Harmonica may have plain http). One from which a
 * secret was removed is invalid.
 */
export const joinUrl = z.pipe(
  z.pipe(z.string(), z.transform(webAddress)),
  z.string().check(z.refine((url) => !url.includes(REMOVED))),
)

/** A member that may be missing or of another type than documented: then it is left out. */
const lenient = <T extends z.core.$ZodType>(schema: T) => z.catch(z.optional(schema), undefined as never)

/** A higher number cannot be a count of people. */
const MAX_PARTICIPANTS = 1_000_000

/** A session as `GET /sessions` lists it, without a join URL. */
export const listedSchema = z.object({
  // It becomes a part of URLs, where half a surrogate pair is invalid, and `.` or `..` would lead elsewhere.
  id: z.string().check(
    z.regex(/^(?!\.{1,2}$)[^\s\p{Cc}\p{Cs}]{1,500}$/u),
    z.refine((id) => !id.includes(REMOVED)),
  ),
  topic: lenient(z.string()),
  goal: lenient(z.string()),
  status: lenient(z.string()),
  participant_count: lenient(z.int().check(z.minimum(0), z.maximum(MAX_PARTICIPANTS))),
  created_at: lenient(z.string()),
  updated_at: lenient(z.string()),
})

export type ListedSession = Readonly<z.output<typeof listedSchema>>

/** The members of `GET /sessions/{id}` that are needed; `summary` is null until one was written. */
export const detailsSchema = z.extend(listedSchema, { summary: lenient(z.nullable(z.string())) })

export type SessionDetails = Readonly<z.output<typeof detailsSchema>>

/** A session's summary, trimmed; undefined if there is none. Harmonica stores a summary that failed as an apology. */
export function summaryOf({ summary }: SessionDetails): string | undefined {
  const text = summary?.trim() ?? ''
  return text === '' || /^\W*I apologize, but I\b/iu.test(text) ? undefined : text
}

/** The response to `GET /sessions`. An item that cannot be read is null, since it cannot be one of ours. */
export const listSchema = z.object({ data: z.array(z.catch(z.nullable(listedSchema), null)) })

/** The response to a creation. Only `id` is required: the vendor's page and its server differ in the rest. */
export const createdSchema = z.extend(listedSchema, {
  join_url: lenient(joinUrl),
  chain: lenient(z.object({ status: z.string(), message: lenient(z.string()) })),
})

/** The API's own errors. Those of gateways and of wrong paths look different. */
export const envelopeSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

/** `join_url` is missing if the response had no usable link. */
export type CreatedSession = Readonly<z.output<typeof createdSchema>>

/** A session that exists, with its link. Only the response to its creation has `chain`. */
export type Session = CreatedSession & { readonly join_url: string }

/** The link of a session of which only the id is known, derived as the vendor's own client does. */
export function joinUrlOf(id: string, { appUrl }: Pick<Server, 'appUrl'>): string {
  return `${appUrl}/chat?s=${encodeURIComponent(id)}`
}

/** ISO 8601 to milliseconds since 1970; a time without a zone is UTC, whatever the runner's zone. NaN for anything else. */
export function timeOf(text = ''): number {
  const zoned = /(?:z|utc|gmt|[+-]\d\d(?::?\d\d)?)$/iu.test(text) && /:/u.test(text)
  return Date.parse(zoned ? text : `${text}Z`)
}
