import { expect, test } from 'vitest'
import { listedSession } from '../../src/harmonica/schema.ts'
import { outputNames, outputsOf } from '../../src/report/outputs.ts'
import { metadata } from '../support/metadata.ts'

type Listed = Parameters<typeof listedSession>[0]
const joinUrl = 'https://h.example/chat?s=hst_1'

test('the outputs are those of action.yml', () => {
  expect(outputNames.toSorted()).toEqual(Object.keys(metadata.outputs).toSorted())
})

test('a session is told as text, the whole of it as JSON', () => {
  const listed = {
    ...{ id: 'hst_1', topic: 'Retro', goal: 'Agree', status: 'active', participant_count: 0 },
    ...{ created_at: '2026-10-02T09:00:00Z', updated_at: '2026-10-02T09:00:01Z' },
  }
  const { session, ...others } = outputsOf(listedSession(listed, joinUrl), false)
  expect(others).toEqual({
    ...{ 'join-url': joinUrl, 'session-id': 'hst_1', topic: 'Retro', goal: 'Agree', status: 'active' },
    ...{ 'participant-count': '0', 'created-at': listed.created_at, 'updated-at': listed.updated_at },
    ...{ created: 'false', 'comment-id': '', 'comment-url': '' },
  })
  expect(JSON.parse(session)).toEqual({ ...listed, join_url: joinUrl })
})

test('what the server does not tell is empty', () => {
  const outputs = outputsOf(listedSession({ id: 'hst_1' } as Listed, joinUrl), true)
  expect(outputs).toEqual({
    ...Object.fromEntries(outputNames.map((name) => [name, ''])),
    ...{ 'join-url': joinUrl, 'session-id': 'hst_1', created: 'true' },
    session: JSON.stringify({ id: 'hst_1', join_url: joinUrl }),
  })
})
