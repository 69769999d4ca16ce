import { fieldNames } from '../fields.ts'
import { grouped, joined, type Line, line } from '../log.ts'
import { snakeCase } from '../names.ts'
import type { SessionPlan } from '../request/session-request.ts'

/** What is sent, a line a field: its size and where it came from, never its text. */
export function requestShape({ request, origins }: SessionPlan): Line[] {
  return fieldNames.flatMap((name) => {
    const value = request[name]
    if (value === undefined) return []
    return [line`${snakeCase(name)}: ${sizeOf(value)}, from ${joined(origins[name] ?? [], ', ')}`]
  })
}

/** Where each field's value came from, a line a field. */
export function originLines({ origins }: SessionPlan): Line[] {
  return fieldNames.flatMap((name) => {
    const from = origins[name]
    return from ? [line`${snakeCase(name)} is taken from ${joined(from, ', ')}.`] : []
  })
}

function sizeOf(value: string | boolean | readonly unknown[]): Line {
  if (typeof value === 'boolean') return line`${String(value)}`
  return counted(value.length, typeof value === 'string' ? 'character' : 'item')
}

/** `1 character`, `1,234 characters`. */
export function counted(count: number, what: string): Line {
  return line`${grouped(count)} ${what}${count === 1 ? '' : 's'}`
}
