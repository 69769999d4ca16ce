import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import * as z from 'zod/mini'
import { joinUrl } from '../harmonica/responses.ts'
import { readJson } from '../http/json.ts'
import { type Deadline, hasPassed, isDay } from '../request/calendar.ts'

/** Where a mark stands: the repository's id, which survives a rename, and the number of the thread. */
const place = { repository: z.string(), number: z.int() }

const markerSchema = z.object({
  ...place,
  /** Tells the sessions on one thread apart. */
  sessionKey: z.string(),
  /** {@link shortHash} of an explicit topic; undefined for one that follows the thread's title. */
  topicHash: z.optional(z.string()),
  sessionId: z.string(),
  joinUrl,
  /** Whether the invitation says that what comes out informs the next session. */
  informsNext: z.optional(z.boolean()),
  /** Whether it says that a summary will be posted there. */
  sharesResults: z.optional(z.boolean()),
  /** The day by the end of which people should take part, and the time zone whose day it is. */
  until: z.optional(z.string()),
  timezone: z.optional(z.string()),
})

/** What an invitation says about itself: which session it links, and for what. */
export type Marker = Readonly<z.output<typeof markerSchema>>

/** What an invitation is for, whichever session it links: where it stands, for which step and topic, and its promises. */
export type MarkerScope = Omit<Marker, 'sessionId' | 'joinUrl'>

/**
 * The hidden marker that ends an invitation: `<!-- harmonica-session v1 <content>.<signature> -->`, where the content is
 * base64url of JSON and the signature base64url of that text's HMAC-SHA-256 under the API key. Nothing in it can end
 * the HTML comment, since `>` is not in base64url's alphabet.
 */
export const sessionMarker = kind('harmonica-session', markerSchema)

/** The same for a comment of results, with the session whose results they are. */
export const resultsMarker = kind('harmonica-results', z.object({ ...place, resultsOf: z.string() }))

/** The same for a reminder: of which session, and by which run and attempt, so that each reminder has its own. */
export const reminderMarker = kind(
  'harmonica-reminder',
  z.object({ ...place, reminderOf: z.string(), run: z.string(), attempt: z.int() }),
)

/** The deadline that an invitation states. Undefined without one, and for one that this Node can't tell the days of. */
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

function kind<T>(name: string, schema: z.ZodMiniType<T>) {
  const word = `<!-- ${name} v1 `
  const whole = new RegExp(String.raw`^${word}([\w-]{1,8192})\.([\w-]{43}) -->\r?$`, 'gmu')
  return {
    sign(content: T, apiKey: string): string {
      const encoded = Buffer.from(JSON.stringify(content)).toString('base64url')
      return `${word}${encoded}.${signature(encoded, apiKey)} -->`
    },
    /**
     * What the mark of a comment says: the last line that is one as a whole, since people quote. `another-key` for
     * one that was signed with another key, or altered since; undefined without any.
     */
    find(comment: string, apiKey: string): T | 'another-key' | undefined {
      // Looked for first: a page of hostile comments must not cost more than it weighs.
      if (!comment.includes(word)) return undefined
      let last: RegExpExecArray | undefined
      for (const found of comment.matchAll(whole)) last = found
      if (!last) return undefined
      const [, encoded = '', signed = ''] = last
      // As text: decoded, several last characters would stand for the same bytes.
      const same = timingSafeEqual(Buffer.from(signed), Buffer.from(signature(encoded, apiKey)))
      return (same && readJson(Buffer.from(encoded, 'base64url').toString('utf8'), schema)) || 'another-key'
    },
  }
}

/** A text as a short one that tells it from others. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}

function signature(encoded: string, apiKey: string): string {
  return createHmac('sha256', apiKey).update(encoded).digest('base64url')
}
