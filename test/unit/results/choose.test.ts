import { expect, test } from 'vitest'
import { choose } from '../../../src/results/choose.ts'
import { openWorld, REQUEST } from '../harmonica/creating.ts'

test('results that need three people are ready with exactly three', async () => {
  const { clock, harmonica, services } = openWorld()
  const session = harmonica.seed({ ...REQUEST, participant_count: 3, summary: 'Reviews wait.' })
  const linked = {
    marker: {
      repository: '1',
      number: 42,
      sessionKey: 'a',
      sessionId: session.id,
      joinUrl: session.join_url,
      sharesResults: true,
    },
    invitation: {
      id: 'IC_1',
      url: 'https://github.com/octo-org/octo-repo/issues/42#issuecomment-1',
      body: '',
      ours: true,
      reactions: [],
    },
    results: undefined,
    reminder: undefined,
    unreadableSince: false,
  }
  const choosing = choose([linked], { minParticipants: 3, byPerson: false, waits: true, now: 0 }, services)
  expect(await clock.run(choosing)).toMatchObject({ isReady: true, linked, summary: 'Reviews wait.' })
})
