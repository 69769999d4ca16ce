import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { markdownFiles } from '../../sandbox/repository-files.ts'
import { readDocument } from './documents.ts'

/** Who asks what, where the answer stands, and a few of its words. The questions are older than the pages. */
const QUESTIONS: [who: string, question: string, section: string, words: RegExp][] = [
  [
    'project',
    'What does it cost, and who is charged?',
    'docs/before-you-invite.md#ask-harmonica',
    /what a plan costs/u,
  ],
  [
    'project',
    'Who can open a session: can a stranger spend our key?',
    'docs/before-you-invite.md#who-may-do-what',
    /triage .* open a session/su,
  ],
  [
    'project',
    'What becomes public?',
    'docs/before-you-invite.md#what-is-public',
    /The join link.*The comment.*The job summary/su,
  ],
  ['project', 'Can we take it back?', 'docs/results.md#take-results-back', /Delete the comment/u],
  [
    'project',
    'Who hosts what participants write, and where do we ask about retention and privacy?',
    'docs/before-you-invite.md#who-hosts-it',
    /write to Harmonica, not to GitHub/u,
  ],
  [
    'project',
    'Can one person take part several times and skew the results?',
    'docs/before-you-invite.md#who-takes-part',
    /One person can take part three times/u,
  ],
  [
    'project',
    'What can we do about somebody who misbehaves in a session?',
    'docs/before-you-invite.md#who-takes-part',
    /exclude the person/u,
  ],
  [
    'project',
    'How is a session ended, and who can do it?',
    'docs/before-you-invite.md#what-only-the-host-can-do',
    /end the session/u,
  ],
  [
    'project',
    'Who sees the results, and who decides that they are posted?',
    'docs/results.md#who-starts-it',
    /a person who has read the summary/u,
  ],
  [
    'project',
    'Can a hostile issue, comment or summary harm the repository?',
    'SECURITY.md#what-always-holds',
    /links, notifies and hides nothing/u,
  ],
  [
    'project',
    'Which permissions, secrets, variables and labels are needed, and who may add them?',
    'docs/before-you-invite.md#who-may-do-what',
    /add secrets and variables/u,
  ],
  [
    'company',
    'Does it run on GitHub Enterprise Server, and how does the action get there?',
    'docs/company.md#github-enterprise-server',
    /GitHub Connect/u,
  ],
  [
    'company',
    'Which hosts must a firewall or proxy allow?',
    'docs/company.md#firewall-and-proxy',
    /app\.harmonica\.chat/u,
  ],
  [
    'company',
    'Our proxy opens TLS: what do we set?',
    'docs/company.md#firewall-and-proxy',
    /NODE_EXTRA_CA_CERTS/u,
  ],
  [
    'company',
    'How do sixty repositories share one key, and whose key is it?',
    'docs/company.md#the-key',
    /A key is a person's.*An organization's secret/su,
  ],
  [
    'company',
    'What is the rate limit, and how do we keep sixty schedules below it?',
    'docs/company.md#rate-limit',
    /a minute of its own/u,
  ],
  [
    'company',
    'How do we pin, verify and update it?',
    'docs/company.md#pin-verify-update',
    /Pin.*Verify.*Update/su,
  ],
  [
    'company',
    'Can it run on our own runners, and which version do they need?',
    'docs/company.md#many-repositories',
    /self-hosted/u,
  ],
  [
    'company',
    'Does it work with a self-hosted Harmonica?',
    'docs/company.md#self-hosted-harmonica',
    /Every session needs a context/u,
  ],
  [
    'company',
    'How do we rotate the key, and what is lost?',
    'docs/company.md#change-the-key',
    /no longer count/u,
  ],
  [
    'company',
    'Which data go where, and is there telemetry?',
    'docs/before-you-invite.md#what-goes-where',
    /There is no telemetry/u,
  ],
]

const texts = new Map(markdownFiles().map(({ path, text }) => [path, text]))

/** The pages that one links. */
function linkedFrom(path: string): string[] {
  const { targets } = readDocument({ path, text: texts.get(path) ?? '' })
  return targets.map((target) => posix.join(posix.dirname(path), target.replace(/#.*/su, '')))
}

/** What stands below the heading with this id, up to the next of its level or a higher one; undefined where there is none. */
function sectionOf(path: string, id: string): string | undefined {
  const lines = (texts.get(path) ?? '').split('\n')
  const levels = lines.map((line) => /^(#+) /u.exec(line)?.[1]?.length)
  const start = lines.findIndex(
    (line, at) => levels[at] !== undefined && readDocument({ path, text: line }).anchors[0] === id,
  )
  if (start === -1) return undefined
  const end = levels.findIndex(
    (level, at) => at > start && level !== undefined && level <= (levels[start] ?? 0),
  )
  return lines.slice(start + 1, end === -1 ? undefined : end).join('\n')
}

test.each(QUESTIONS)('for a %s, two clicks from the README answer: %s', (_, _question, section, words) => {
  const [path = '', id = ''] = section.split('#')
  // The first click leads to the page, the second to its section.
  expect(linkedFrom('README.md')).toContain(path)
  expect(sectionOf(path, id)?.replaceAll(/\s+/gu, ' ')).toMatch(words)
})

test('each invariant of SECURITY.md names the tests that show it', () => {
  const rows = sectionOf('SECURITY.md', 'what-always-holds')
    ?.split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
  expect(rows?.length).toBeGreaterThan(10)
  expect(rows?.filter((row) => !/\| (?:`test\/[\w/.-]+\.test\.ts`(?:, )?)+ \|$/u.test(row))).toEqual([])
})

test('SECURITY.md is no longer than a page of the documents', () => {
  const { words } = readDocument({ path: 'SECURITY.md', text: texts.get('SECURITY.md') ?? '' })
  expect(words).toBeLessThanOrEqual(1200)
})
