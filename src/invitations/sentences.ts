import type { SessionFields } from '../harmonica/request.ts'
import { type Deadline, deadlineInWords } from '../request/calendar.ts'
import type { ContextPart } from '../request/make-request.ts'
import type { GivenUntil } from '../request/until.ts'
import { line } from '../text/line.ts'
import { type Markdown, md } from '../text/markdown.ts'

/** What the invitation says, and what the facilitator hears about it. Read and edit it as one text. */

/** A summary is posted once at least this many people have taken part. */
export const PROMISED_PARTICIPANTS = 3

/** How a person makes the step do what it does not do on a schedule. */
export const BY_HAND = line`start the job by hand (workflow_dispatch) or by a label`

/** Who sees the results, as the workflow asked for. The API does not return the actual setting. */
export const AUDIENCES = {
  host: 'only the host',
  participants: 'everyone who completes the session',
  public: 'anyone with the link',
} as const satisfies Record<NonNullable<SessionFields['resultsVisibility']>, string>

type Audience = keyof typeof AUDIENCES

export const takePartBy = (deadline: Deadline): Markdown =>
  md`Please take part by ${deadlineInWords(deadline)}.`

export const WHAT_HAPPENS = md`You talk one to one with an AI facilitator on [Harmonica](https://harmonica.chat), whenever it suits you, and all answers are combined.`

export const IDEAS_ARE_SHARED = md`Ideas are shared between the conversations.`

/** @param isSummaryPosted whether the invitation promises everybody a summary */
export function whoSeesResults(audience: Audience, isSummaryPosted: boolean): Markdown {
  const who = AUDIENCES[audience]
  const capitalized = who.slice(0, 1).toUpperCase() + who.slice(1)
  return isSummaryPosted && audience === 'host'
    ? md`${capitalized} can see the full results.`
    : md`${capitalized} can see the results.`
}

/** What `share-results` promises to everybody who reads the invitation. */
export const SUMMARY_WILL_BE_POSTED = md`Once at least ${PROMISED_PARTICIPANTS} people have taken part, a summary written by AI will be posted here for everyone who can read this page. It may quote you or repeat names you mention, and it can't be fully taken back.`

export const INFORMS_NEXT = md`A summary written by AI informs the next session: its facilitator gets it, and people there may hear of it.`

export const ANYONE_CAN_JOIN = md`Anyone with the link can join.`

export const SHORTENED = md`(Shortened: the full text is too long for a comment.)`

/** The promise of `share-results` for the facilitator, who can pass it on to people who never saw the invitation. */
export const PROMISE_AS_CONTEXT: ContextPart = {
  where: line`the promise of share-results`,
  text: `Note for the facilitator: once at least ${PROMISED_PARTICIPANTS} people have taken part, a summary of this session written by AI will be posted on GitHub, where people were invited, for everyone who can read that page. It may quote participants or repeat names they mention, and it can't be fully taken back. Say so if someone asks what happens with the answers.`,
}

const deadlineAsContext = ({ deadline, where }: GivenUntil): ContextPart => ({
  where: line`the deadline (${where})`,
  text: `Note for the facilitator: people are asked to take part by ${deadlineInWords(deadline)}. Say so if someone asks how much time there is.`,
})

/** The invitation's deadline and promise, for the facilitator, in the order in which they are sent. */
export function statedAsContext(until: GivenUntil | undefined, sharesResults: boolean): ContextPart[] {
  return [...(until ? [deadlineAsContext(until)] : []), ...(sharesResults ? [PROMISE_AS_CONTEXT] : [])]
}
