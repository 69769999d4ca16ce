import { expect } from 'vitest'
import type { Outcome } from './action.ts'

/** The workflow commands that the action itself gives. */
const COMMANDS = ['add-mask', 'debug', 'group', 'endgroup', 'warning', 'error']

/** The title of the error when nothing was sent. */
export const NOTHING_SENT = 'No session was opened, nothing was sent'

/**
 * The sentences of a failed run, a problem each: it has one error with this title (or one that a matcher takes), no
 * other annotation, and leaves neither outputs nor a summary.
 */
export function problemsOf(outcome: Outcome, title: unknown): string[] {
  expectPlain(outcome)
  const shown = outcome.commands.filter(({ command }) => ['warning', 'error'].includes(command))
  expect(shown.map(({ command, properties }) => ({ command, properties }))).toEqual([
    { command: 'error', properties: { title } },
  ])
  const { exitCode, outputs, summary } = outcome
  expect({ exitCode, outputs, summary }).toEqual({ exitCode: 1, outputs: {}, summary: undefined })
  const problems = (shown[0]?.message ?? '').split('\n')
  for (const problem of problems) expect(problem).toMatch(/^(?:[A-Z]|https?:).*[.?!]$/u)
  return problems
}

/** A log that is text, masks aside: no stranger's commands or control characters, and nothing of a program's inside. */
export function expectPlain({ log, commands }: Outcome): void {
  const lines = log.split('\n').filter((line) => !line.startsWith('::add-mask::'))
  expect(commands.map(({ command }) => command).filter((each) => !COMMANDS.includes(each))).toEqual([])
  const shown = lines.join('\n')
  expect(shown).not.toContain('##[')
  expect(shown).not.toMatch(/[\0-\t\v-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u)
  expect(shown).not.toMatch(/\{"|ZodError|^\s+at .+:\d+|\bundefined\b|\[object /mu)
}
