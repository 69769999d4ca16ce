import { expect, test } from 'vitest'
import { type Given, plan } from './planning.ts'

/** What is wrong with inputs, files and event. */
const problemsOf = async ({ inputs, ...given }: Given): Promise<string[]> =>
  (await plan({ ...given, inputs: { goal: 'g', ...inputs } })).problems

const noTitle = 'Set topic, the title that participants see.'
const about = 'this event has no title to use instead'
const say = 'Say what the session should achieve, for example: Agree on two changes to how we work.'
const only =
  'will not be filled, because only the topic, goal, critical and text of a session file can have placeholders. Move it there (input session-file), write what is meant, or put a backslash before the placeholder to show it as it stands.'
const sections = { 'context-file': 'a.md', 'context-sections': 'Plan' }
const missing = (input: string, path: string) =>
  `Input ${input} names "${path}", which is not in the workspace. Check the path, or leave the input out until the file exists. Make sure that an earlier step of this job checks out the repository with actions/checkout.`

test.each<[string, Given, ...string[]]>([
  ['an event about nothing', { thread: null }, `Input topic is missing, and ${about}. ${noTitle}`],
  ['a blank title', { thread: { title: ' \n' } }, `Input topic is missing, and ${about}. ${noTitle}`],
  [
    'an event that tells a number only',
    { thread: { kind: 'pull request', title: undefined }, inputs: { 'from-body': 'true' } },
    'Input from-body is true, but this event has no body to read. Either it is not about an issue, pull request or discussion, or it contains only the number. Leave from-body out here.',
    `Input topic is missing, and ${about}. ${noTitle}`,
  ],
  ['no goal', { inputs: { goal: '' } }, `Input goal is missing. ${say}`],
  [
    'no goal anywhere',
    { inputs: { goal: '', 'from-body': 'true', 'session-file': 'a.md' }, files: { 'a.md': '---\n---\n' } },
    `Input goal is missing, and the body of issue #7 has no answer under Goal (it has no headings). ${say}`,
  ],
  [
    'a session file that may hold the goal',
    { inputs: { goal: '', 'session-file': 'a.md' }, files: { 'a.md': '---\ngaol: Agree\n---\n' } },
    'a.md, line 2: "gaol" is not a field of a session. Did you mean goal?',
  ],
  [
    'a session file that is not there',
    { inputs: { goal: '', 'session-file': 'a.md' } },
    missing('session-file', 'a.md'),
  ],
  [
    'two prompts',
    { inputs: { prompt: 'a', 'prompt-file': 'none.md' } },
    'Inputs prompt and prompt-file are both set. Keep one of them.',
  ],
  [
    'an empty prompt',
    { inputs: { 'prompt-file': 'p.md' }, files: { 'p.md': '\ufeff\n' } },
    'Input prompt-file names "p.md", which is empty.',
  ],
  [
    'files that are not there, though sections of them are wanted',
    { inputs: { ...sections, 'prompt-file': 'p.md' } },
    missing('prompt-file', 'p.md'),
    missing('context-file', 'a.md'),
  ],
  [
    'sections without a file',
    { inputs: { 'context-sections': 'Plan' } },
    'Input context-sections is set, but context-file is not, so there is no file to take sections from.',
  ],
  [
    'values that no field takes',
    {
      inputs: {
        'cross-pollination': 'yes',
        'results-visibility': 'all',
        'template-id': 'four steps',
        distribution: '-1\nour group',
      },
    },
    'Input template-id is "four steps"; an id or slug has no white space, for example retrospective.',
    'Input cross-pollination is "yes"; write true or false.',
    'Input results-visibility is "all", which is not one of host, participants, public.',
    'Input distribution, item 2, is "our group"; give one group id per line, for example -1001234567890 (in a session file, or a mapping with channel, which is telegram, and group-id).',
  ],
  [
    'lists of nothing or of mappings',
    { inputs: { questions: '- \n', distribution: '- channel: telegram' } },
    'Input questions is an empty list: leave it out instead.',
    'Input distribution looks like YAML or JSON, but takes one item per line as plain text. Put lists with types, options or channels into a session file (input session-file).',
  ],
  [
    'placeholders in inputs, except those that title or body hold',
    {
      inputs: {
        topic: 'Retro {{ week }}',
        goal: '{{ tag }} {{date}} {{ month }}',
        critical: '{{ nope }} {{ date }}',
        questions: 'Why {{ title }}?',
      },
      thread: { title: '{{ tag }}', body: 'See {{date}}' },
    },
    `The placeholder "{{ week }}" in topic (input topic) ${only}`,
    `The placeholder "{{ month }}" in goal (input goal) ${only}`,
    `The placeholder "{{ date }}" in critical (input critical) ${only}`,
    `The placeholder "{{ title }}" in questions (input questions) ${only}`,
  ],
  [
    'placeholders in fields of a session file that are not filled, except those that title or body hold',
    {
      inputs: { prompt: '{{ week }}', context: '{{ week }}', 'session-file': 'a.md' },
      files: {
        'a.md':
          '---\ntopic: "{{ title }}"\nprompt: "{{ week }} {{ nope }} {{ tag }}"\nquestions: [Why?, "{{date}}?"]\n---\n',
      },
      thread: { title: '{{ tag }}' },
    },
    `The placeholder "{{ week }}" in prompt (a.md) ${only}`,
    `The placeholder "{{date}}" in questions (a.md) ${only}`,
  ],
])('a mistake is reported: %s', async (_, given, ...problems) => {
  expect(await problemsOf(given)).toEqual(problems)
})

test('a request may have 4,000,000 bytes, and no more', async () => {
  const frame = Buffer.byteLength(JSON.stringify({ topic: 'Flaky tests', goal: '' }))
  const goal = `${'é'.repeat(1_000_000)}${'x'.repeat(2_000_000 - frame)}`
  expect(await problemsOf({ inputs: { goal } })).toEqual([])
  expect(await problemsOf({ inputs: { goal: `${goal}x` } })).toEqual([
    'The request has 4,000,001 bytes, but at most 4,000,000 can be sent. Shorten the context: Harmonica advises about 500 words.',
  ])
})

test('strangers’ texts stay plain text in every message', async () => {
  const hostile = '::error::y\r##[error]z\u001b[31m\u202e'
  const problems = await problemsOf({
    inputs: {
      'results-visibility': hostile,
      'template-id': hostile,
      'prompt-file': hostile,
      'session-file': 'a.md',
      'context-file': '##[error]b.md',
      'cross-pollination': hostile,
    },
    files: {
      'a.md': '---\n"::error::x\\n::add-mask::y": 1\ntopic: "{{ we\\u001b\\u202ek }}"\n---\n{{ ::week }}',
    },
  })
  expect(problems).toHaveLength(8)
  expect(problems.join('\n')).not.toMatch(/^\s*::|##\[|[\u001b\u202e\r]/mu)
})
