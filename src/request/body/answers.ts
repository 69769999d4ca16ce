import type { SessionFields } from '../../harmonica/request.ts'
import { oneLine } from '../../text/line.ts'
import type { BodyField } from './field-names.ts'

/** An answer to a field, empty where there is none, and the line of its heading. */
export type Answer = { readonly field: BodyField; readonly line: number; readonly value: SessionFields }

/** All that was read of a body, in its order. Lines count from 1. */
export type Answers = {
  readonly answers: readonly Answer[]
  /** The words of all headings, and those that name no field that a body can set. */
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

/** How GitHub's issue forms write an answer that was left empty. */
export const NO_RESPONSE = '_No response_'

/** What an answer sets, but for questions. */
export function textValue(field: Exclude<BodyField, 'questions'>, answer: string): SessionFields {
  const text = answer.trim()
  if (text === '' || text === NO_RESPONSE) return {}
  return { [field]: field === 'topic' ? oneLine(text) : text }
}

/** What a list of questions sets. */
export function questionsValue(questions: readonly string[]): SessionFields {
  const asked = questions.filter((question) => question !== '' && question !== NO_RESPONSE)
  return asked.length > 0 ? { questions: asked.map((text) => ({ text })) } : {}
}
