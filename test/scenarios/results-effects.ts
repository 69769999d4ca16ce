import { type Effects, serviceEffects } from './effects.ts'
import { finish, OPEN } from './resulting.ts'
import { runStep, type Scene } from './step.ts'

/** Ids of the stand-in count, so this is the session that is opened first. */
const FIRST_SESSION = 'hst_206730127f33'

/** Opens a further session on the same issue, which has its results as well. */
async function finishAnother(scene: Scene): Promise<void> {
  await runStep(scene, { inputs: { ...OPEN.inputs, topic: 'Another' } })
  finish(scene.harmonica.sessions.at(-1))
}

/** The effects of the second action's inputs, where seven people took part in a session that has its results. */
export const resultsEffects: Effects = {
  ...serviceEffects,
  'api-key': {
    inputs: { 'api-key': 'hm_live_another_key' },
    seen: ({ outputs }) => outputs['session-id'],
    expected: '',
  },
  'session-id': {
    inputs: { 'session-id': FIRST_SESSION },
    arrange: finishAnother,
    seen: ({ outputs }) => outputs['session-id'],
    expected: FIRST_SESSION,
  },
  comment: {
    inputs: { comment: 'false' },
    seen: ({ calls }) => calls.includes('comment'),
    expected: false,
  },
  'min-participants': {
    inputs: { 'min-participants': '8' },
    seen: ({ outputs }) => outputs.ready,
    expected: 'false',
  },
}
