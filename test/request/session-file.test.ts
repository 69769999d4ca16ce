import { describe, expect, test } from 'vitest'
import type { PlaceholderValues } from '../../src/request/placeholders.ts'
import { readSessionFile } from '../../src/request/session-file.ts'

const values: PlaceholderValues = {
  ...{ date: '2026-10-02', week: '2026-W40', month: '2026-10', tag: '' },
  ...{ title: 'Fix {{ tag }} & "goal: x"', number: '7', repository: 'octo-org/octo-repo' },
}

/** The fields that a file sets, or the problems it has. */
async function read(...lines: string[]): Promise<unknown> {
  const { fields, problems } = await readSessionFile(lines.join('\n'), 'retro.md', values)
  return problems.length > 0 ? problems.map(({ text }) => text) : fields
}
const frontMatter = (...lines: string[]) => read('---', ...lines, '---')
const groups = (...ids: string[]) => ({
  distribution: ids.map((groupId) => ({ channel: 'telegram', groupId })),
})

describe('a field is read', () => {
  test.each<[string, object]>([
    ['topic: "  Retro of\\n the team  "', { topic: 'Retro of the team' }],
    ['topic: 2026-10-02\ngoal: 0042', { topic: '2026-10-02', goal: '0042' }],
    ['goal: >-\n  Agree on\n  two changes', { goal: 'Agree on two changes' }],
    ['goal: |\n  One\n  Two: 2', { goal: 'One\nTwo: 2' }],
    ['critical: no', { critical: 'no' }],
    ['prompt: Be brief. # a comment', { prompt: 'Be brief.' }],
    ['template-id: retrospective', { templateId: 'retrospective' }],
    ['project_id: 3c90c3cc-0d44', { projectId: '3c90c3cc-0d44' }],
    ['project-id: 12345678901234567891', { projectId: '12345678901234567891' }],
    ['project-id: 0012', { projectId: '0012' }],
    ['project-id: 12e4', { projectId: '12e4' }],
    ['template-id: 1.50', { templateId: '1.50' }],
    ['template_id: true', { templateId: 'true' }],
    [
      'questions: [Why?, {text: a, required: true}]',
      { questions: [{ text: 'Why?' }, { text: 'a', required: true }] },
    ],
    [
      'questions:\n  - 42\n  - {text: a, options: [b]}',
      { questions: [{ text: '42' }, { text: 'a', options: ['b'] }] },
    ],
    ['cross-pollination: true', { crossPollination: true }],
    ['widgets_enabled: False', { widgetsEnabled: false }],
    ['results-visibility: participants', { resultsVisibility: 'participants' }],
    ['distribution: [-1001234567890, "-2"]', groups('-1001234567890', '-2')],
    [
      'distribution:\n  - {channel: telegram, group_id: -12345678901234567891}',
      groups('-12345678901234567891'),
    ],
    ['distribution: [0012, {group_id: 0x10}]', groups('0012', '0x10')],
    ['topic: &t Retro\ngoal: *t', { topic: 'Retro', goal: 'Retro' }],
    ['topic:\ngoal: ""\ncritical: ~\nquestions: null\n# nothing', {}],
    ['{topic: a, goal: b}', { topic: 'a', goal: 'b' }],
  ])('%s', async (yaml, fields) => expect(await frontMatter(yaml)).toEqual(fields))
})

const unknown = (key: string, nearest: string) =>
  `"${key}" is not a field of a session. Did you mean ${nearest}?`
const noText = 'must be text; put it in quotes.'
const matching = (words: RegExp) => expect.stringMatching(words)

