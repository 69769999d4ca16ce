import { expect, test } from 'vitest'
import { openScene, runStep } from './step.ts'

test('an issue becomes a session, and its join link a comment on that issue', async () => {
  const scene = openScene()
  const outcome = await runStep(scene, {
    inputs: { comment: 'true', 'context-file': 'SESSION.md', 'results-visibility': 'participants' },
    files: { 'SESSION.md': '# Sprint 41 retro\n\n## Summary\n\nReviews take too long.\n' },
  })
  const comments = scene.github.threads.flatMap((thread) => thread.comments.map(({ body }) => body))
  const sent = scene.harmonica.requests.map(({ body }) => JSON.stringify(body, null, 2))
  const { log, outputs, summary, ...rest } = outcome
  const outputLines = Object.entries(outputs).map(([name, value]) => `${name}=${value}`)
  const parts = { ...rest, sent, log, outputs: outputLines, summary: [summary], comments }
  const text = Object.entries(parts).map(([name, lines]) => `===== ${name}\n${[lines].flat().join('\n')}`)
  await expect(text.join('\n\n').replace(/(session v1) \S+/u, '$1 <signed>')).toMatchFileSnapshot('open.txt')
})
