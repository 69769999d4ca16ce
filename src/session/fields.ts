import * as z from 'zod/mini'
import { oneLine, quoted } from '../text/line.ts'
import { snakeCase } from '../text/names.ts'

const QUESTION_TYPES = ['Short field', 'Email', 'Options'] as const
const VISIBILITIES = ['host', 'participants', 'public'] as const

/** A value of a list that stands for itself: `text` of it, or undefined for a mapping, a list or nothing. */
const scalarText = (value: unknown): string | undefined =>
  ['string', 'boolean'].includes(typeof value) ? String(value).trim() : undefined

const TEXT_ERROR = 'must be text; put it in quotes'
const text = z.string({ error: TEXT_ERROR })
const flag = z.boolean({ error: 'must be true or false' })

/** An id, which YAML reads as a boolean where it is called so. */
const id = z.pipe(
  z.transform((value: unknown) => scalarText(value) ?? value),
  z.string({ error: TEXT_ERROR }).check(
    z.refine((value) => !/\s/u.test(value), {
      error: (issue) =>
        `is ${quoted(issue.input)}; an id or slug has no white space, for example retrospective`,
    }),
  ),
)

const visibility = z.pipe(
  z.transform(
    (value: unknown) => VISIBILITIES.find((each) => each === scalarText(value)?.toLowerCase()) ?? value,
  ),
  z.enum(VISIBILITIES, {
    error: (issue) => `is ${quoted(issue.input)}, which is not one of ${VISIBILITIES.join(', ')}`,
  }),
)

const question = z.pipe(
  z.transform((item: unknown) => {
    const words = scalarText(item)
    return words === undefined ? item : { text: words }
  }),
  z.strictObject(
    {
      text: z
        .string({ error: 'has no `text`' })
        .check(z.refine((words) => words.trim() !== '', { error: 'is empty' })),
      type: z.optional(
        z.enum(QUESTION_TYPES, {
          error: (issue) =>
            `has the type ${quoted(issue.input)}, which is not one of ${QUESTION_TYPES.join(', ')}`,
        }),
      ),
      required: z.optional(z.boolean({ error: 'has a `required` that is neither true nor false' })),
      options: z.optional(
        z.array(z.string({ error: 'has an option that is not text; put it in quotes' }), {
          error: 'has `options` that are not a list',
        }),
      ),
    },
    {
      error: (issue) =>
        issue.code === 'unrecognized_keys'
          ? `was read by YAML as a mapping with ${issue.keys.map(quoted).join(', ')}, but a question has only text, type, required and options. Plain text with a colon in it needs quotes, as - "Why: time?" has`
          : 'is neither text nor a mapping with `text`',
    },
  ),
)

const groupIdError = (issue: { input?: unknown }) =>
  `is ${quoted(issue.input)}; give one group id a line, for example -1001234567890`
const group = z.pipe(
  z.transform((item: unknown) => {
    const words = scalarText(item)
    return words === undefined ? item : { group_id: words }
  }),
  z.pipe(
    z.strictObject(
      {
        channel: z._default(
          z.enum(['telegram'], {
            error: (issue) => `has the channel ${quoted(issue.input)}; only telegram is known`,
          }),
          'telegram',
        ),
        group_id: z.pipe(
          z.transform((value: unknown) => scalarText(value) ?? value),
          z.string({ error: 'has no `group_id`' }).check(z.regex(/^[^\s,]+$/u, { error: groupIdError })),
        ),
      },
      {
        error: (issue) =>
          issue.code === 'unrecognized_keys'
            ? `has ${issue.keys.map(quoted).join(', ')}, but a group has only channel and group_id`
            : 'is neither a group id nor a mapping with `group_id`',
      },
    ),
    z.transform(({ channel, group_id }) => ({ channel, groupId: group_id })),
  ),
)

const list = <T extends z.core.$ZodType>(item: T) =>
  z
    .array(item, { error: 'must be a list' })
    .check(z.minLength(1, { error: 'is an empty list: leave it out instead' }))

/**
 * The fields of a session as Harmonica's `POST /sessions` takes them, each with the schema of its value and with
 * `from`, which says how an input's text becomes that value. This is the one place that knows a field: the
 * inputs, a session file's keys and the request's members are derived from it.
 */
export const sessionFields = {
  topic: { from: 'text', schema: z.pipe(text, z.transform(oneLine)) },
  goal: { from: 'text', schema: text },
  context: { from: 'text', schema: text },
  critical: { from: 'text', schema: text },
  prompt: { from: 'text', schema: text },
  templateId: { from: 'text', schema: id },
  projectId: { from: 'text', schema: id },
  questions: { from: 'lines', schema: list(question) },
  crossPollination: { from: 'boolean', schema: flag },
  widgetsEnabled: { from: 'boolean', schema: flag },
  resultsVisibility: { from: 'text', schema: visibility },
  distribution: { from: 'lines', schema: list(group) },
} as const satisfies Record<string, { from: 'text' | 'lines' | 'boolean'; schema: z.core.$ZodType }>

/** A field's name in code; `kebabCase` of it is the input's name, `snakeCase` of it the API's. */
export type FieldName = keyof typeof sessionFields

/** Some of a session's fields, as one layer sets them. */
export type SessionFields = {
  -readonly [Name in FieldName]?: z.output<(typeof sessionFields)[Name]['schema']>
}

/** A session that can be opened: the API requires a topic and a goal. */
export type SessionRequest = SessionFields & { topic: string; goal: string }

/** Every field's name, in the API's order. */
export const fieldNames = Object.keys(sessionFields) as FieldName[]

/** What is wrong with a value, in words that follow the field's name; `item` counts from 0 where a list's item is it. */
export type ValueProblem = { item: number | undefined; words: string }

/** Reads a value of any type as the field's. */
export function parseField(
  name: FieldName,
  value: unknown,
): { ok: true; value: unknown } | { ok: false; problems: ValueProblem[] } {
  const result = z.safeParse(sessionFields[name].schema, value)
  if (result.success) return { ok: true, value: result.data }
  const { issues } = result.error
  const told = new Set<string>()
  const problems = issues.flatMap(({ path, message, code }): ValueProblem[] => {
    const [item] = path
    // An item whose keys are all unknown lacks its own as well: one of the two is enough to say.
    const strange = issues.some((issue) => issue.code === 'unrecognized_keys' && issue.path[0] === item)
    if (strange && code !== 'unrecognized_keys') return []
    if (told.size === told.add(`${String(item)} ${message}`).size) return []
    return [{ item: typeof item === 'number' ? item : undefined, words: message }]
  })
  return { ok: false, problems }
}

/** The request as the API reads it: snake_case members, nothing that is not set. */
export function apiBody(request: SessionFields): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const name of fieldNames) if (request[name] !== undefined) body[snakeCase(name)] = request[name]
  if (request.distribution) {
    body.distribution = request.distribution.map(({ channel, groupId }) => ({ channel, group_id: groupId }))
  }
  return body
}

/** Every text in a field's value. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
