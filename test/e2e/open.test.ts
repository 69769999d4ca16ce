import { expect, test } from 'vitest'
import { openScene, transcript } from '../support/scene.ts'

test('an issue becomes a session, and its join link a comment on that issue', async () => {
  await using scene = await openScene()
  const outcome = await scene.run({
    inputs: { comment: 'true', 'context-file': 'SESSION.md', 'results-visibility': 'participants' },
    files: { 'SESSION.md': '# Sprint 41 retro\n\n## Summary\n\nReviews take too long.\n' },
  })
  await expect(transcript(scene, outcome)).toMatchFileSnapshot('__snapshots__/open-and-comment.txt')
})

test('a topic and a goal are enough, on any event', async () => {
  await using scene = await openScene()
  const outcome = await scene.run({ inputs: { topic: 'Sprint 42 retro' }, event: 'workflow_dispatch' })
  await expect(transcript(scene, outcome)).toMatchFileSnapshot('__snapshots__/open.txt')
})
