import type { SessionFields } from '../harmonica/request.ts'
import type { ContextPart } from '../request/make-request.ts'
import { line } from '../text/line.ts'
import { type Markdown, md } from '../text/markdown.ts'

/** What the invitation says, and what its facilitator is told of it, to be read and edited as one text. */

/** How many people took part, at least, before a summary is posted. */
export const PROMISED_PARTICIPANTS = 3

/** Who sees the results, as the workflow asked for: the API never tells what is. */
export const AUDIENCES = {
  host: 'the host only',
  participants: 'everyone who completes the session',
  public: 'anyone with the link',
} as const satisfies Record<NonNullable<SessionFields['resultsVisibility']>, string>

export const WHAT_HAPPENS = md`You talk one to one with an AI facilitator on [Harmonica](https://harmonica.chat), whenever it suits you, and everybody's answers are combined.`

export const IDEAS_ARE_SHARED = md`Ideas are shared between the conversations.`

export const whoSeesResults = (visibility: keyof typeof AUDIENCES): Markdown =>
  md`The host has set the results to be seen by ${AUDIENCES[visibility]}.`

/** What `share-results` promises to everybody who reads the invitation. */
const SUMMARY_WILL_BE_POSTED = md`Once at least ${PROMISED_PARTICIPANTS} people have taken part, a summary written by AI will be posted here, for all who can read this page. It may quote you and repeat names that you mention, and once posted it can't be fully taken back.`

export const summaryWillBePosted = ({ resultsVisibility }: SessionFields): Markdown =>
  resultsVisibility === 'host'
    ? md`${SUMMARY_WILL_BE_POSTED} The full results stay with the host.`
    : SUMMARY_WILL_BE_POSTED

export const INFORMS_NEXT = md`What comes out informs the next session: its facilitator gets a summary written by AI, and people there may hear of it.`

export const ANYONE_CAN_JOIN = md`Anyone with the link can join.`

export const SHORTENED = md`(Shortened: the whole was too long for a comment.)`

/** The promise of `share-results` in the facilitator's words, who can tell those who came by another way. */
export const PROMISE_AS_CONTEXT: ContextPart = {
  where: line`the promise of share-results`,
  text: `Note for the facilitator: once at least ${PROMISED_PARTICIPANTS} people have taken part, a summary of this session, written by AI, will be posted on GitHub, where the session was announced, for all who can read that page; it may quote participants and repeat names that they mention, and once posted it can't be fully taken back. Say so when you are asked what happens with the answers.`,
}
