import { expect, test } from 'vitest'
import { HARMONICA_KEY } from '../../../sandbox/stand-ins/harmonica.ts'
import type { SessionRequest } from '../../../src/harmonica/request.ts'
import { findOrOpen } from '../../../src/open/find-or-open.ts'
import { readSettings } from '../../../src/open/settings.ts'
import { createFindings } from '../../../src/text/findings.ts'
import { line } from '../../../src/text/line.ts'
import { openWorld } from '../harmonica/creating.ts'

test('the request that is posted is the very object that comment and summary render', async () => {
  const { clock, services } = openWorld()
  const posted: SessionRequest[] = []
  const harmonica: typeof services.harmonica = {
    ...services.harmonica,
    createSession(request, signal) {
      posted.push(request)
      return services.harmonica.createSession(request, signal)
    },
  }
  const inputs: Record<string, string> = { 'share-results': 'true' }
  const settings = readSettings((name) => inputs[name] ?? '', createFindings())
  const parts = {
    fields: { topic: 'Sprint 42 retro', goal: 'Agree on two changes' },
    contexts: [{ where: line`input context`, text: 'We shipped.' }],
    origins: {},
    until: undefined,
    explicitTopic: true,
  }
  const { log } = services.waiting
  const opening = findOrOpen(
    { settings, parts, invitationPlan: undefined, contextThread: undefined, byPerson: false },
    undefined,
    {
      ...services,
      harmonica,
      log,
      apiKey: HARMONICA_KEY,
      openThread: () => Promise.reject(new Error('Nothing is commented.')),
    },
  )
  const opened = await clock.run(opening)
  expect(posted).toHaveLength(1)
  expect(opened.isNew && opened.final.request).toBe(posted[0])
  expect(posted[0]?.context).toMatch(/^We shipped\.\n\nNote for the facilitator: /u)
})
