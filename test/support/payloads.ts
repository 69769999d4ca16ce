import { readEvent } from './action.ts'

/** What a runner tells of an event. */
export type Event = { name: string; payload: unknown }

/** An object of a payload. */
export type Json = { [member: string]: unknown }

/**
 * The event `name` with a payload of test/fixtures/events, changed by a patch: objects of the patch go into the
 * payload's, everything else takes the place of what was there.
 */
export async function eventLike(name: string, fixture: string, patch: Json = {}): Promise<Event> {
  const payload: unknown = JSON.parse(await readEvent(fixture))
  return { name, payload: patched(payload, patch) }
}

function patched(value: unknown, patch: Json): Json {
  const members = Object.entries(patch).map(([name, part]) => {
    const old = isObject(value) ? value[name] : undefined
    return [name, isObject(part) ? patched(old, part) : part]
  })
  return { ...(isObject(value) && value), ...Object.fromEntries(members) }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
