import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import * as z from 'zod/mini'
import { joinUrl } from '../harmonica/responses.ts'
import { readJson } from '../http/json.ts'
import { type Deadline, hasPassed, isDay } from '../request/calendar.ts'

/** Where a marker was posted: the repository's id, which survives a rename, and the number of the thread. */
const place = { repository: z.string(), number: z.int() }

const markerSchema = z.object({
  ...place,
  /** Tells the sessions on one thread apart. */
  sessionKey: z.string(),
  /** {@link shortHash} of an explicit topic; undefined for one that follows the thread's title. */
  topicHash: z.optional(z.string()),
  sessionId: z.string(),
  joinUrl,
  /** Whether the invitation says that the results inform the next session. */
  informsNext: z.optional(z.boolean()),
  /** Whether the invitation says that a summary will be posted there. */
  sharesResults: z.optional(z.boolean()),
  /** The day by the end of which people should take part, and the time zone whose day it is. */
  until: z.optional(z.string()),
  timezone: z.optional(z.string()),
})

/** The content of an invitation's marker. */
export type Marker = Readonly<z.output<typeof markerSchema>>

/** What is known about an invitation before there is a session to link. */
export type MarkerScope = Omit<Marker, 'sessionId' | 'joinUrl'>

/**
 * The hidden marker that ends an invitation: `<!-- harmonica-session v1 <content>.<signature> -->`, where the content is
 * base64url of JSON and the signature base64url of that text's HMAC-SHA-256 under the API key. Nothing in it can end
 * the HTML comment, since `>` is not in base64url's alphabet.
 */
export const sessionMarker = defineMarker('harmonica-session', markerSchema)

/** The same for a comment with results. */
export const resultsMarker = defineMarker('harmonica-results', z.object({ ...place, resultsOf: z.string() }))

/** The same for a reminder. Run and attempt give each reminder a marker of its own. */
export const reminderMarker = defineMarker(
  'harmonica-reminder',
  z.object({ ...place, reminderOf: z.string(), run: z.string(), attempt: z.int() }),
)

/** The deadline that an invitation states. Undefined without one, and for one whose time zone this Node does not know. */
export function deadlineOf({ until, timezone }: Pick<Marker, 'until' | 'timezone'>): Deadline | undefined {
  if (until === undefined || timezone === undefined || !isDay(until)) return undefined
  const deadline = { until, timezone }
  try {
    hasPassed(deadline, 0)
    return deadline
  } catch {
    return undefined
  }
}

function defineMarker<T>(name: string, schema: z.ZodMiniType<T>) {
  const beginning = `<!-- ${name} v1 `
  const pattern = new RegExp(String.raw`^${beginning}([\w-]{1,8192})\.([\w-]{43}) -->\r?$`, 'gmu')
  return {
    sign(content: T, apiKey: string): string {
      const encoded = Buffer.from(JSON.stringify(content)).toString('base64url')
      return `${beginning}${encoded}.${signature(encoded, apiKey)} -->`
    },
    /**
     * The content of the marker in a comment. Only the last line that is nothing but a marker counts, since people quote
     * comments. `another-key` for a marker that was signed with another key, or altered; undefined without any.
     */
    find(comment: string, apiKey: string): T | 'another-key' | undefined {
      // A cheap check first, since a page of hostile comments must not make the pattern slow.
      if (!comment.includes(beginning)) return undefined
      let last: RegExpExecArray | undefined
      for (const found of comment.matchAll(pattern)) last = found
      if (!last) return undefined
      const [, encoded = '', signed = ''] = last
      // Compared as text: once decoded, different last characters can stand for the same bytes.
      const isOurs = timingSafeEqual(Buffer.from(signed), Buffer.from(signature(encoded, apiKey)))
      if (!isOurs) return 'another-key'
      return readJson(Buffer.from(encoded, 'base64url').toString('utf8'), schema) ?? 'another-key'
    },
  }
}

/** The first 16 characters of the base64url of a text's SHA-256: enough to tell texts apart. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}

function signature(encoded: string, apiKey: string): string {
  return createHmac('sha256', apiKey).update(encoded).digest('base64url')
}
