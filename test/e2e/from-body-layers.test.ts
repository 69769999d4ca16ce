import { describe, expect, test } from 'vitest'
import { issueWith, sent } from '../support/bodies.ts'

describe('layers', () => {
  const body = ['### Topic', 'of the body', '### Goal', 'of the body', '### Context', 'of the body']
  test.concurrent('an input goes over the body; contexts add up', async () => {
    const over = { topic: 'of the input', context: 'of the input' }
    expect((await sent({ event: await issueWith(...body), inputs: over })).request).toEqual({
      ...{ topic: 'of the input', goal: 'of the body', context: 'of the input\n\nof the body' },
    })
  })

  test.concurrent('the body goes over a session file; what it leaves open stays with the file', async () => {
    const files = {
      's.md': '---\ntopic: of the file\ngoal: of the file\ncritical: of the file\n---\nof the file',
    }
    const event = await issueWith(...body, '### Critical question', '', '_No response_')
    expect((await sent({ event, inputs: { 'session-file': 's.md' }, files })).request).toEqual({
      ...{ topic: 'of the body', goal: 'of the body', critical: 'of the file' },
      context: 'of the file\n\nof the body',
    })
  })
})
