import { describe, expect, test } from 'vitest'
import type { Scenario } from '../support/action.ts'
import { openScene } from '../support/scene.ts'
import { NOTHING_SENT, problemsOf } from '../support/sentences.ts'

const required = { topic: 'Retro', goal: 'Agree on two changes' }

/** Runs a step that must not get as far as sending anything: the problems it tells. */
async function problems({ inputs, ...scenario }: Scenario): Promise<string[]> {
  await using scene = await openScene()
  const outcome = await scene.run({ ...scenario, inputs: { ...required, ...inputs } })
  expect([...scene.harmonica.requests, ...scene.github.requests]).toEqual([])
  return problemsOf(outcome, NOTHING_SENT)
}

/** A test for each: the one sentence that is told, by which it goes as well. */
function tellsEach(rows: readonly [sentence: string, scenario: Scenario][]): void {
  for (const [sentence, scenario] of rows) {
    test.concurrent(sentence, async () => expect(await problems(scenario)).toEqual([sentence]))
  }
}

describe('a value that is wrong', () => {
  const of = (name: string, ...rows: [value: string, told: string][]) =>
    rows.map(([value, told]): [string, Scenario] => [`Input ${name} ${told}.`, { inputs: { [name]: value } }])
  const flags = ['cross-pollination', 'widgets-enabled', 'comment', 'summary', 'dry-run', 'from-body']
  const words = ['yes', 'on', '1', 'tRUE', '"true"', 'y']
  const example = 'give an address such as https://app.harmonica.chat/api/v1'
  const plainHttp = 'the key would travel unencrypted. Use https (http is for the runner itself only)'
  const noSpace = 'an id or slug has no white space, for example retrospective'
  const oneLine = 'looks like a YAML or JSON list but cannot be read as one'
  const quoteThem = 'Put each item in quotes, or one item a line without dashes and brackets'
  tellsEach([
    ...flags.flatMap((name, index) =>
      of(name, [words[index] ?? '', `is "${words[index]}"; write true or false`]),
    ),
    ...of('results-visibility', ['Host', 'is "Host", which is not one of host, participants, public']),
    ...of('reuse', ['always', 'is "always"; give one of issue, topic, never']),
    ...of('session-key', ['k'.repeat(201), 'has 201 characters; 200 are allowed']),
    ...['0', '601', '1.5', '-1', '1e2', 'two minutes'].flatMap((value) =>
      of('timeout', [value, `is "${value}"; give whole seconds from 1 to 600`]),
    ),
    ...of('retries', ['11', 'is "11"; give a whole number from 0 to 10']),
    ...of('retries', ['many', 'is "many"; give a whole number from 0 to 10']),
    ...['0', '#42', '9999999999', '٤٢'].flatMap((value) =>
      of('issue-number', [
        value,
        `is "${value}"; give the number of an issue or pull request, such as 42, from 1 to 2,147,483,647`,
      ]),
    ),
    ...['app.harmonica.chat', 'ftp://h.example', '//h.example', 'https://', 'file:///etc/passwd'].flatMap(
      (value) => of('api-url', [value, `is "${value}"; ${example}`]),
    ),
    ...['http://h.example', 'http://10.0.0.1/api/v1', 'http://localhost.h.example', 'http://[::2]'].flatMap(
      (value) => of('api-url', [value, `is "${value}"; ${plainHttp}`]),
    ),
    ...of('api-url', ['https://h.example?a=b', 'has a part behind ? or #; give the address without it']),
    ...of('api-url', ['https://h.example#api', 'has a part behind ? or #; give the address without it']),
    ...of('questions', ['[]', 'is an empty list: leave it out instead']),
    ...of('distribution', ['[ ]', 'is an empty list: leave it out instead']),
    ...of('questions', ['- Why?\nHow?', `${oneLine} (line 2: Unexpected scalar at node end). ${quoteThem}`]),
    ...of('questions', ['- [x] Done?', `${oneLine} (line 1: Unexpected scalar at node end). ${quoteThem}`]),
    ...of('distribution', ['- "-100', `${oneLine} (line 1: Missing closing "quote). ${quoteThem}`]),
    ...of('template-id', ['four steps', `is "four steps"; ${noSpace}`]),
    ...of('project-id', ['a\tb', `is "a␉b"; ${noSpace}`]),
  ])
})

