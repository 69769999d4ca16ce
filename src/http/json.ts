import * as z from 'zod/mini'

/**
 * Parses JSON by a schema; undefined where it is invalid or does not fit.
 *
 * @param clean changes the parsed value before the schema is applied
 */
export function readJson<T>(
  text: string,
  schema: z.ZodMiniType<T>,
  clean: (parsed: unknown) => unknown = (parsed) => parsed,
): T | undefined {
  try {
    return z.safeParse(schema, clean(JSON.parse(text))).data
  } catch {
    return undefined
  }
}
