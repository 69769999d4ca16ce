import * as z from 'zod/mini'
import { oneLine, quoted } from '../text/line.ts'
import { snakeCase } from '../text/names.ts'

const QUESTION_TYPES = ['Short field', 'Email', 'Options'] as const
const VISIBILITIES = ['host', 'participants', 'public'] as const

const text = z.string({ error: 'must be text; put it in quotes' })
const flag = z.boolean({ error: 'must be true or false, without quotes' })
const id = text.check(
  z.trim(),
  z.refine((value) => !/\s/u.test(value), {
    error: ({ input }) => `is ${quoted(input)}; an id or slug has no white space, for example retrospective`,
  }),
)
const visibility = z.pipe(
  z.transform((value: unknown) => (typeof value === 'string' ? value.toLowerCase() : value)),
  z.enum(VISIBILITIES, {
    error: ({ input }) => `is ${quoted(input)}, which is not one of ${VISIBILITIES.join(', ')}`,
  }),
)

/** An item of a list: a mapping, or a text, which is short for a mapping with `member` alone. */
const item = <T extends z.core.$ZodType>(member: string, mapping: T) =>
  z.pipe(
    z.transform((value: unknown) => (typeof value === 'string' ? { [member]: value.trim() } : value)),
    mapping,
  )
const list = <T extends z.core.$ZodType>(of: T) =>
  z
    .array(of, { error: 'must be a list' })
    .check(z.minLength(1, { error: 'is an empty list: leave it out instead' }))

/** What is wrong with a member of an item, in words that follow the item. */
const member =
  (name: string, allowed: string) =>
  ({ input }: { input?: unknown }) =>
    input === undefined ? `has no ${name}` : `has ${name} ${quoted(input)}; ${allowed}`

const question = item(
  'text',
  z
    .strictObject({
      text: z
        .string({ error: member('text', 'give the question as text, in quotes') })
        .check(z.regex(/\S/u, { error: 'has a blank text' })),
      type: z.optional(
        z.enum(QUESTION_TYPES, { error: member('type', `allowed are ${QUESTION_TYPES.join(', ')}`) }),
      ),
      required: z.optional(
        z.boolean({ error: member('required', 'allowed are true and false, without quotes') }),
      ),
      options: z.optional(
        z.array(z.string({ error: member('the option', 'give it as text, in quotes') }), {
          error: member('options', 'give a list of texts'),
        }),
      ),
    })
    .check(
      z.refine(({ type, options = [] }) => type !== 'Options' || options.length > 0, {
        error: 'has type Options, which needs options',
      }),
    ),
)
/** Telegram groups have numbers; a name with `@` is a channel's, where Harmonica announces nothing. */
const group = item(
  'group_id',
  z.pipe(
    z.transform(withGroupId),
    z.strictObject({
      channel: z._default(
        z.enum(['telegram'], { error: member('channel', 'allowed is telegram') }),
        'telegram',
      ),
      group_id: z
        .string({ error: member('group-id', 'give the number in quotes') })
        .check(z.trim(), z.regex(/^[^\s,@]+$/u, { error: member('group-id', 'give the number') })),
    }),
  ),
)

/** A group as the API spells its members: files may have them in kebab-case, as all other names. */
function withGroupId(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('group-id' in value)) return value
  const { 'group-id': id, ...others } = value
  return { group_id: id, ...others }
}

/** What an item of a list may be, as the end of a sentence that begins with the item. */
const ITEMS: { [Name in FieldName]?: string } = {
  questions: `a question is text, or a mapping with text, type (${QUESTION_TYPES.join(', ')}), required (true or false) and options (a list of texts, required with the type Options). Text that contains a colon needs quotes, for example - "Why: time?"`,
  distribution:
    'give one group id per line, for example -1001234567890 (in a session file, or a mapping with channel, which is telegram, and group-id)',
}

/**
 * The fields of a session as Harmonica's `POST /sessions` takes them, each with the schema of its value and with its `kind`,
 * which says how an input's text is read. Fields are defined nowhere else: inputs, a session file's keys and the request's
 * members are derived from this.
 */
export const sessionFields = {
  topic: { kind: 'text', schema: z.pipe(text, z.transform(oneLine)) },
  goal: { kind: 'text', schema: text },
  context: { kind: 'text', schema: text },
  critical: { kind: 'text', schema: text },
  prompt: { kind: 'text', schema: text },
  templateId: { kind: 'text', schema: id },
  projectId: { kind: 'text', schema: id },
  questions: { kind: 'list', schema: list(question) },
  crossPollination: { kind: 'boolean', schema: flag },
  widgetsEnabled: { kind: 'boolean', schema: flag },
  resultsVisibility: { kind: 'text', schema: visibility },
  distribution: { kind: 'list', schema: list(group) },
} as const satisfies Record<string, { kind: 'text' | 'list' | 'boolean'; schema: z.core.$ZodType }>

/** A field's name in code; `kebabCase` of it is the input's name, `snakeCase` of it the API's. */
export type FieldName = keyof typeof sessionFields

/** Some of a session's fields, as one source sets them. */
export type SessionFields = {
  readonly [Name in FieldName]?: z.output<(typeof sessionFields)[Name]['schema']>
}

/** A session that can be opened: the API requires a topic and a goal. */
export type SessionRequest = SessionFields & { readonly topic: string; readonly goal: string }

/** Every field's name, in the API's order. */
export const fieldNames = Object.keys(sessionFields) as FieldName[]

/**
 * Reads any value as a field's: returns an object with that field alone, or an empty one if the value is invalid.
 *
 * @param report receives what is wrong, in words that follow the field's name; `item` is the faulty item's index in a list
 */
export function parseField(
  name: FieldName,
  value: unknown,
  report: (words: string, item?: number) => void,
): SessionFields {
  const { data, error } = z.safeParse(sessionFields[name].schema, value)
  const issues = error?.issues ?? []
  for (const issue of issues) {
    const [at] = issue.path
    const own = issues.filter(({ path }) => path[0] === at)
    // One fault is enough, of each item or of the value as a whole.
    if (issue !== own[0]) continue
    if (typeof at !== 'number' || !Array.isArray(value)) report(issue.message)
    else if (hasFaultyMember(value[at], own)) report(issue.message, at)
    else report(`is ${quoted(value[at])}; ${ITEMS[name]}`, at)
  }
  return data === undefined ? {} : { [name]: data }
}

/** Whether a faulty item is a mapping with known members only, so that one of those is wrong. */
function hasFaultyMember(item: unknown, issues: readonly z.core.$ZodIssue[]): boolean {
  const isMapping = typeof item === 'object' && item !== null && !Array.isArray(item)
  return isMapping && issues.every(({ code }) => code !== 'unrecognized_keys')
}

/** The names of the fields that are set, in the API's order. */
export const namesIn = (fields: SessionFields): FieldName[] =>
  fieldNames.filter((name) => fields[name] !== undefined)

/** The request as the API reads it: snake_case members, without fields that are not set. */
export function apiBody(request: SessionFields): Record<string, unknown> {
  return Object.fromEntries(namesIn(request).map((name) => [snakeCase(name), request[name]]))
}

/** Every text in a field's value. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
