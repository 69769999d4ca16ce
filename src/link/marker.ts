import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import * as z from 'zod/mini'
import { joinUrl } from '../harmonica/schema.ts'

/** What an invitation is for: the same in every run of one step on one thread. */
export type MarkerScope = {
  /** The repository's id, which survives a rename. */
  repository: string
  /** The issue's, pull request's or discussion's number. */
  number: number
  /** Tells the sessions on one thread apart. */
  sessionKey: string
}

/** What an invitation says about itself: which session it links, and for what. */
export type Marker = MarkerScope & {
  /** {@link topicHash} of an explicit topic; undefined for one that follows the thread's title. */
  topic?: string | undefined
  sessionId: string
  joinUrl: string
  /** Whether the invitation says that what comes out informs the next session. */
  informsNext?: boolean | undefined
  /** Whether it says that a summary will be posted there. */
  sharesResults?: boolean | undefined
}

/** A marker that was found: verified under this key, or signed with another one (or altered since). */
export type FoundMarker = { kind: 'verified'; marker: Marker } | { kind: 'foreign' }

const markerSchema = z.object({
  repository: z.string(),
  number: z.int(),
  sessionKey: z.string(),
  topic: z.optional(z.string()),
  sessionId: z.string(),
  joinUrl,
  informsNext: z.optional(z.boolean()),
  sharesResults: z.optional(z.boolean()),
})

/** The hidden line that ends a comment of results: the session whose results they are, and where they were posted. */
export type ResultsMark = Omit<MarkerScope, 'sessionKey'> & { resultsOf: string }

const resultsSchema = z.object({ repository: z.string(), number: z.int(), resultsOf: z.string() })

/**
 * The hidden marker that ends an invitation: `<!-- harmonica-session v1 <content>.<signature> -->`, where the content is
 * base64url of JSON and the signature base64url of that text's HMAC-SHA-256 under the API key. Nothing in it can end
 * the HTML comment, since `>` is not in base64url's alphabet.
 */
export function signMarker(marker: Marker, apiKey: string): string {
  return SESSION.sign(marker, apiKey)
}

/** The marker of a comment: the last line that is one as a whole, since people quote. Undefined without any. */
export function findMarker(comment: string, apiKey: string): FoundMarker | undefined {
  const found = SESSION.find(comment, apiKey)
  if (found === undefined) return undefined
  return found ? { kind: 'verified', marker: found } : { kind: 'foreign' }
}

/** As {@link signMarker}, with `harmonica-results` for `harmonica-session`. */
export function signResultsMark(mark: ResultsMark, apiKey: string): string {
  return RESULTS.sign(mark, apiKey)
}

/** As {@link findMarker}; undefined too for one that was signed with another key. */
export function findResultsMark(comment: string, apiKey: string): ResultsMark | undefined {
  return RESULTS.find(comment, apiKey) ?? undefined
}

const SESSION = kind<Marker>('harmonica-session', markerSchema)
const RESULTS = kind<ResultsMark>('harmonica-results', resultsSchema)

function kind<T>(name: string, schema: z.ZodMiniType<T>) {
  const word = `<!-- ${name} v1 `
  const whole = new RegExp(String.raw`^${word}([\w-]{1,8192})\.([\w-]{43}) -->\r?$`, 'gmu')
  return {
    sign(content: T, apiKey: string): string {
      const encoded = Buffer.from(JSON.stringify(content)).toString('base64url')
      return `${word}${encoded}.${signature(encoded, apiKey)} -->`
    },
    /** Null for one that was signed with another key, or altered since. */
    find(comment: string, apiKey: string): T | null | undefined {
      // Looked for first: a page of hostile comments must not cost more than it weighs.
      if (!comment.includes(word)) return undefined
      let last: RegExpExecArray | undefined
      for (const found of comment.matchAll(whole)) last = found
      if (!last) return undefined
      const [, encoded = '', signed = ''] = last
      // As text: decoded, several last characters would stand for the same bytes.
      const same = timingSafeEqual(Buffer.from(signed), Buffer.from(signature(encoded, apiKey)))
      return same ? read(encoded, schema) : null
    },
  }
}

/** A topic as a short text that tells it from others. */
export function topicHash(topic: string): string {
  return createHash('sha256').update(topic).digest('base64url').slice(0, 16)
}

function signature(encoded: string, apiKey: string): string {
  return createHmac('sha256', apiKey).update(encoded).digest('base64url')
}

function read<T>(encoded: string, schema: z.ZodMiniType<T>): T | null {
  try {
    return z.safeParse(schema, JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'))).data ?? null
  } catch {
    return null
  }
}
