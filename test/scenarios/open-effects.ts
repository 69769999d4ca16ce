import { expect } from 'vitest'
import { type Effect, type Effects, type Left, serviceEffects } from './effects.ts'
import { COMMENT } from './reusing.ts'
import { runStep, type Scene } from './step.ts'

/** What stands in the workspace of the first action. */
export const FILES = {
  'a.md': '## Overview\n\nA\n\n## Rest\n\nB\n',
  'prompt.md': 'Be brief.',
  'session.md':
    '---\ntopic: Retro {{ date }}\ngoal: From the file\nresults_visibility: Host\n---\nFrom its body\n',
}

/** The body of the issue that it runs for. */
export const BODY = '### Topic\n\nFrom a form\n\n### Goal\n\nFrom the body\n\n### Questions\n\n- Why?\n'

/** An input that sets members of the request to Harmonica. */
function inRequest(inputs: Effect['inputs'], members: object): Effect {
  return {
    inputs,
    seen: ({ harmonica }) => harmonica.requests[0]?.body,
    expected: expect.objectContaining(members),
  }
}

const commentOf = ({ github }: Left): string => github.threads[0]?.comments[0]?.body ?? ''

/** A step with a comment has run before, so that there is a session to reuse. */
const openOnce = (scene: Scene) => runStep(scene, COMMENT)
const countSessions = ({ harmonica }: Left): number => harmonica.sessions.length

/** The effects of the inputs that are fields of Harmonica's API, in its order. */
const fieldEffects: Effects = {
  topic: inRequest({ topic: 'My\n topic' }, { topic: 'My topic' }),
  goal: inRequest({ goal: 'My goal' }, { goal: 'My goal' }),
  context: inRequest({ context: 'Mine' }, { context: 'Mine' }),
  critical: inRequest({ critical: 'What must stay?' }, { critical: 'What must stay?' }),
  prompt: inRequest({ prompt: 'Ask twice.' }, { prompt: 'Ask twice.' }),
  'template-id': inRequest({ 'template-id': 'retrospective' }, { template_id: 'retrospective' }),
  'project-id': inRequest({ 'project-id': 'p-1' }, { project_id: 'p-1' }),
  questions: inRequest(
    { questions: '1. Who?\n* Why: time?' },
    { questions: [{ text: 'Who?' }, { text: 'Why: time?' }] },
  ),
  'cross-pollination': inRequest({ 'cross-pollination': 'True' }, { cross_pollination: true }),
  'widgets-enabled': inRequest({ 'widgets-enabled': 'false' }, { widgets_enabled: false }),
  'results-visibility': inRequest({ 'results-visibility': 'Public' }, { results_visibility: 'public' }),
  distribution: inRequest(
    { distribution: '-1001234567890' },
    { distribution: [{ channel: 'telegram', group_id: '-1001234567890' }] },
  ),
}

/** The effects of the inputs that say where fields come from. */
const sourceEffects: Effects = {
  'context-file': inRequest({ 'context-file': 'a.md' }, { context: FILES['a.md'].trim() }),
  'context-sections': inRequest(
    { 'context-sections': 'overview', 'context-file': 'a.md' },
    { context: '## Overview\n\nA' },
  ),
  'context-session': {
    inputs: { 'context-session': 'hst_1' },
    arrange: ({ harmonica }) =>
      harmonica.seed({ id: 'hst_1', topic: 'Sprint 41', goal: 'Agree', summary: 'Reviews wait.' }),
    seen: ({ harmonica }) => harmonica.sessions.at(-1)?.context,
    expected: expect.stringContaining('Reviews wait.'),
  },
  'prompt-file': inRequest({ 'prompt-file': 'prompt.md' }, { prompt: 'Be brief.' }),
  'session-file': inRequest(
    { 'session-file': 'session.md', goal: '' },
    {
      topic: 'Retro 2026-10-02',
      goal: 'From the file',
      context: 'From its body',
      results_visibility: 'host',
    },
  ),
  timezone: inRequest(
    { timezone: 'Pacific/Midway', 'session-file': 'session.md' },
    { topic: 'Retro 2026-10-01' },
  ),
  'from-body': inRequest(
    { 'from-body': 'true', goal: '' },
    { topic: 'From a form', goal: 'From the body', questions: [{ text: 'Why?' }] },
  ),
}

/** The effects of the first action's inputs. */
export const openEffects: Effects = {
  ...serviceEffects,
  ...fieldEffects,
  ...sourceEffects,
  'api-key': {
    inputs: { 'api-key': 'hm_live_another_key' },
    seen: ({ harmonica }) => harmonica.requests[0]?.headers.authorization,
    expected: 'Bearer hm_live_another_key',
  },
  comment: {
    inputs: { comment: 'true' },
    seen: ({ calls }) => calls.includes('comment'),
    expected: true,
  },
  'comment-message': {
    inputs: { 'comment-message': 'Come **in**', comment: 'true' },
    seen: commentOf,
    expected: expect.stringMatching(/^\*\*\[Join [^\n]*\n\nCome \*\*in\*\*\n\n/u),
  },
  until: {
    inputs: { until: '3 days' },
    seen: ({ outputs }) => outputs.until,
    expected: '2026-10-05T23:59:59.000Z',
  },
  'share-results': {
    inputs: { 'share-results': 'true', comment: 'true' },
    seen: commentOf,
    expected: expect.stringContaining('a summary written by AI'),
  },
  'dry-run': {
    inputs: { 'dry-run': 'true' },
    seen: ({ calls }) => calls,
    expected: [],
  },
  reuse: {
    inputs: { reuse: 'never', comment: 'true' },
    arrange: openOnce,
    seen: countSessions,
    expected: 2,
  },
  'session-key': {
    inputs: { 'session-key': 'a', comment: 'true' },
    arrange: openOnce,
    seen: countSessions,
    expected: 2,
  },
  matrix: {
    inputs: { matrix: '{"team":"a"}', comment: 'true' },
    arrange: openOnce,
    seen: countSessions,
    expected: 2,
  },
}
