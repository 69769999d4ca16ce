import type { SessionFields } from '../harmonica/request.ts'
import { type Origin, type SessionPlan, withContext } from '../request/session-request.ts'
import { line } from '../text/line.ts'
import { type Markdown, md } from '../text/markdown.ts'

/** How many people took part, at least, before a summary is posted. */
export const PROMISED_PARTICIPANTS = 3

/** What `share-results` promises to everybody who reads the invitation. */
export function promiseToPeople({ resultsVisibility }: SessionFields): Markdown {
  const promise = md`Once at least ${PROMISED_PARTICIPANTS} people have taken part, a summary written by AI will be posted here, for all who can read this page. It may quote you and repeat names that you mention, and once posted it can't be fully taken back.`
  return resultsVisibility === 'host' ? md`${promise} The full results stay with the host.` : promise
}

/** A plan that tells the same to the facilitator, who can tell those who came by another way. */
export function withPromise(plan: SessionPlan, { shareResults }: { shareResults: boolean }): SessionPlan {
  return shareResults ? withContext(plan, PROMISE_AS_CONTEXT) : plan
}

/** The promise in the facilitator's words. */
export const PROMISE_AS_CONTEXT: Origin = {
  where: line`the promise of share-results`,
  text: `Note for the facilitator: once at least ${PROMISED_PARTICIPANTS} people have taken part, a summary of this session, written by AI, will be posted on GitHub, where the session was announced, for all who can read that page; it may quote participants and repeat names that they mention, and once posted it can't be fully taken back. Say so when you are asked what happens with the answers.`,
}
