import { createHmac, timingSafeEqual } from 'node:crypto'
import * as z from 'zod/mini'
import { joinUrl } from './harmonica/schema.ts'

/** What a comment of ours is about: the same in every run of one step on one subject. */
export type MarkerScope = {
  /** The repository's id, which survives a rename. */
  repository: string
  /** The issue's, pull request's or discussion's number. */
  number: number
  /** Tells the sessions on one subject apart. */
  sessionKey: string
}

/** What a comment of ours says about itself: which session it links, and for what. */
export type MarkerContent = MarkerScope & { sessionId: string; joinUrl: string }

/** A marker that was found: verified under this key, or signed with another one (or altered since). */
export type FoundMarker = { kind: 'verified'; content: MarkerContent } | { kind: 'foreign' }

const contentSchema = z.object({
  repository: z.string(),
  number: z.int(),
  sessionKey: z.string(),
  sessionId: z.string(),
  joinUrl,
})

const MARKER = /<!-- harmonica-session v1 ([\w-]{1,8192})\.([\w-]{43}) -->/gu

/**
 * The hidden marker that ends a comment: `<!-- harmonica-session v1 <content>.<signature> -->`, where the content is
 * base64url of JSON and the signature base64url of that text's HMAC-SHA-256 under the API key. Nothing in it can end
 * the HTML comment, since `>` is not in base64url's alphabet.
 */
export function signMarker(content: MarkerContent, apiKey: string): string {
  const encoded = Buffer.from(JSON.stringify(content)).toString('base64url')
  return `<!-- harmonica-session v1 ${encoded}.${signature(encoded, apiKey)} -->`
}

/** Every marker in a comment's text, in order. Whatever is not one counts for nothing. */
export function findMarkers(text: string, apiKey: string): FoundMarker[] {
  return Array.from(text.matchAll(MARKER), ([, encoded = '', signed = '']) => {
    // As text: decoded, several last characters would stand for the same bytes.
    const same = timingSafeEqual(Buffer.from(signed), Buffer.from(signature(encoded, apiKey)))
    if (!same) return { kind: 'foreign' }
    const content = readContent(encoded)
    return content ? { kind: 'verified', content } : { kind: 'foreign' }
  })
}

function signature(encoded: string, apiKey: string): string {
  return createHmac('sha256', apiKey).update(encoded).digest('base64url')
}

function readContent(encoded: string): MarkerContent | undefined {
  try {
    return z.safeParse(contentSchema, JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'))).data
  } catch {
    return undefined
  }
}
