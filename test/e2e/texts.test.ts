import { expect, test } from 'vitest'
import type { Scenario } from '../support/action.ts'
import { openScene } from '../support/scene.ts'
import { NOTHING_SENT, problemsOf } from '../support/sentences.ts'

const required = { topic: 'Retro', goal: 'Agree on two changes' }
const secret = 'TOP-SECRET'

/** Runs a step that must not get as far as sending anything: the problems it tells, which quote no file. */
async function problems({ inputs, ...scenario }: Scenario): Promise<string[]> {
  await using scene = await openScene()
  const outcome = await scene.run({ ...scenario, inputs: { ...required, ...inputs } })
  expect(scene.harmonica.requests).toEqual([])
  expect(outcome.log).not.toContain(secret)
  return problemsOf(outcome, NOTHING_SENT)
}

const checkOut = 'check out the repository with actions/checkout in an earlier step of this job.'
const outside =
  'which lies outside the workspace. Only files in it are read, and a symbolic link counts as the file that it leads to: give a path relative to the workspace, or copy the file there in an earlier step.'
const notUtf8 =
  'Save it with the encoding UTF-8; PDF, Word and other binary files have to be turned into text or Markdown first.'

const files: [path: string, told: string, content?: string | Uint8Array][] = [
  ['SESSION.md', `which is not in the workspace. Check the path, and ${checkOut}`],
  ['docs/no.md', `which is not in the workspace. Check the path, and ${checkOut}`],
  ['docs', 'which is a folder. Name a file in it.'],
  ['../event.json', outside],
  ['/etc/passwd', outside],
  [
    '.git/config',
    "which lies in .git. Git's own files are not read, since they can hold credentials: name a file of the repository.",
    secret,
  ],
  ['latin1.md', `which is not UTF-8 text. ${notUtf8}`, Buffer.from(`${secret} \xe9`, 'latin1')],
  [
    'utf16.md',
    `which is not UTF-8 text (it looks like UTF-16). ${notUtf8}`,
    Buffer.from(`\ufeff${secret}`, 'utf16le'),
  ],
  [
    'nul.md',
    'which has a NUL character in line 2, so it is a binary file or UTF-16. Save it as plain text with the encoding UTF-8.',
    `${secret}\n\0`,
  ],
  [
    'large.md',
    'which has 1,025 KB. At most 1,024 KB are read, and Harmonica advises a context of some 500 words: shorten it to what the participants need.',
    secret.padEnd(1_048_577),
  ],
]
const workspace = {
  'docs/a.md': 'A',
  ...Object.fromEntries(files.flatMap(([path, , content]) => (content ? [[path, content]] : []))),
}

for (const input of ['context-file', 'prompt-file']) {
  test.concurrent.each(files)(`${input} %s is not read`, async (path, told) => {
    expect(await problems({ inputs: { [input]: path }, files: workspace })).toEqual([
      `Input ${input} names ${path}, ${told}`,
    ])
  })
}

test.concurrent('a file that is spelt otherwise is suggested', async () => {
  expect(
    await problems({ inputs: { 'context-file': 'session.md' }, files: { 'SESSION.md': secret } }),
  ).toEqual([
    `Input context-file names session.md, which is not in the workspace. Did you mean SESSION.md? Check the path, and ${checkOut}`,
  ])
})

test.concurrent('a job without a workspace reads no file', async () => {
  const told = await problems({ inputs: { 'context-file': 'a.md' }, env: { GITHUB_WORKSPACE: undefined } })
  expect(told).toEqual([expect.stringContaining('but there is no workspace to read it from')])
  expect(told[0]).toContain('actions/checkout')
})

test.concurrent('a prompt as text and as a file is one too many', async () => {
  const inputs = { prompt: 'Be brief.', 'prompt-file': 'p.md' }
  expect(await problems({ inputs, files: { 'p.md': secret } })).toEqual([
    'Inputs prompt and prompt-file are both set. Keep one of them.',
  ])
})

test.concurrent('an empty prompt file is no prompt', async () => {
  const told = await problems({ inputs: { 'prompt-file': 'p.md' }, files: { 'p.md': '\ufeff \n' } })
  expect(told).toEqual([expect.stringMatching(/^Input prompt-file names p\.md, which is empty/u)])
})

test.concurrent('a request over 4 MB is not sent, and its size is told in bytes', async () => {
  const five = ['1.md', '2.md', '3.md', '4.md', '5.md']
  const text = secret.padEnd(1_000_000, 'é').slice(0, 500_000)
  const body = { ...required, context: five.map(() => text).join('\n\n') }
  const bytes = Buffer.byteLength(JSON.stringify(body)).toLocaleString('en')
  const inputs = { 'context-file': five.join('\n') }
  expect(await problems({ inputs, files: Object.fromEntries(five.map((name) => [name, text])) })).toEqual([
    `The request has ${bytes} bytes; 4,000,000 is the most that can be sent. Shorten the context: Harmonica advises some 500 words.`,
  ])
})

test.concurrent('a NUL is refused wherever it comes from', async () => {
  const event = { name: 'issues', payload: { issue: { number: 7, title: 'Flaky\0tests' } } }
  expect(await problems({ inputs: { topic: '', questions: '- "Why\\0?"' }, event })).toEqual([
    "The session's topic (title of issue #7) holds a NUL character, which Harmonica cannot store. Remove it.",
    "The session's questions (input questions) holds a NUL character, which Harmonica cannot store. Remove it.",
  ])
})

test.concurrent('what strangers write is text in every message', async () => {
  const hostile = '::set-output name=join-url::x\n::error::y\r##[error]z\u001b[31m\u202e'
  const inputs = [
    'comment',
    'timeout',
    'issue-number',
    'api-url',
    'results-visibility',
    'prompt-file',
    'template-id',
  ]
  const told = await problems({
    inputs: {
      ...Object.fromEntries(inputs.map((name) => [name, hostile])),
      questions: '- "::set-output name=a::b": "##[error]"\n- {text: a, type: "::error::x"}',
      distribution: '- {channel: "::error::##[x", group_id: 1}',
      'context-file': '::error::a.md\n ##[error]b.md\n\u2028::debug::c.md',
    },
  })
  expect(told.length).toBeGreaterThanOrEqual(inputs.length + 6)
  expect(told.join('\n')).toMatch(/^Input context-file names : :error::a\.md, /mu)
  expect(told.join('\n')).toMatch(/^Input context-file names ## \[error\]b\.md, /mu)
})
