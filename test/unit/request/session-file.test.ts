import { describe, expect, test } from 'vitest'
import type { PlaceholderValues } from '../../../src/request/placeholders.ts'
import { readSessionFile } from '../../../src/request/session-file.ts'
import { createFindings } from '../../../src/text/findings.ts'

const placeholders: PlaceholderValues = {
  date: '2026-10-02',
  week: '2026-W40',
  month: '2026-10',
  tag: '',
  title: 'Fix {{ tag }} & "goal: x"',
  number: '7',
  repository: 'octo-org/octo-repo',
}

/** The fields that a file sets, or the problems it has, without its name. */
async function read(...lines: string[]): Promise<unknown> {
  const findings = createFindings()
  const { problems } = findings
  const file = { path: 'retro.md', placeholders, today: '2026-10-02', timezone: 'UTC' }
  const { fields } = await readSessionFile(lines.join('\n'), file, findings)
  return problems.length > 0 ? problems.map(({ text }) => text.replace(/^retro\.md, /u, '')) : fields
}
const frontMatter = (...lines: string[]) => read('---', ...lines, '---')
const groups = (...ids: string[]) => ({
  distribution: ids.map((group_id) => ({ channel: 'telegram', group_id })),
})

describe('fields of a session file', () => {
  test.each<[string, object]>([
    ['topic: "  Retro of\\n the team  "', { topic: 'Retro of the team' }],
    ['topic: 2026-10-02\ngoal: 0042', { topic: '2026-10-02', goal: '0042' }],
    ['goal: >-\n  Agree on\n  two changes', { goal: 'Agree on two changes' }],
    ['goal: |\n  One: 2 #3\n  # *Two*\n#done\ncritical: no', { goal: 'One: 2 #3\n# *Two*', critical: 'no' }],
    [
      'prompt: "Be brief." # a comment\n# another\nproject-id: a # a third',
      { prompt: 'Be brief.', projectId: 'a' },
    ],
    ['distribution: [{group-id: "-1"}]', groups('-1')],
    ['goal: |- # a comment\n  a # b', { goal: 'a # b' }],
    [
      'template-id: 1.50\nproject_id: 123456789012345678',
      { templateId: '1.50', projectId: '123456789012345678' },
    ],
    ['project-id: 12e4', { projectId: '12e4' }],
    ['questions:\n  - 42\n  - {text: a}', { questions: [{ text: '42' }, { text: 'a' }] }],
    ['questions: [yes, 12:30, 0o]', { questions: ['yes', '12:30', '0o'].map((text) => ({ text })) }],
    ['cross-pollination: true\nwidgets_enabled: False', { crossPollination: true, widgetsEnabled: false }],
    ['results-visibility: Public', { resultsVisibility: 'public' }],
    ['distribution: [-1001234567890, 0x10]', groups('-1001234567890', '0x10')],
    ['distribution: [{group_id: -12345678901234567891}]', groups('-12345678901234567891')],
    ['topic:\ngoal: ""\ncritical: ~\nquestions: null\n# nothing', {}],
    ['{"topic": "a", goal: b}', { topic: 'a', goal: 'b' }],
    ['{topic, goal: b}', { goal: 'b' }],
  ])('front matter is read: %j', async (yaml, fields) => {
    expect(await frontMatter(yaml)).toEqual(fields)
  })
})

test.each([
  ['until: 2026-12-04', { deadline: { until: '2026-12-04', timezone: 'UTC' }, isDuration: false }],
  ['until: "3 days"', { deadline: { until: '2026-10-05', timezone: 'UTC' }, isDuration: true }],
  ['until:', undefined],
  ['goal: a', undefined],
])('the deadline of front matter is read: %j', async (yaml, until) => {
  const today = { today: '2026-10-02', timezone: 'UTC' }
  const findings = createFindings()
  const file = await readSessionFile(
    `---\n${yaml}\n---\n`,
    { path: 'retro.md', placeholders, ...today },
    findings,
  )
  expect({ until: file.until, problems: findings.problems }).toEqual({
    until: until && { ...until, isPast: false },
    problems: [],
  })
})

