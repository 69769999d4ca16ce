import { type Answer, json, page } from './http.ts'

const codes: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['validation_error', 'topic is required'],
  401: ['unauthorized', 'Invalid or missing API key'],
  402: ['payment_required', 'Your plan does not include more sessions'],
  403: ['forbidden', 'You do not have access to this session'],
  404: ['not_found', 'Not found'],
  422: ['unprocessable', 'The request cannot be carried out'],
  429: ['rate_limited', 'Too many requests'],
  500: ['internal_error', 'Internal server error'],
}

/** What Harmonica says with a status: mostly an envelope, but not always (Harmonica API docs). */
export function usual(status: number, message?: string): Answer {
  if (status === 413)
    return {
      status,
      body: 'Request Entity Too Large\n\nFUNCTION_PAYLOAD_TOO_LARGE',
      contentType: 'text/plain',
    }
  if (status >= 502)
    return page(
      status,
      `${status} ${{ 502: 'Bad Gateway', 504: 'Gateway Timeout' }[status] ?? 'Unavailable'}`,
    )
  const [code, usually] = codes[status] ?? []
  return code === undefined ? { status } : json(status, { error: { code, message: message ?? usually } })
}

/** So many calls of a key in any window of so many milliseconds. */
export interface RateLimit {
  readonly limit: number
  readonly windowMs: number
}

/** Counts a key's calls over a sliding window; what is over the limit gets the answer for it, and counts for nothing. */
export function rateLimiter(rateLimit: RateLimit | undefined): (key: string) => Answer | undefined {
  const allowed = new Map<string, number[]>()
  return (key) => {
    if (!rateLimit) return undefined
    const now = performance.now()
    const recent = (allowed.get(key) ?? []).filter((at) => at > now - rateLimit.windowMs)
    allowed.set(key, recent)
    if (recent.length < rateLimit.limit) {
      recent.push(now)
      return undefined
    }
    const seconds = Math.max(1, Math.ceil(((recent[0] ?? now) + rateLimit.windowMs - now) / 1000))
    return { ...usual(429), headers: { 'Retry-After': String(seconds) } }
  }
}
