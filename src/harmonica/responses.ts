import * as z from 'zod/mini'
import { REMOVED } from '../http/secrets.ts'
import { webAddress } from '../text/web-address.ts'
import type { Server } from './server.ts'

/**
 * A link for participants, in the form that a browser opens (a self-hosted Harmonica may have plain http). One that held
 * a secret is none.
 */
export const joinUrl = z.pipe(
  z.pipe(z.string(), z.transform(webAddress)),
  z.string().check(z.refine((url) => !url.includes(REMOVED))),
)

/** A member that may be missing or of another type than documented: then it is left out. */
const lenient = <T extends z.core.$ZodType>(schema: T) => z.catch(z.optional(schema), undefined as never)

/** A count above this one is no count of people. */
const MAX_PARTICIPANTS = 1_000_000

/** A session as `GET /sessions` lists it, and what is needed of `GET /sessions/{id}`: there is no join URL. */
export const listedSchema = z.object({
  // It goes into addresses, where half a surrogate pair cannot stand and dots would lead elsewhere.
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

/** What {@link listedSchema} reads. */
export type ListedSession = Readonly<z.output<typeof listedSchema>>

/** A session as `GET /sessions/{id}` tells it, as far as it is needed; `summary` is null until one was written. */
export const detailsSchema = z.extend(listedSchema, { summary: lenient(z.nullable(z.string())) })

/** What {@link detailsSchema} reads. */
export type SessionDetails = Readonly<z.output<typeof detailsSchema>>

/** What came out of a session, trimmed; undefined while there is nothing. A summary that failed is stored as an apology. */
export function summaryOf({ summary }: SessionDetails): string | undefined {
  const text = summary?.trim() ?? ''
  return text === '' || /^\W*I apologize, but I\b/iu.test(text) ? undefined : text
}

/** The answer of `GET /sessions`, newest first. An item that can't be read is none of ours. */
export const listSchema = z.object({ data: z.array(z.catch(z.nullable(listedSchema), null)) })

/** The answer to a creation. Only `id` is relied on: the vendor's page and its server differ in the rest. */
export const createdSchema = z.extend(listedSchema, {
  join_url: lenient(joinUrl),
  chain: lenient(z.object({ status: z.string(), message: lenient(z.string()) })),
})

/** How the API says no. Gateways and wrong paths say it otherwise. */
export const envelopeSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

/** What {@link createdSchema} reads; without `join_url` where there was no link that can be handed over. */
export type CreatedSession = Readonly<z.output<typeof createdSchema>>

/** A session that exists, with its link; `chain` is told by the answer to its creation only. */
export type Session = CreatedSession & { readonly join_url: string }

/** Where a session is joined, for one known by its id only; so does the vendor's own client derive it. */
export function joinUrlOf(id: string, { appUrl }: Pick<Server, 'appUrl'>): string {
  return `${appUrl}/chat?s=${encodeURIComponent(id)}`
}

/** ISO 8601 to milliseconds since 1970; a time without a zone is UTC, whatever zone the runner is in. NaN for anything else. */
export function timeOf(text = ''): number {
  const zoned = /(?:z|utc|gmt|[+-]\d\d(?::?\d\d)?)$/iu.test(text) && /:/u.test(text)
  return Date.parse(zoned ? text : `${text}Z`)
}
