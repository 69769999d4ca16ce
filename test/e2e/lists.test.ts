import { expect, test } from 'vitest'
import { openScene } from '../support/scene.ts'
import { annotationsOf } from '../support/told.ts'

const required = { topic: 'Retro', goal: 'Agree on two changes' }

async function bodyFor(inputs: Record<string, string>): Promise<unknown> {
  await using scene = await openScene()
  const outcome = await scene.run({ inputs: { ...required, ...inputs } })
  expect(annotationsOf(outcome)).toEqual([])
  expect(scene.harmonica.sessions).toHaveLength(1)
  return scene.harmonica.requests[0]?.body
}

const role = { text: 'Your role?', type: 'Options', required: true, options: ['Dev', 'No', '7'] }
const mail = { text: 'Your address?', type: 'Email', required: false }
const size = { text: 'Team size?', type: 'Short field' }

const questions: [form: string, text: string, questions: object[]][] = [
  ['one question', 'Why?', [{ text: 'Why?' }]],
  ['a question a line', ' Why: time? \r\n\n\tWho #42?\n', [{ text: 'Why: time?' }, { text: 'Who #42?' }]],
  ['a line that has a dash', '-1 to 5?\n- not a list', [{ text: '-1 to 5?' }, { text: '- not a list' }]],
  ['a line that has a bracket', '[Optional] Why?', [{ text: '[Optional] Why?' }]],
  [
    'a YAML list',
    '- Why?\n- "Why: time?"\n-   Who\n    else?',
    [{ text: 'Why?' }, { text: 'Why: time?' }, { text: 'Who else?' }],
  ],
  [
    'a YAML list of words that YAML 1.1 would misread',
    '- yes\n- no\n- 2024-01-01\n- 1_000',
    [{ text: 'yes' }, { text: 'no' }, { text: '2024-01-01' }, { text: '1_000' }],
  ],
  [
    'a YAML list of numbers',
    '- 42\n- 2.50\n- 007\n- true',
    [{ text: '42' }, { text: '2.50' }, { text: '007' }, { text: 'true' }],
  ],
  ['a YAML list with an alias', '- &why Why?\n- *why', [{ text: 'Why?' }, { text: 'Why?' }]],
  [
    'YAML mappings',
    '- text: Your role?\n  type: Options\n  required: True\n  options:\n    - Dev\n    - No\n    - "7"\n- {text: Your address?, type: Email, required: false}\n- {text: "Team size?", type: Short field}',
    [role, mail, size],
  ],
  [
    'texts and mappings',
    '- Why?\n- text: Your address?\n  type: Email\n  required: FALSE',
    [{ text: 'Why?' }, mail],
  ],
  ['a YAML flow list', '[Why?, {text: Team size?, type: Short field}]', [{ text: 'Why?' }, size]],
  ['a JSON list of texts', '["Why: time?", "Who?"]', [{ text: 'Why: time?' }, { text: 'Who?' }]],
  [
    'a JSON list over several lines',
    JSON.stringify([role, mail, 'Why?'], null, '\t'),
    [role, mail, { text: 'Why?' }],
  ],
]

test.concurrent.each(questions)('questions come as %s', async (_, text, expected) => {
  expect(await bodyFor({ questions: text })).toEqual({ ...required, questions: expected })
})

const groups: [form: string, text: string, ids: string[]][] = [
  ['one id', '-1001234567890', ['-1001234567890']],
  ['an id a line', '-1001234567890\r\n\n  @our_group\n-100', ['-1001234567890', '@our_group', '-100']],
  ['a YAML list', '- -1001234567890\n- "-100"', ['-1001234567890', '-100']],
  [
    'YAML numbers that no double holds',
    '- -12345678901234567891\n- 9007199254740993',
    ['-12345678901234567891', '9007199254740993'],
  ],
  ['YAML numbers in other notations', '- 0x1F\n- 1e5\n- 007', ['0x1F', '1e5', '007']],
  [
    'YAML mappings',
    '- channel: telegram\n  group_id: -1001234567890\n- {group_id: "-100"}',
    ['-1001234567890', '-100'],
  ],
  ['a YAML flow list', '[-1001234567890, {group_id: -100}]', ['-1001234567890', '-100']],
  [
    'a JSON list',
    '[{"channel": "telegram", "group_id": "-1001234567890"}, -100]',
    ['-1001234567890', '-100'],
  ],
  [
    'JSON numbers that no double holds',
    '[-12345678901234567891, {"group_id": 9007199254740993}]',
    ['-12345678901234567891', '9007199254740993'],
  ],
]

test.concurrent.each(groups)('groups come as %s and their ids go out as text', async (_, text, ids) => {
  expect(await bodyFor({ distribution: text })).toEqual({
    ...required,
    distribution: ids.map((group_id) => ({ channel: 'telegram', group_id })),
  })
})
