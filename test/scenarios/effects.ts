import { expect } from 'vitest'
import type { Outcome, Scene } from './step.ts'

/** A scene, and what a run of a step left behind in it. */
export type Left = Scene & Outcome

/** What an input changes that people or services can see. */
export type Effect = {
  /** The input's text, and those of others that it needs to have an effect. */
  inputs: Readonly<Record<string, string>>
  /** Makes of an action's usual scene what the effect needs. */
  arrange?: (scene: Scene) => unknown
  /** Looks at where the effect shows. */
  seen: (left: Left) => unknown
  /** What is seen there with the input, and not without it. */
  expected: unknown
}

/** An action's effects by its inputs' names. */
export type Effects = Readonly<Record<string, Effect>>

const toHarmonica = (call: string): boolean => call.includes(' /sessions')

/** The effects of the inputs that all actions have for reaching Harmonica and GitHub. */
export const serviceEffects: Effects = {
  'issue-number': {
    inputs: { 'issue-number': '43', comment: 'true' },
    seen: ({ calls }) => calls.some((call) => call.includes('#43')),
    expected: true,
  },
  'github-token': {
    inputs: { 'github-token': 'ghs_another', comment: 'true' },
    seen: ({ github }) => github.requests.at(-1)?.headers.authorization,
    expected: 'token ghs_another',
  },
  summary: {
    inputs: { summary: 'false' },
    seen: ({ summary }) => summary,
    expected: '',
  },
  'api-url': {
    inputs: { 'api-url': 'https://nowhere.example/', retries: '0' },
    seen: ({ log }) => log.at(-1),
    expected: expect.stringContaining('https://nowhere.example could not be reached'),
  },
  timeout: {
    inputs: { timeout: '2', retries: '0' },
    arrange: ({ harmonica }) => harmonica.faults.push({ kind: 'hang', times: 99 }),
    seen: ({ log }) => log.at(-1),
    expected: expect.stringContaining('did not send a complete response within 2 s'),
  },
  retries: {
    inputs: { retries: '0' },
    arrange: ({ harmonica }) => harmonica.faults.push({ kind: 'status', status: 429, times: 99 }),
    seen: ({ calls }) => calls.filter(toHarmonica).length,
    expected: 1,
  },
}
