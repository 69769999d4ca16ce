import { expect, test } from 'vitest'
import { attacks } from '../../sandbox/judges/hostile-text.ts'
import { addressesOf, elementsOf, render } from '../../sandbox/judges/rendered.ts'
import { runnerCommandsIn } from '../../sandbox/judges/runner-commands.ts'
import { saying } from '../../sandbox/stand-ins/github-saying.ts'
import { COMMENT } from './reusing.ts'
import { type Given, openScene, runStep, type Scene } from './step.ts'

const TEXT = attacks.join('\n')
/** For inputs where a placeholder is a mistake that would stop the step. */
const FILLED = TEXT.replaceAll('{{', '{')
/** For an input where a line that looks like YAML is such a mistake. */
const ASKED = FILLED.replaceAll('\n', '\n? ')
const BODY = `### Goal\n\n${TEXT}\n\n## ${attacks.join('\n## ')}`

/** An entry point for a stranger's text, and every command that the step then gives the runner, after its two masks. */
type EntryPoint = { arrange: (scene: Scene) => Given | Promise<Given>; commands: string[] }

const SENT = ['group What is sent to Harmonica', 'endgroup ']

const ENTRY_POINTS: Record<string, EntryPoint> = {
  'a title and a body': {
    arrange: () => ({
      inputs: { 'from-body': 'true', comment: 'true', goal: '' },
      event: ['issues', 'opened', { issue: { number: 42, title: TEXT.slice(0, 5000), body: BODY } }],
    }),
    commands: ['notice From the body of issue #42: Goal. Not read: headings ', ...SENT],
  },
  inputs: {
    arrange: () => ({
      inputs: {
        topic: FILLED,
        goal: FILLED,
        critical: FILLED,
        questions: ASKED,
        context: TEXT,
        prompt: TEXT,
        comment: 'true',
        'session-key': TEXT.slice(0, 200),
      },
    }),
    commands: SENT,
  },
  'inputs that are wrong': {
    arrange: () => ({
      inputs: {
        retries: TEXT,
        timezone: TEXT,
        'results-visibility': TEXT,
        'context-file': TEXT,
        topic: TEXT,
      },
    }),
    commands: ['error '],
  },
  files: {
    arrange: () => ({
      inputs: { 'context-file': 'a.md', 'session-file': 'b.md', comment: 'true' },
      files: { 'a.md': TEXT, 'b.md': `---\ngoal: a\n---\n${FILLED}` },
    }),
    commands: SENT,
  },
  'a session file that is wrong': {
    arrange: () => ({ inputs: { 'session-file': 'b.md' }, files: { 'b.md': `---\n${TEXT}\n---\n` } }),
    commands: ['error b.md, line '],
  },
  'a dry run': {
    arrange: () => ({
      inputs: { topic: FILLED, goal: FILLED, context: TEXT, comment: 'true', 'dry-run': 'true' },
    }),
    commands: [
      'group The request that would be sent',
      'endgroup ',
      'group Where it comes from',
      'endgroup ',
      'group The comment that would be posted',
      'endgroup ',
    ],
  },
  'Harmonica’s response': {
    arrange: ({ harmonica }) => {
      const chain = { status: TEXT, message: TEXT }
      harmonica.options.created = (body) => ({ ...body, topic: TEXT, goal: TEXT, status: TEXT, chain })
      return COMMENT
    },
    commands: [...SENT, 'warning The template has several steps'],
  },
  'a session that is reused': {
    arrange: async (scene) => {
      await runStep(scene, COMMENT)
      Object.assign(scene.harmonica.sessions[0] ?? {}, { topic: TEXT, goal: TEXT })
      return COMMENT
    },
    commands: ['warning The reused session has a different goal'],
  },
  'Harmonica’s refusal': {
    arrange: ({ harmonica }) => {
      const body = { error: { code: TEXT, message: TEXT } }
      harmonica.faults.push({ kind: 'status', status: 400, body })
      return {}
    },
    commands: [...SENT, 'error Harmonica responded with 400. It says: '],
  },
  'GitHub’s refusal': {
    arrange: ({ github }) => {
      github.faults.push({ kind: 'status', status: 422, body: { message: TEXT }, times: 99 })
      return COMMENT
    },
    commands: ['error The comments of issue #42 could not be read'],
  },
  'GitHub’s refusal in GraphQL': {
    arrange: ({ github }) => {
      const body = { errors: [{ type: TEXT, message: TEXT }] }
      github.faults.push({ ...saying.wentWrong, body, times: 99 })
      return COMMENT
    },
    commands: ['error The comments of issue #42 could not be read'],
  },
  'the runner’s variables': {
    arrange: () => {
      const text = TEXT.replaceAll('\0', '')
      return { ...COMMENT, env: { GITHUB_WORKFLOW: text, GITHUB_RUN_NUMBER: text, GITHUB_JOB: text } }
    },
    commands: SENT,
  },
}

/** The elements of our own comments and summaries, and the addresses of their links. */
const ELEMENTS = ['h2', 'p', 'strong', 'a', 'code', 'pre', 'ul', 'li', 'details', 'summary', 'sub', 'br']
const OURS =
  /^https:\/\/(?:app\.harmonica\.chat\/(?:chat\?s=|$)|harmonica\.chat$|github\.com\/octo-org\/octo-repo\/)/u

test.for(Object.entries(ENTRY_POINTS))('hostile text stays text in %s', async ([, { arrange, commands }]) => {
  const scene = openScene()
  const given = await arrange(scene)
  const stdout: string[] = []
  const { summary, outputs } = await runStep(scene, { ...given, stdout })
  const printed = stdout.join('')
  const found = runnerCommandsIn(printed).map(({ name, data }) => `${name} ${data}`)
  const masks = ['add-mask ', 'add-mask ']
  expect(found).toEqual(
    [...masks, ...commands].map((each) => expect.stringMatching(new RegExp(`^${each}`, 'u'))),
  )
  expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/u)
  const comments = scene.github.threads.flatMap((thread) => thread.comments.map(({ body }) => body))
  for (const markdown of [summary, ...comments]) {
    // Our own escape, which keeps `$` from being math.
    const html = render(markdown).replaceAll('<span>$</span>', '$')
    const elements = elementsOf(html)
    expect(elements.filter((name) => !ELEMENTS.includes(name))).toEqual([])
    for (const once of ['h2', 'details', 'sub'])
      expect(elements.filter((name) => name === once).length, once).toBeLessThanOrEqual(1)
    expect(addressesOf(html).filter((address) => !OURS.test(address))).toEqual([])
    // The texts of a dry run are in fenced code.
    if (!elements.includes('pre')) expect(markdown).not.toMatch(/(?<![\w/])@octocat|^\/\w/mu)
  }
  for (const body of comments) expect(body.split('<!--')).toHaveLength(2)
  expect(JSON.parse(outputs.session || '{}')).toBeTypeOf('object')
})