const none = 'which is not one of date, week, month, tag, title, number, repository.'
const noValue = 'for which this run has no value.'
const hint =
  'In YAML, text with a colon or a #, or that starts with one of { [ * & ! | > % @ ` ?, needs quotes. Every quote and bracket must be closed, and lines must be indented with spaces.'
const comment =
  'for a comment and leaves it out. Put the text in quotes, or the comment on a line of its own.'
const noText = 'must be text; put it in quotes.'
const matching = (words: RegExp) => expect.stringMatching(words)

describe('mistakes in a session file', () => {
  test.each<[string, ...string[]]>([
    [
      'topik: a\n\nGoal: b\ntemplate_idd: c',
      'line 2: "topik" is not a field of a session. Did you mean topic?',
      'line 4: "Goal" is not a field of a session. Did you mean goal?',
      'line 5: "template_idd" is not a field of a session. Did you mean template_id?',
    ],
    [
      'facilitation: x',
      'line 2: "facilitation" is not a field of a session. Known fields: topic, goal, critical, prompt, template-id, project-id, questions, cross-pollination, widgets-enabled, results-visibility, distribution, until.',
    ],
    [
      'context: x',
      'line 2: context is not a field here, because the text below the front matter is the context.',
    ],
    ['go: x', matching(/^line 2: "go" is not a field of a session\. Known fields: topic, /u)],
    ['unti: 3 days', 'line 2: "unti" is not a field of a session. Did you mean until?'],
    [
      'until: Friday\ngoal: a',
      'line 2: until is "Friday"; give a date such as 2026-12-04, or a number of days such as 3 days.',
    ],
    ['until: [2026-12-04]', matching(/^line 2: until is a list; give a date such as/u)],
    ['project-id: a\nproject_id: b', 'line 3: project-id is set twice.'],
    ['goal: a\ngoal: b', matching(/^line 3: this key is set twice\. In YAML, /u)],
    ['topic: true\ngoal: [a]', `line 2: topic ${noText}`, `line 3: goal ${noText}`],
    ['widgets_enabled: "true"', 'line 2: widgets_enabled must be true or false, without quotes.'],
    ['questions: Why?', 'line 2: questions must be a list.'],
    ['questions:\n  - Why?\n  - ""', matching(/^line 4: questions item 2 is ""; a question is text,/u)],
    ['questions:\n  - Why: time?', matching(/^line 3: questions item 1 is a mapping; .* needs quotes/u)],
    ['topic: Retro: us', `line 2: this cannot be read as YAML. ${hint}`],
    [
      'questions:\n  - a\n  - b #12',
      matching(/^line 4: YAML takes "#12" for a comment and leaves it out\. In YAML, /u),
    ],
    ['topic: Retro # 42', `line 2: YAML takes "# 42" in topic ${comment}`],
    ['goal: Retro  # 42', `line 2: YAML takes "# 42" in goal ${comment}`],
    ['goal: a\ncritical: b\n  c # d', `line 3: YAML takes "# d" in critical ${comment}`],
    ['questions:\n  - a\n  - text: b # 42', `line 4: YAML takes "# 42" in questions ${comment}`],
    ['goal: !important do it', matching(/^line 2: YAML takes "!important" for a tag and leaves it out\./u)],
    ['goal: &Agree on it', matching(/^line 2: YAML takes "&Agree" for an anchor and leaves it out\./u)],
    ['goal: `a` b', `line 2: this cannot be read as YAML. ${hint}`],
    [
      'questions:\n  - {text: a, type: options}\n  - {text: b, required: yes}',
      'line 3: questions item 1 has type "options"; allowed are Short field, Email, Options.',
      'line 4: questions item 2 has required "yes"; allowed are true and false, without quotes.',
    ],
    ['topic: "Fix" #12', matching(/^line 2: YAML takes "#12" for a comment/u)],
    ['- topic: Retro', matching(/^line 2: the front matter must consist of fields/u)],
    ['Retro', matching(/^line 2: the front matter must consist of fields/u)],
    ['goal: a\ntopic: "{{ tag }}"', `line 3: topic contains the placeholder "{{ tag }}", ${noValue}`],
  ])('a mistake in front matter is reported with its line: %j', async (yaml, ...problems) => {
    expect(await frontMatter(yaml)).toEqual(problems)
  })

  test('front matter that is never closed is reported with its line', async () => {
    expect(await read('', '---', 'topic: a', '----')).toEqual([
      matching(/^line 2: the front matter that begins here is never closed, but a session file starts with/u),
    ])
  })

  const unframed = ['', 'topic: a', 'Hello\n---\ntopic: a\n---', '----\ntopic: a\n---']
  test.each(unframed)('a file without front matter is refused: %j', async (text) => {
    expect(await read(text)).toEqual([
      matching(/^retro\.md has no front matter, but .* starts with a line ---/u),
    ])
  })

  test('all mistakes of a file are reported together, in the order of their lines', async () => {
    const body = ['Week {{ wek }}', '', 'For {{ tag }} and {{ titel }}']
    expect(await read('---', 'goal: "{{ Week }}"', 'topik: a', 'questions: b', '---', ...body)).toEqual([
      `line 2: goal contains the placeholder "{{ Week }}", ${none}`,
      matching(/^line 3: "topik"/u),
      'line 4: questions must be a list.',
      `line 6: the body contains the placeholder "{{ wek }}", ${none}`,
      `line 8: the body contains the placeholder "{{ tag }}", ${noValue}`,
      `line 8: the body contains the placeholder "{{ titel }}", ${none}`,
    ])
  })
})

