import { expect } from 'vitest'
import { type Effects, type Left, serviceEffects } from './effects.ts'
import { pass } from './keeping.ts'

const reminderOf = ({ github }: Left): string => github.threads[0]?.comments.at(-1)?.body ?? ''

/** The effects of the inputs of the action that keeps deadlines, the day before one, where a person starts it. */
export const deadlineEffects: Effects = {
  ...serviceEffects,
  'api-key': {
    inputs: { 'api-key': 'hm_live_another_key' },
    seen: ({ outputs }) => outputs['session-id'],
    expected: '',
  },
  remind: {
    inputs: { remind: 'never' },
    seen: ({ outputs }) => outputs.reminded,
    expected: 'false',
  },
  'comment-message': {
    inputs: { 'comment-message': 'Come **in**, @octo-org/maintainers' },
    seen: reminderOf,
    expected: expect.stringMatching(/^\*\*\[Join [^\n]*\n\nCome \*\*in\*\*, @octo-org\/maintainers\n\n/u),
  },
  'end-session': {
    inputs: { 'end-session': 'true' },
    arrange: (scene) => pass(scene, 2),
    seen: ({ outputs }) => outputs.ended,
    expected: 'true',
  },
}
