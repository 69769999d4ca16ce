import { expect, test } from 'vitest'
import { textsLike } from '../../sandbox/repository-files.ts'
import { RESPONSES } from '../../src/github/responses.ts'

test('docs/reliability.md shows the rows by which responses of GitHub are judged, in their order', () => {
  const [, section = ''] = (textsLike(/^docs\/reliability\.md$/u)[0]?.text ?? '').split(
    '## What GitHub responds',
  )
  const [, , ...rows] = section.match(/^\|.*\|$/gmu) ?? []
  expect(rows).toEqual(RESPONSES.map(({ response, kind, action }) => `| ${response} | ${kind} | ${action} |`))
})
