import { fieldNames } from '../../harmonica/request.ts'
import { headingName } from '../../text/heading-names.ts'
import { kebabCase } from '../../text/names.ts'

/** The fields that a body can set, and the headings that name them. Strangers write bodies, so there are few. */
export const FIELD_TITLES = {
  topic: 'Topic',
  goal: 'Goal',
  context: 'Context',
  critical: 'Critical question',
  questions: 'Questions',
} as const

export type BodyField = keyof typeof FIELD_TITLES

const FIELDS: ReadonlyMap<string, BodyField | 'other'> = new Map([
  ...fieldNames.map((name) => [kebabCase(name).replaceAll('-', ' '), 'other'] as const),
  ['facilitation prompt', 'other'],
  ['topic', 'topic'],
  ['goal', 'goal'],
  ['goals', 'goal'],
  ['context', 'context'],
  ['background', 'context'],
  ['critical', 'critical'],
  ['critical question', 'critical'],
  ['critical questions', 'critical'],
  ['questions', 'questions'],
])

/** The field that a heading names; `other` for one that no body may set, undefined for none. */
export const fieldOf = (words: string): BodyField | 'other' | undefined => FIELDS.get(headingName(words))