describe('an item of a list that is wrong', () => {
  const question = (item: string, told: string): [string, Scenario] => [
    `Input questions, item 2, ${told}.`,
    { inputs: { questions: `- Why?\n- ${item}` } },
  ]
  const group = (item: string, told: string): [string, Scenario] => [
    `Input distribution, item 2, ${told}.`,
    { inputs: { distribution: `- -100\n- ${item}` } },
  ]
  tellsEach([
    question('{type: Email}', 'has no `text`'),
    question('{text: " "}', 'is empty'),
    question('""', 'is empty'),
    question('[Why]', 'is neither text nor a mapping with `text`'),
    question('~', 'is neither text nor a mapping with `text`'),
    question(
      '{text: Why, type: Text}',
      'has the type "Text", which is not one of Short field, Email, Options',
    ),
    question('{text: Why, required: yes}', 'has a `required` that is neither true nor false'),
    question('{text: Why, options: Dev}', 'has `options` that are not a list'),
    group('{channel: slack, group_id: -100}', 'has the channel "slack"; only telegram is known'),
    group('{channel: telegram}', 'has no `group_id`'),
    group('our group', 'is "our group"; give one group id a line, for example -1001234567890'),
    group('-1, -2', 'is "-1, -2"; give one group id a line, for example -1001234567890'),
    group('[-100]', 'is neither a group id nor a mapping with `group_id`'),
  ])

  test.concurrent.each(['- Why: time?', '- Why: time?\n- Who?', '- "Who?"\n- Why: time?'])(
    'a question that YAML takes for a mapping is told once, with how to quote it: %j',
    async (questions) => {
      const [problem, ...others] = await problems({ inputs: { questions } })
      expect(problem).toMatch(
        /^Input questions, item [12], .*"Why".* needs quotes, as - "Why: time\?" has\.$/u,
      )
      expect(others).toEqual([])
    },
  )

  test.concurrent('a group that YAML takes for another mapping is told once', async () => {
    const [problem, ...others] = await problems({ inputs: { distribution: '- Team: -100' } })
    expect(problem).toMatch(/^Input distribution, item 1, .*"Team".*channel and group_id/u)
    expect(others).toEqual([])
  })

  test.concurrent.each(['[Email]', '{Email: true}'])(
    'a type that is no text is not shown as one: %s',
    async (type) => {
      const [problem, ...others] = await problems({ inputs: { questions: `- {text: Why?, type: ${type}}` } })
      expect(problem).toMatch(/^Input questions, item 1, .*type.*Short field, Email(?:,| or) Options/u)
      expect(problem).not.toContain('"Email"')
      expect(others).toEqual([])
    },
  )

  test.concurrent('an alias to nothing is no alias too many: it has to be quoted', async () => {
    const told = await problems({ inputs: { questions: '- *Why' } })
    expect(told).toEqual([expect.stringMatching(/^Input questions .*"\*Why" for an alias.*quotes/u)])
    expect(told[0]).not.toContain('more YAML aliases')
  })

  test.concurrent('aliases that blow a list up are refused at once', async () => {
    const lines = ['- &a [x,x,x,x,x,x,x,x,x,x]']
    for (const [name, from] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg', 'ih'])
      lines.push(`- &${name} [${`*${from},`.repeat(10)}]`)
    expect(await problems({ inputs: { questions: lines.join('\n') } })).toEqual([
      'Input questions looks like a YAML or JSON list but cannot be read as one (line 2: there are more YAML aliases than a session needs).',
    ])
  })

  test.concurrent('a second YAML document is not dropped in silence', async () => {
    const told = await problems({ inputs: { questions: '- Why?\n---\n- Who?' } })
    expect(told).toEqual([expect.stringMatching(/^Input questions /u)])
  })
})

describe('what is missing', () => {
  const noTopic =
    'Input topic is missing, and this event is about no issue, pull request or discussion whose title could stand in. Set topic, the title that participants see.'
  const pull = { number: 9, base: { repo: { id: 1 } }, head: { repo: { id: 1 } } }
  const workflowRun = { repository: { id: 1 }, workflow_run: { pull_requests: [pull] } }

  test.concurrent.each(['push', 'workflow_dispatch', 'schedule', 'release', 'issues'])(
    'the topic, on %s without a title',
    async (name) => {
      expect(await problems({ inputs: { topic: '' }, event: { name, payload: {} } })).toEqual([noTopic])
    },
  )
  tellsEach([
    [
      'Input goal is missing. Say what the session is to achieve, for example: Agree on two changes to how we work.',
      { inputs: { goal: ' ' } },
    ],
    [
      'Input topic is missing, and this event tells the number of pull request #9 but not its title. Set topic, the title that participants see.',
      { inputs: { topic: '' }, event: { name: 'workflow_run', payload: workflowRun } },
    ],
  ])

  test.concurrent('the topic, where the runner gave no event', async () => {
    expect(await problems({ inputs: { topic: '' }, env: { GITHUB_EVENT_PATH: undefined } })).toEqual([
      noTopic,
    ])
  })
})

test.concurrent('all problems are told together', async () => {
  const inputs = {
    'api-key': '',
    goal: '',
    prompt: 'x',
    'prompt-file': 'p.md',
    comment: 'yes',
    retries: '-1',
  }
  const told = await problems({ inputs: { ...inputs, 'context-file': 'a.md\nb.md', questions: '[]' } })
  expect(
    told.map((each) => /^Inputs? [\w-]+( and [\w-]+| names [\w.]+)?/u.exec(each)?.[0]).toSorted(),
  ).toEqual([
    'Input api-key',
    'Input comment',
    'Input context-file names a.md',
    'Input context-file names b.md',
    'Input goal',
    'Input questions',
    'Input retries',
    'Inputs prompt and prompt-file',
  ])
})
