import * as z from 'zod/mini'

/**
 * What JSON holds, as a schema reads it; undefined for anything else.
 *
 * @param clean changes what was parsed before the schema reads it
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
