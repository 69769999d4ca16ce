import * as z from 'zod/mini'

/** Longest join URL taken: browsers and GitHub handle no more reliably. */
const MAX_URL_CHARACTERS = 2048

/**
 * A link for participants: absolute, http or https (a self-hosted Harmonica may have plain http), in the form that
 * a browser opens, so that it holds no white space and no control character.
 */
export const joinUrl = z.pipe(
  z.string(),
  z.transform((value, context) => {
    const url = URL.parse(value)
    const web = url?.protocol === 'https:' || url?.protocol === 'http:'
    if (url && web && url.href.length <= MAX_URL_CHARACTERS) return url.href
    context.issues.push({ code: 'custom', message: 'is no http or https address', input: value })
    return z.NEVER
  }),
)

/** A member that may be missing or of another type than documented: then it is left out. */
const lenient = <T extends z.core.$ZodType>(schema: T) => z.catch(z.optional(schema), undefined as never)

const common = {
  // It goes into addresses, where half a surrogate pair cannot stand and dots would lead elsewhere.
  id: z.string().check(z.regex(/^(?!\.{1,2}$)[^\s\p{Cc}\p{Cs}]{1,500}$/u)),
  topic: lenient(z.string()),
  goal: lenient(z.string()),
  status: lenient(z.string()),
  participant_count: lenient(z.number()),
  created_at: lenient(z.string()),
  updated_at: lenient(z.string()),
}

/**
 * The answer to a creation. Only `id` and `join_url` are relied on (the vendor's page and its server differ in the
 * rest); members that nobody has told us of are kept.
 */
export const createdSchema = z.looseObject({
  ...common,
  join_url: joinUrl,
  chain: lenient(z.looseObject({ status: z.string(), message: lenient(z.string()) })),
})

/** An item of `GET /sessions`, and what is needed of `GET /sessions/{id}`: no join URL, nothing more is read. */
export const listedSchema = z.object(common)

/** What {@link listedSchema} reads. */
export type ListedSession = z.output<typeof listedSchema>

/** The answer of `GET /sessions`, newest first. An item that can't be read is none of ours. */
export const listSchema = z.object({ data: z.array(z.catch(z.nullable(listedSchema), null)) })

/** How the API says no. Gateways and wrong paths say it otherwise. */
export const errorSchema = z.object({ error: z.object({ code: lenient(z.string()), message: z.string() }) })

/** What came of a multi-step template: only `started` and `resumed` mean that its steps run. */
type Chain = { status: string; message?: string | undefined }

/** A session that exists. */
export type Session = {
  id: string
  joinUrl: string
  topic: string | undefined
  goal: string | undefined
  status: string | undefined
  participantCount: number | undefined
  createdAt: string | undefined
  updatedAt: string | undefined
  chain: Chain | undefined
  /** The members of the creation's answer, in the API's own names and order. */
  answer: Record<string, unknown>
}

/** Texts of the host's that a server might echo: they stay out of outputs, which land in logs. */
const PRIVATE_MEMBERS = ['context', 'critical', 'prompt', 'summary', 'session_md']

/** A creation's answer as a session. */
export function createdSession(answer: z.output<typeof createdSchema>): Session {
  const shared = Object.entries(answer).filter(
    ([member, value]) => !PRIVATE_MEMBERS.includes(member) && !isDeep(value),
  )
  return { ...sessionOf(answer, answer.join_url), chain: answer.chain, answer: Object.fromEntries(shared) }
}

/** Nested so deep that it could not be written as JSON again. */
function isDeep(value: unknown, left = 100): boolean {
  if (typeof value !== 'object' || value === null) return false
  return left === 0 || Object.values(value).some((each) => isDeep(each, left - 1))
}

/** A session that a list or a look by id told of: the join URL comes from elsewhere. */
export function listedSession(listed: ListedSession, joinUrl: string): Session {
  return { ...sessionOf(listed, joinUrl), chain: undefined, answer: { ...listed, join_url: joinUrl } }
}

/** Where a session is joined, for one known by its id only; so does the vendor's own client derive it. */
export function joinUrlOf(id: string, site: string): string {
  return `${site}/chat?s=${encodeURIComponent(id)}`
}

function sessionOf(listed: ListedSession, joinUrl: string): Omit<Session, 'chain' | 'answer'> {
  const { id, topic, goal, status, participant_count, created_at, updated_at } = listed
  return {
    id,
    joinUrl,
    topic,
    goal,
    status,
    participantCount: participant_count,
    createdAt: created_at,
    updatedAt: updated_at,
  }
}
