import { describe, expect, test } from 'vitest'
import { openScene } from '../support/scene.ts'
import { PATH, refusalOf, requestOf, schedule, withFile } from '../support/session-files.ts'

const text = [
  'topic: Retro',
  'goal: Agree on two changes',
  'critical: What must not change?',
  'prompt: Be brief.',
]
const lists = [
  'questions:',
  '  - What is your role?',
  '  - {text: Which team?, type: Options, required: true, options: [Web, Data]}',
  'distribution: [-1001234567890]',
]
const kebab = [
  'template-id: 42',
  'project-id: 12345678901234567891',
  'cross-pollination: true',
  'widgets-enabled: false',
]
const whole = {
  ...{ topic: 'Retro', goal: 'Agree on two changes', critical: 'What must not change?', prompt: 'Be brief.' },
  ...{ template_id: '42', project_id: '12345678901234567891', context: 'We shipped late.\n\nTwice.' },
  questions: [
    { text: 'What is your role?' },
    { text: 'Which team?', type: 'Options', required: true, options: ['Web', 'Data'] },
  ],
  ...{ cross_pollination: true, widgets_enabled: false, results_visibility: 'participants' },
  distribution: [{ channel: 'telegram', group_id: '-1001234567890' }],
}
const file = [
  '---',
  ...text,
  ...lists,
  ...kebab,
  'results-visibility: participants',
  '---',
  '',
  'We shipped late.',
  '',
  'Twice.',
  '',
]

test.concurrent.each([
  ['in kebab-case', file.join('\n')],
  ['in snake_case', file.map((line) => line.replace(/^(\w+)-(\w+):/u, '$1_$2:')).join('\n')],
  ['with a byte order mark and CRLF', `\ufeff${file.join('\r\n')}`],
])('a file sets every field of the API with its type: %s', async (_, content) => {
  expect(await requestOf(withFile([content]))).toEqual(whole)
})

test.concurrent('the log says that the file was read, and where each value came from', async () => {
  await using scene = await openScene()
  const { log } = await scene.run(withFile(file))
  expect(log).toMatch(/^Read \.github\/retro\.md \([^)]+\) as session\.$/mu)
  expect(log).toContain(`\ngoal: 20 characters, from ${PATH}\n`)
  expect(log).not.toContain('We shipped late.')
})

describe('faults are told at once, with file and line, and nothing is sent', () => {
  test.concurrent('one spelling of a field beside the other', async () => {
    expect(
      await refusalOf(withFile(['---', 'goal: a', 'topic: b', 'template-id: c', 'template_id: d', '---'])),
    ).toEqual([`${PATH}, line 5: template_id is set twice: it is on line 4 too.`])
  })

  test.concurrent('several, with those of inputs', async () => {
    const lines = ['---', 'topik: Retro', 'goal: "{{ nope }}"', 'widgets-enabled: yes', '---', '{{ tag }}']
    const told = await refusalOf(withFile(lines, { inputs: { retries: 'many', timezone: 'Mars/Olympus' } }))
    expect(told.toSorted()).toEqual([
      `${PATH}, line 2: "topik" is not a field of a session. Did you mean topic?`,
      `${PATH}, line 3: goal has the placeholder "{{ nope }}", which is none of date, week, month, tag, title, number, repository.`,
      `${PATH}, line 4: widgets-enabled must be true or false.`,
      `${PATH}, line 6: the body has the placeholder "{{ tag }}", for which this run has no value.`,
      'Input retries is "many"; give a whole number from 0 to 10.',
      'Input timezone is "Mars/Olympus"; give an IANA time zone such as Europe/Berlin.',
    ])
  })

  test.concurrent('in their lines, also after empty ones', async () => {
    const told = await refusalOf(withFile(['', '', '---', 'topic: a', 'goal: true', '---']))
    expect(told).toEqual([`${PATH}, line 5: goal must be text; put it in quotes.`])
  })

  test.concurrent('an expression of GitHub Actions', async () => {
    const body = 'For $'.concat('{{ github.event.issue.title }}')
    expect(await refusalOf(withFile(['---', 'topic: a', 'goal: b', '---', '', body]))).toEqual([
      expect.stringMatching(
        /^\.github\/retro\.md, line 6: the body .*"\{\{ github\.event\.issue\.title \}\}"/u,
      ),
    ])
  })

  test.concurrent('a bomb of aliases', async () => {
    const bomb = ['  - &a [x,x,x,x,x,x,x,x,x,x]']
    for (const [name, from] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg', 'ih', 'ji'])
      bomb.push(`  - &${name} [${`*${from},`.repeat(10)}]`)
    const start = performance.now()
    expect(await refusalOf(withFile(['---', 'topic: a', 'goal: b', 'questions:', ...bomb, '---']))).toEqual([
      expect.stringMatching(/^\.github\/retro\.md, line \d+: .*more YAML aliases/u),
    ])
    expect(performance.now() - start).toBeLessThan(15_000)
  })

  test.concurrent('what strangers write is text in them', async () => {
    const lines = [
      '---',
      '"::error::x\\n::add-mask::y": 1',
      'topic: "{{ ##[error]\\u001b\\u202e }}"',
      '---',
      '{{ ::stop-commands::z }}',
    ]
    expect(await refusalOf(withFile(lines))).toHaveLength(3)
  })
})

const outside = 'which lies outside the workspace.'
test.concurrent.each<[string, string, (string | Uint8Array)?]>([
  [
    'no.md',
    'which is not in the workspace. Check the path, and check out the repository with actions/checkout',
  ],
  ['RETRO.md', 'which is not in the workspace. Did you mean retro.md?', '---\n---'],
  ['docs', 'which is a folder.'],
  ['../event.json', outside],
  ['/etc/passwd', outside],
  ['.git/config', 'which lies in .git.', '---\ngoal: TOP-SECRET\n---'],
  ['latin1.md', 'which is not UTF-8 text.', Buffer.from('---\ngoal: TOP-SECRET \xe9\n---', 'latin1')],
  ['nul.md', 'which has a NUL character in line 2', '---\ngoal: TOP-SECRET\0\n---'],
  ['large.md', 'which has 1,025 KB.', '---\ngoal: TOP-SECRET\n---'.padEnd(1_048_577)],
])('%s is not read as a session file', async (path, told, content) => {
  const name = path === 'RETRO.md' ? 'retro.md' : path
  const files = { 'docs/a.md': 'a', ...(content === undefined ? {} : { [name]: content }) }
  const [problem, ...others] = await refusalOf({ event: schedule, inputs: { 'session-file': path }, files })
  expect(problem?.startsWith(`Input session-file names ${path}, ${told}`)).toBe(true)
  expect([problem, ...others].join('\n')).not.toContain('TOP-SECRET')
  expect(others).toEqual([])
})
