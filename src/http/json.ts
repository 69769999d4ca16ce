import * as z from 'zod/mini'

/** What JSON holds, as a schema reads it; undefined for anything else. */
export function readJson<T>(text: string, schema: z.ZodMiniType<T>): T | undefined {
  try {
    return z.safeParse(schema, JSON.parse(text)).data
  } catch {
    return undefined
  }
}
