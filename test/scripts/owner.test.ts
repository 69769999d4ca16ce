import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readOwner, readRepository, withCodeOwner, withRepository, withTeam } from '../../scripts/owner.ts'
import { copyRepository } from './copy.ts'

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

test('a passage about the placeholder goes whole', () => {
  const text = `Before.

<!-- placeholder:start -->
Set the owner.

<!-- placeholder:end -->

After<!-- placeholder:start -->, with yours for
\`<owner>\`<!-- placeholder:end -->.
`
  expect(withRepository(text, NAMED)).toBe('Before.\n\nAfter.\n')
})

test('an argument of npm run owner that is wrong is named', () => {
  expect(readOwner(['octo-org', 'maintainers'])).toEqual({ name: 'octo-org', team: 'maintainers' })
  expect(readOwner(['octocat'])).toEqual({ name: 'octocat', team: undefined })
  for (const wrong of [[], ['<owner>'], ['octo-org/repo'], ['-octo']])
    expect(() => readOwner(wrong)).toThrow(`The owner is '${wrong[0] ?? ''}';`)
  expect(() => readOwner(['octo-org', 'octo-org/maintainers'])).toThrow(
    "The team is 'octo-org/maintainers'; it has to be the last part of the team's address.\nFor example: npm run owner --",
  )
})

test('a team owns what its organization did', () => {
  const rules = '# @octo-org\n* @octo-org\n/docs/ @octo-org/writers @octo-organ'
  expect(withTeam(rules, { name: 'octo-org', team: 'maintainers' })).toBe(
    '# @octo-org\n* @octo-org/maintainers\n/docs/ @octo-org/writers @octo-organ',
  )
  expect(withTeam(rules, { name: 'octo-org', team: undefined })).toBe(rules)
})

test('one command sets the owner everywhere in a copy, and leaves no word of the placeholder to people', async () => {
  await using copy = await copyRepository()
  expect(await copy.run('scripts/set-owner.ts', 'octo-org', 'maintainers')).toMatch(
    /^The owner is octo-org, in package\.json and \d+ other files\. Check them: git diff\n$/u,
  )
  // What is left of it serves the command and its tests, which set another owner as well.
  const left = copy
    .git('grep', '--files-with-matches', '--untracked', '-e', '<owner>', '-e', 'placeholder:start')
    .split('\n')
  expect(left.filter((path) => !/^(?:scripts|test)\/|^$/u.test(path))).toEqual([])
  expect(await readFile(join(copy.folder, '.github/CODEOWNERS'), 'utf8')).toContain(
    '\n* @octo-org/maintainers\n',
  )
  const changed = copy.git('diff', '--no-ext-diff')
  expect(changed).toContain(`+  "repository": "github:${NAMED}"`)
  expect(changed).toContain(`+      - uses: ${NAMED}@`)
  await copy.run('scripts/docs.ts')
  expect(copy.git('diff', '--no-ext-diff')).toBe(changed)
  await copy.run('scripts/set-owner.ts', 'octocat')
  const { stdout: others = '' } = spawnSync(
    'git',
    ['grep', '-e', NAMED, '--', ':!sandbox', ':!scripts', ':!test'],
    {
      cwd: copy.folder,
      encoding: 'utf8',
    },
  )
  expect(others).toBe('')
})
