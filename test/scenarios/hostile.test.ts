import { expect, test } from 'vitest'
import { attacks } from '../judges/hostile-text.ts'
import { elementsOf, render } from '../judges/rendered.ts'
import { runnerCommandsIn } from '../judges/runner-commands.ts'
import { openScene, runStep, type Scene } from './step.ts'

const TEXT = attacks.join('\n')
/** Ours: what the step itself prints as commands. */
const OURS = ['add-mask', 'group', 'endgroup', 'warning', 'error', 'notice', 'debug']

const DOORS: Record<string, (scene: Scene) => Parameters<typeof runStep>[1]> = {
  'a title and a body': () => ({
    inputs: { 'from-body': 'true', comment: 'true' },
    event: [
      'issues',
      'opened',
      {
        issue: {
          number: 42,
          title: TEXT.slice(0, 5000),
          body: `### Goal\n\n${TEXT}\n\n## ${attacks.join('\n## ')}`,
        },
      },
    ],
  }),
  inputs: () => ({
    inputs: {
      topic: TEXT,
      goal: TEXT,
      context: TEXT,
      critical: TEXT,
      comment: 'true',
      'session-key': TEXT.slice(0, 200),
    },
  }),
  'inputs that are wrong': () => ({
    inputs: { retries: TEXT, timezone: TEXT, 'results-visibility': TEXT, 'context-file': TEXT },
  }),
  files: () => ({
    inputs: {
      'context-file': 'a.md',
      'session-file': 'b.md',
      'context-sections': TEXT.slice(0, 9000),
      comment: 'true',
    },
    files: { 'a.md': TEXT, 'b.md': `---\ngoal: a\n---\n${TEXT.replaceAll('{{', '{')}` },
  }),
  'a session file that is wrong': () => ({
    inputs: { 'session-file': 'b.md' },
    files: { 'b.md': `---\n${TEXT}\n---\n` },
  }),
  'Harmonica’s answer': (scene) => {
    scene.harmonica.options.created = (body) => ({
      ...body,
      topic: TEXT,
      goal: TEXT,
      status: TEXT,
      chain: { status: TEXT, message: TEXT },
    })
    return { inputs: { comment: 'true' } }
  },
  'Harmonica’s refusal': (scene) => {
    scene.harmonica.faults.push({
      kind: 'status',
      status: 400,
      body: { error: { code: TEXT, message: TEXT } },
    })
    return {}
  },
  'GitHub’s refusal': (scene) => {
    scene.github.faults.push({ kind: 'status', status: 422, body: { message: TEXT }, times: 9 })
    return { inputs: { comment: 'true' } }
  },
  'the runner’s variables': () => ({
    inputs: { comment: 'true' },
    env: {
      GITHUB_WORKFLOW: TEXT.replaceAll('\0', ''),
      GITHUB_RUN_NUMBER: TEXT.replaceAll('\0', ''),
      GITHUB_JOB: 'a',
    },
  }),
}

test.for(Object.keys(DOORS))('hostile texts stay texts: %s', async (door) => {
  const scene = openScene()
  const stdout: string[] = []
  const given = DOORS[door]?.(scene) ?? {}
  const { summary, outputs } = await runStep(scene, { ...given, stdout })
  const printed = stdout.join('')
  expect(runnerCommandsIn(printed).filter(({ name }) => !OURS.includes(name))).toEqual([])
  expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/u)
  const comments = scene.github.threads.flatMap((thread) => thread.comments.map(({ body }) => body))
  for (const markdown of [summary, ...comments]) {
    const elements = new Set(elementsOf(render(markdown)))
    for (const each of ['img', 'script', 'iframe', 'input', 'h1', 'table', 'pre', 'style'])
      expect(elements).not.toContain(each)
    expect(markdown).not.toMatch(/(?<![\w/])@octocat|^\/\w/mu)
  }
  for (const body of comments) expect(body.split('<!--')).toHaveLength(2)
  expect(JSON.parse(outputs.session ?? '{}')).toBeTypeOf('object')
})
