import { describe, expect, test, vi } from 'vitest'
import { kinds, stepOn, subjects } from '../support/again.ts'
import type { Fault } from '../support/faults.ts'
import { openScene, type Scene } from '../support/scene.ts'
import { annotationsOf } from '../support/told.ts'

vi.setConfig({ maxConcurrency: 4, testTimeout: 60_000 })

describe.concurrent('run again', () => {
  test.for(kinds)('on the same %s, the step hands back its session and comments no more', async (subject) => {
    await using scene = await openScene()
    const { run, calls, sessions, comments } = stepOn(scene, subject)
    const first = await run()
    const [session, comment] = [sessions[0], comments[0]]
    if (session) session.participant_count = 3
    const second = await run()
    expect([sessions.length, comments.length]).toEqual([1, 1])
    expect(calls).toEqual([subjects[subject][2], `GET /api/v1/sessions/${session?.id}`])
    expect(first.outputs).toMatchObject({ created: 'true', 'participant-count': '0' })
    const { session: answer = '', ...outputs } = first.outputs
    expect(second.outputs).toEqual({
      ...{ ...outputs, created: 'false', 'participant-count': '3' },
      session: answer.replace('"participant_count":0', '"participant_count":3'),
    })
    expect(second.outputs).toMatchObject({
      'comment-id': String(comment?.id),
      'comment-url': comment?.html_url,
    })
    expect(second.log).toContain(
      `Handed back session ${session?.id}, which an earlier run opened: ${session?.join_url}\n`,
    )
    expect(second.summary).toContain('handed back')
    expect(annotationsOf(second)).toEqual([])
  })

  const gone: Record<string, (scene: Scene) => void> = {
    'is completed': ({ harmonica: { sessions } }) =>
      Object.assign(sessions[0] ?? {}, { status: 'completed' }),
    'is unknown (403)': ({ harmonica: { sessions } }) => sessions.splice(0),
    'is unknown (404)': ({ harmonica: { faults } }) =>
      faults.push({ kind: 'status', status: 404, on: 'GET' }),
  }
  test.for(Object.entries(gone))('one that %s makes place for a new one', async ([, end]) => {
    await using scene = await openScene()
    const { run, calls, sessions, comments } = stepOn(scene)
    await run()
    end(scene)
    const second = await run()
    const ours = sessions.at(-1)
    expect(second.outputs).toMatchObject({ created: 'true', 'session-id': ours?.id })
    expect(second.outputs['comment-id']).toBe(String(comments[1]?.id))
    expect(second.log).toMatch(/^Session hst_\w+, linked earlier, .*pening a new one\.$/mu)
    expect(annotationsOf(second)).toEqual([])
    const third = await run()
    expect(third.outputs).toMatchObject({ created: 'false', 'session-id': ours?.id })
    expect(third.outputs['comment-id']).toBe(String(comments[1]?.id))
    expect(comments).toHaveLength(2)
    expect(calls).toHaveLength(2)
  })

  test('by an issue number alone, the step remembers as well', async () => {
    await using scene = await openScene()
    const { run } = stepOn(scene)
    const byNumber = { event: 'workflow_dispatch', inputs: { 'issue-number': '7', topic: 'Retro' } }
    await run(byNumber)
    expect((await run(byNumber)).outputs.created).toBe('false')
    expect(scene.github.comments('octo-org/octo-repo#7')).toHaveLength(1)
  })

  test('with reuse: never, there is a new one each time', async () => {
    await using scene = await openScene()
    const { run, calls, comments } = stepOn(scene)
    for (const count of [1, 2]) {
      expect((await run({ inputs: { reuse: 'never' } })).outputs.created).toBe('true')
      expect(calls).toEqual(['POST /repos/octo-org/octo-repo/issues/1/comments', 'POST /api/v1/sessions'])
      expect(comments).toHaveLength(count)
    }
  })
})

describe.concurrent('where the look-up fails', () => {
  const down = (status: number, on: Fault['on'] = 'GET'): Fault => ({ kind: 'status', status, on })

  test.for(kinds)('comments of the %s that can be read at the second try are enough', async (subject) => {
    await using scene = await openScene()
    const { run, comments } = stepOn(scene, subject)
    await run()
    scene.github.faults.push(down(502))
    const second = await run()
    expect(second.outputs.created).toBe('false')
    expect(second.log).toMatch(/^GitHub could not be read: .*\. Trying again in \d\.\d s \(try 2 of 6\)\.$/mu)
    expect(annotationsOf(second)).toEqual([])
    expect(comments).toHaveLength(1)
  })

  test.for(kinds.flatMap((subject) => [403, 502, 500].map((status) => ({ subject, status }))))(
    'a $status on the comments of the $subject is a warning that names a duplicate',
    async ({ subject, status }) => {
      await using scene = await openScene()
      const { run, sessions } = stepOn(scene, subject)
      await run()
      scene.github.faults.push(down(status), down(status))
      const second = await run({ inputs: { retries: '1' } })
      expect(second.outputs.created).toBe('true')
      expect(sessions).toHaveLength(2)
      expect(annotationsOf(second)).toEqual([expect.stringMatching(/^warning: .*comments of .*duplicate/u)])
    },
  )

  test('a session that can be read at the second try is handed back', async () => {
    await using scene = await openScene()
    const { run } = stepOn(scene)
    await run()
    scene.harmonica.faults.push(down(502), {
      kind: 'status',
      status: 429,
      headers: { 'Retry-After': '1' },
      on: 'GET',
    })
    const second = await run()
    expect(second.outputs.created).toBe('false')
    expect(annotationsOf(second)).toEqual([])
  })

  test('one that cannot be read is a warning that names a duplicate', async () => {
    await using scene = await openScene()
    const { run } = stepOn(scene)
    await run()
    scene.harmonica.faults.push(down(502), down(502))
    const second = await run({ inputs: { retries: '1' } })
    expect(second.outputs.created).toBe('true')
    expect(annotationsOf(second)).toEqual([
      expect.stringMatching(/^warning: Session hst_\w+, linked earlier, .*duplicate/u),
    ])
  })
})
