import { expect, test } from 'vitest'
import { readRepository, withCodeOwner, withRepository } from '../../scripts/owner.ts'

const NAMED = 'octo-org/harmonica-session-action'
const TEXT = `Save this<!-- placeholder:start -->, with yours for
\`<owner>\`<!-- placeholder:end -->:
uses: <owner>/harmonica-session-action@v1
uses: <owner>/harmonica-session-action/results@v1, not <owner>/harmonica-session-actions`

test('the repository is read from package.json, in one form only', () => {
  const json = (repository: unknown) => JSON.stringify({ repository })
  expect(readRepository(json(`github:${NAMED}`))).toBe(NAMED)
  expect(readRepository(json('github:<owner>/harmonica-session-action'))).toBe(
    '<owner>/harmonica-session-action',
  )
  for (const wrong of [
    undefined,
    NAMED,
    'github:<you>/harmonica-session-action',
    'github:a/b',
    `github:${NAMED}/x`,
  ])
    expect(() => readRepository(json(wrong))).toThrow('Write it as github:<owner>/harmonica-session-action.')
})

test('a text names the repository in its every place, and no placeholder once there is an owner', () => {
  expect(withRepository(TEXT, '<owner>/harmonica-session-action')).toBe(TEXT)
  const set = `Save this:
uses: ${NAMED}@v1
uses: ${NAMED}/results@v1, not <owner>/harmonica-session-actions`
  expect(withRepository(TEXT, NAMED)).toBe(set)
  expect(withRepository(set, 'Other-1/harmonica-session-action')).toBe(set.replaceAll('octo-org', 'Other-1'))
})

test('the owner of the repository owns its code, as a team where one is named', () => {
  const rules =
    '# An organization names a team: @org/team\n* @<owner>\n/docs/ @<owner>/writers docs@example.org'
  const set =
    '# An organization names a team: @org/team\n* @octo-org\n/docs/ @octo-org/writers docs@example.org'
  expect(withCodeOwner(rules, '<owner>/harmonica-session-action')).toBe(rules)
  expect(withCodeOwner(rules, NAMED)).toBe(set)
  expect(withCodeOwner(set, NAMED.replace('octo-org', 'Other-1'))).toBe(
    set.replaceAll('@octo-org', '@Other-1'),
  )
})
