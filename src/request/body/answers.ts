import type { SessionFields } from '../../harmonica/request.ts'
import { oneLine } from '../../text/line.ts'
import type { BodyField } from './field-names.ts'

/** The answer below a heading, and the heading's line. Empty without an answer. */
export type Answer = { readonly field: BodyField; readonly line: number; readonly value: SessionFields }

/** Everything that was read of a body, in the order of the body. Lines count from 1. */
export type Answers = {
  readonly answers: readonly Answer[]
  /** The words of all headings, and of those that name no field that a body can set. */
  readonly headings: readonly string[]
  readonly notRead: readonly string[]
  /** Whether words stand above the first heading. */
  readonly above: boolean
  readonly leftOut: readonly { readonly what: string; readonly line: number }[]
  readonly hiddenFrom: number | undefined
}

export const emptyAnswers: Answers = {
  answers: [],
  headings: [],
  notRead: [],
  above: false,
  leftOut: [],
  hiddenFrom: undefined,
}

/** What GitHub's issue forms write for an empty answer. */
export const NO_RESPONSE = '_No response_'

/** The field that an answer sets, for all fields except questions. */
export function textValue(field: Exclude<BodyField, 'questions'>, answer: string): SessionFields {
  const text = answer.trim()
  if (text === '' || text === NO_RESPONSE) return {}
  return { [field]: field === 'topic' ? oneLine(text) : text }
}

/** The field that a list of questions sets. */
export function questionsValue(questions: readonly string[]): SessionFields {
  const asked = questions.filter((question) => question !== '' && question !== NO_RESPONSE)
  return asked.length > 0 ? { questions: asked.map((text) => ({ text })) } : {}
}