describe('a fault is told with its line', () => {
  test.each<[string, ...string[]]>([
    ['topik: a\n\nGoal: b', `line 2: ${unknown('topik', 'topic')}`, `line 4: ${unknown('Goal', 'goal')}`],
    ['template_idd: x', `line 2: ${unknown('template_idd', 'template_id')}`],
    [
      'facilitation: x',
      'line 2: "facilitation" is not a field of a session. Known are topic, goal, critical, prompt, template-id, project-id, questions, cross-pollination, widgets-enabled, results-visibility, distribution.',
    ],
    ['abc: x', matching(/^line 2: "abc" is not a field of a session\. Known are topic, /u)],
    ['context: x', 'line 2: context is no field here: what follows the front matter is the context.'],
    ['topic: a\n\n? [b, c]\n: d', 'line 4: this key is no text; a field has a name, such as goal.'],
    ['project-id: a\nproject_id: b', 'line 3: project_id is set twice: it is on line 2 too.'],
    ['goal: a\ngoal: b', matching(/^line 3: .*(twice|unique)/u)],
    ['topic: true', `line 2: topic ${noText}`],
    ['topic: {{ week }}', `line 2: topic ${noText}`],
    ['goal: [a]\ntemplate_id: [a]', `line 2: goal ${noText}`, `line 3: template_id ${noText}`],
    ['project-id: a b', matching(/^line 2: project-id .*white space/u)],
    ['cross-pollination: yes', 'line 2: cross-pollination must be true or false.'],
    ['widgets_enabled: "true"', 'line 2: widgets_enabled must be true or false.'],
    [
      'results-visibility: Host',
      matching(/^line 2: results-visibility is "Host", .* host, participants, public\.$/u),
    ],
    ['questions: Why?', 'line 2: questions must be a list.'],
    ['questions: []', 'line 2: questions is an empty list: leave it out instead.'],
    ['questions:\n  - Why?\n  - ""', 'line 4: questions item 2 is empty.'],
    ['questions:\n  - Why: time?', matching(/^line 3: questions item 1 .* with "Why".* quote/u)],
    [
      'distribution:\n  - {channel: x, group_id: 1}',
      matching(/^line 3: distribution item 1 .* "x"; only telegram/u),
    ],
    ['topic: Retro: us', matching(/^line 2: .*Nested mappings .* needs quotes\.$/u)],
    ['topic: a\ngoal: "b', matching(/^line [34]: .*Missing closing "quote\./u)],
    ['topic: *retro', matching(/^line 2: .*"\*retro".* quotes/u)],
    ['- topic: Retro', matching(/^line 2: the front matter must consist of fields/u)],
    ['Retro', matching(/^line 2: the front matter must consist of fields/u)],
    [
      'goal: a\ntopic: "{{ tag }}"',
      matching(/^line 3: topic has .* "\{\{ tag \}\}", for which this run has no value/u),
    ],
  ])('%s', async (yaml, ...told) => {
    const problems = await frontMatter(yaml)
    expect([problems].flat().map((each) => String(each).replace(/^retro\.md, /u, ''))).toEqual(told)
  })

  test.each([
    ['is empty', ''],
    ['has no front matter', 'topic: Retro'],
    ['does not begin with it', 'Hello\n---\ntopic: a\n---'],
    ['does not quite begin with it', '----\ntopic: a\n---'],
    ['begins with something else', 'x ---\ntopic: a\n---'],
    ['does not end it', '---\ntopic: Retro\n----\n'],
  ])('a file that %s says how it begins', async (_, text) => {
    expect(await read(text)).toEqual([matching(/^retro\.md has no front matter: .* starts with a line ---/u)])
  })

  test('all faults are told together, in the order of their lines', async () => {
    const body = ['Week {{ wek }}', '', 'For {{ tag }} and {{}}']
    const none = 'which is none of date, week, month, tag, title, number, repository.'
    expect(await read('---', 'goal: "{{ nope }}"', 'topik: a', 'questions: b', '---', ...body)).toEqual([
      `retro.md, line 2: goal has the placeholder "{{ nope }}", ${none}`,
      `retro.md, line 3: ${unknown('topik', 'topic')}`,
      'retro.md, line 4: questions must be a list.',
      `retro.md, line 6: the body has the placeholder "{{ wek }}", ${none}`,
      'retro.md, line 8: the body has the placeholder "{{ tag }}", for which this run has no value.',
      `retro.md, line 8: the body has the placeholder "{{}}", ${none}`,
    ])
  })
})

describe('the body is the context', () => {
  test.each<[string, string[], object]>([
    [
      'as it is, trimmed',
      ['---', 'goal: a', '---', '', '  b', '', '# c  ', ''],
      { goal: 'a', context: 'b\n\n# c' },
    ],
    [
      'with rules of its own',
      ['---', 'goal: a', '---', 'b', '---', 'c'],
      { goal: 'a', context: 'b\n---\nc' },
    ],
    ['after blank lines', ['', ' ', '---', 'goal: a', '---', 'b'], { goal: 'a', context: 'b' }],
    ['without any field', ['---', '---', 'b'], { context: 'b' }],
    ['after three dots', ['---', 'goal: a', '...', 'b'], { goal: 'a', context: 'b' }],
    ['after blanks behind the dashes', ['--- ', 'goal: a', '---\t', 'b'], { goal: 'a', context: 'b' }],
    ['or nothing, when it is blank', ['---', 'goal: a', '---', ' ', ''], { goal: 'a' }],
  ])('%s', async (_, lines, fields) => expect(await read(...lines)).toEqual(fields))

  test.each(['\n', '\r\n', '\r'])('with the line end %j, which becomes one', async (end) => {
    const text = ['---', 'topic: a', 'goal: |', '  b', '  c', '---', 'd', '', 'e'].join(end)
    expect(await read(text)).toEqual({ topic: 'a', goal: 'b\nc', context: 'd\n\ne' })
  })
})

describe('placeholders are filled', () => {
  test('in topic, goal, critical and body, once, after the YAML is read', async () => {
    const yaml = ['topic: "{{ title }}"', 'goal: Plan {{week}}', 'critical: "{{  number  }}"']
    expect(await read('---', ...yaml, '---', 'On {{ title }} in {{ repository }}')).toEqual({
      ...{ topic: values.title, goal: 'Plan 2026-W40', critical: '7' },
      context: `On ${values.title} in octo-org/octo-repo`,
    })
  })

  test.each<[string, object]>([
    ['prompt: "{{ nope }}"', { prompt: '{{ nope }}' }],
    ['template-id: "{{date}}"', { templateId: '{{date}}' }],
    ['questions: ["{{ week }}?"]', { questions: [{ text: '{{ week }}?' }] }],
    ['distribution: ["{{number}}"]', groups('{{number}}')],
  ])('and in no other field: %s', async (yaml, fields) => expect(await frontMatter(yaml)).toEqual(fields))
})

describe('a file that could take for ever is refused at once', () => {
  const bombFrom = (first: string) => {
    const lists = ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg', 'ih'].map(
      ([name, from]) => `  - &${name} [${`*${from},`.repeat(10)}]`,
    )
    return ['questions:', `  - &a [${first}]`, ...lists].join('\n')
  }
  const keys = Array.from({ length: 30_000 }, (_, index) => `key${index}: a`)
  test.each<[string, string, RegExp]>([
    ['aliases that multiply', bombFrom('x'), /^retro\.md, line \d+: .*more YAML aliases/u],
    ['aliases that multiply nothing', `${bombFrom('')}\nresults-visibility: *h`, /^retro\.md, line \d+: /u],
    ['lists in lists', `questions: ${'['.repeat(10_000)}`, /^retro\.md, line 2: /u],
    ['many keys', keys.join('\n'), /^retro\.md/u],
  ])('%s', async (_, yaml, told) => {
    const start = performance.now()
    expect(await frontMatter(yaml)).toEqual(expect.arrayContaining([matching(told)]))
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  test('and no more than a hundred faults are told', async () => {
    expect(await frontMatter(...keys.slice(0, 100))).toHaveLength(100)
    expect(await frontMatter(...keys.slice(0, 101))).toHaveLength(100)
  })
})
