import { expect, test } from 'vitest'
import { openOffice, runBundle } from '../../sandbox/bundle.ts'

test('all actions start from the one bundle, each with its own defaults: a session opens, its deadline is kept, its results come back', async () => {
  await using office = await openOffice()
  const { harmonica, github } = office
  const until = { until: '3 days', timezone: 'Asia/Kathmandu' }
  const opened = await runBundle(office, { inputs: { comment: 'true', 'share-results': 'true', ...until } })
  const kept = await runBundle(office, { action: 'deadline/action.yml' })
  Object.assign(harmonica.sessions[0] ?? {}, {
    participant_count: 7,
    summary: '# What we heard\n\nReviews wait.',
  })
  Object.assign(harmonica.sessions[0] ?? {}, { status: 'completed' })
  const brought = await runBundle(office, { action: 'results/action.yml' })
  expect(opened.exitCode).toBe(0)
  expect(kept).toMatchObject({ exitCode: 0, outputs: { reminded: 'false', until: opened.outputs.until } })
  expect(kept.log).toContain('people were invited today')
  expect(brought).toMatchObject({ exitCode: 0, outputs: { created: 'true' }, reported: [] })
  const [invitation, results] = github.threads[0]?.comments ?? []
  expect(invitation?.reactions).toHaveLength(1)
  expect(results?.body).toContain('> #### What we heard\n> \n> Reviews wait.\n\nEnd of')
  expect(brought.log).toContain(`::add-mask::${office.inputs['api-key']}`)
  expect(brought.log).not.toContain('Reviews wait')
})
