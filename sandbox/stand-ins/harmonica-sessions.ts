/** A session as Harmonica keeps it. */
export type Session = {
  id: string
  topic: string
  goal: string
  status: 'active' | 'completed'
  participant_count: number
  created_at: string
  updated_at: string
  join_url: string
  critical: string | null
  context: string | null
  prompt: string | null
  summary: string | null
  /** The role of the key's owner, who may read sessions that they host or take part in. */
  role: 'host' | 'participant' | 'stranger'
  deleted: boolean
  /** The fields that it was created with; undefined for a seeded one. */
  request: Readonly<Record<string, unknown>> | undefined
}

/** What is needed to create a session. */
export type NewSession = Pick<Session, 'topic' | 'goal'> &
  Partial<Pick<Session, 'critical' | 'context' | 'prompt' | 'request'>>

/** A new session, by the clock and the site of a Harmonica. */
export function createSession(
  id: string,
  { topic, goal, critical = null, context = null, prompt = null, request }: NewSession,
  { now, timestamp, site }: { now(): number; timestamp(time: number): string; site: string },
): Session {
  const time = timestamp(now())
  return {
    id,
    topic,
    goal,
    status: 'active',
    participant_count: 0,
    created_at: time,
    updated_at: time,
    join_url: `${site}/chat?s=${id}`,
    critical,
    context,
    prompt: prompt ?? `Facilitate a conversation about ${topic} that leads to this: ${goal}`,
    summary: null,
    role: 'host',
    deleted: false,
    request,
  }
}

/** A session as the list shows it. */
export function listItem(session: Session): object {
  const { id, topic, goal, status, participant_count, created_at, updated_at } = session
  return { id, topic, goal, status, participant_count, created_at, updated_at }
}

/** A session as it is read by its id: with its texts, and its context a second time once it has a summary. No join URL. */
export function sessionDetails(session: Session): object {
  const { critical, context, prompt, summary } = session
  return { ...listItem(session), critical, context, prompt, summary, session_md: sessionMd(session) }
}

/** What an AI makes of a session's conversations. One that has nothing to read is stored as well. */
export function writtenSummary({ topic, participant_count: count }: Session): string {
  return count === 0
    ? "I apologize, but I don't have any conversation data to analyze."
    : `# ${topic}: what we heard\n\n## Themes\n\n${count} people talked about it.`
}

/** A summary by itself. */
export function summaryResponse({ id, summary, updated_at }: Session): object {
  return { session_id: id, summary, generated_at: updated_at }
}

/** The brief, which is there as soon as a summary is. */
function sessionMd({ summary, context, critical, request, ...session }: Session): string | null {
  if (summary === null) return null
  const time = (iso: string) => iso.slice(0, 19).replace('T', ' ')
  const overview = [
    `- **Goal**: ${session.goal}`,
    `- **Status**: ${session.status === 'active' ? 'Active' : 'Completed'}`,
    `- **Participants**: ${session.participant_count}`,
    `- **Created**: ${time(session.created_at)} UTC`,
    `- **Last updated**: ${time(session.updated_at)} UTC`,
  ]
  const questions = Array.isArray(request?.questions) ? request.questions : []
  const sections = {
    Overview: overview.join('\n'),
    Context: context,
    'Critical Points': critical,
    Questions: questions.map(({ text }, index) => `${index + 1}. ${text}`).join('\n'),
    Summary: summary,
  }
  const texts = Object.entries(sections).map(([name, text]) => (text ? `## ${name}\n\n${text}` : ''))
  return [`# ${session.topic}`, ...texts.filter(Boolean), ''].join('\n\n').trimEnd()
}

/**
 * A creation's fields, trimmed; a message (400) if topic or goal is missing, undefined (500) if anything else is wrong. A
 * wrong `results_visibility` and wrong groups are accepted silently.
 */
export function readCreation(body: unknown): NewSession | string | undefined {
  if (typeof body !== 'object' || body === null || NUL.test(JSON.stringify(body))) return undefined
  const request: Readonly<Record<string, unknown>> = { ...body }
  if (!Object.entries(request).every(([name, value]) => value == null || isOfType(name, value)))
    return undefined
  const topic = trimText(request.topic)
  const goal = trimText(request.goal)
  if (!topic) return 'topic is required'
  if (!goal) return 'goal is required'
  return {
    topic,
    goal,
    critical: trimText(request.critical),
    context: trimText(request.context),
    prompt: trimText(request.prompt),
    request,
  }
}

/** A NUL character in JSON, which PostgreSQL does not accept. */
const NUL = /(?<!\\)(?:\\\\)*\\u0000/

function isOfType(name: string, value: unknown): boolean {
  if (name === 'cross_pollination' || name === 'widgets_enabled') return typeof value === 'boolean'
  if (name !== 'questions' && name !== 'distribution') return typeof value === 'string'
  const text = name === 'questions' ? 'text' : 'group_id'
  const isItem = (item: unknown) =>
    typeof item === 'object' && item !== null && typeof (Reflect.get(item, text) ?? '') === 'string'
  return Array.isArray(value) && value.every(isItem)
}

const trimText = (value: unknown): string | null => (typeof value === 'string' && value.trim()) || null