test.each<[string, string[], object]>([
  ['as it is, trimmed', ['---', '---', '', '  b', '---', '# c  ', ''], { context: 'b\n---\n# c' }],
  [
    'behind blank lines and three dots',
    ['', ' ', '--- ', 'goal: a', '...\t', 'b'],
    { goal: 'a', context: 'b' },
  ],
  ['also without any field', ['---', '---', 'b'], { context: 'b' }],
  ['left out where it is blank', ['---', 'goal: a', '---', ' ', ''], { goal: 'a' }],
  [
    'whatever ends its lines',
    ['---\r\ngoal: |\r  b\r\n  c\n---\rd\r\n\re'],
    { goal: 'b\nc', context: 'd\n\ne' },
  ],
])('the body is the context: %s', async (_, lines, fields) => {
  expect(await read(...lines)).toEqual(fields)
})

describe('placeholders', () => {
  test('placeholders are filled in topic, goal, critical and body, once, after the YAML is read', async () => {
    const yaml = ['topic: "{{ title }}"', 'goal: Plan {{week}}', 'critical: "{{  number  }}"']
    expect(await read('---', ...yaml, '---', 'On {{ title }} in {{ repository }}')).toEqual({
      topic: placeholders.title,
      goal: 'Plan 2026-W40',
      critical: '7',
      context: `On ${placeholders.title} in octo-org/octo-repo`,
    })
  })

  test.each([
    ['topic: On {{ title }}', true],
    ['topic: "{{title}}"', true],
    ['topic: On {{ week }}\ncritical: "{{ title }}"', false],
    ['topic: On {{ week }}\ngoal: "{{ title }}"', false],
    ['goal: a', false],
  ])('in %j, whether the topic contains the title: %s', async (yaml, topicIsTitle) => {
    const findings = createFindings()
    const text = `---\n${yaml}\n---\n{{ title }}`
    const file = await readSessionFile(
      text,
      { path: 'retro.md', placeholders, today: '2026-10-02', timezone: 'UTC' },
      findings,
    )
    expect({ file, problems: findings.problems }).toMatchObject({ file: { topicIsTitle }, problems: [] })
  })
})

test('YAML that is not read is reported with its line, and quickly', async () => {
  const keys = Array.from({ length: 2800 }, (_, index) => `key${index}: a`)
  expect(await frontMatter('topic: Retro', 'goal: *t')).toEqual([
    `line 3: YAML takes "*t" for an alias, and aliases are not read. ${hint}`,
  ])
  const start = performance.now()
  expect(await frontMatter(...keys)).toHaveLength(2800)
  expect(await frontMatter(`${'a'.repeat(1_000_000)}: b`)).toHaveLength(1)
  // Half a second on a quiet machine; what is quadratic would take minutes.
  expect(performance.now() - start).toBeLessThan(15_000)
})
