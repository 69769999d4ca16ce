import { mkdirSync, rmdirSync, rmSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openScene, runStep, type Scene } from './step.ts'

/** With a distribution, it makes a warning. */
const SHARE = { comment: 'true', 'share-results': 'true' }

const scene = () => openScene()
const run = (given: Parameters<typeof runStep>[1], on: Scene = scene()) => runStep(on, given)

test('a summary has the link on top, two facts, and the rest collapsed', async () => {
  const { summary } = await run({
    inputs: {
      ...{ comment: 'true', context: 'Secret history', 'context-file': 'a.md', prompt: 'Secret prompt' },
      ...{
        questions: '- Your role?\n- Your team?',
        distribution: '-1001234567890',
        critical: 'What must stay?',
      },
    },
    files: { 'a.md': 'Secret file' },
  })
  const [before = '', folded = '', after = ''] = summary.split(/<details>|<\/details>/u)
  expect(before).toMatch(/^## Harmonica session\n\n\*\*\[Join the session: Sprint 42 retro\]\(https/u)
  expect(before).toMatch(/To paste into a chat: `https:\/\/app\.harmonica\.chat\/chat\?s=\w+`\n/u)
  expect(before.match(/^- /gmu)).toHaveLength(2)
  for (const each of [
    'Your role?',
    '…7890',
    'What must stay?',
    '27 characters, from input context (14 characters), a.md (11 characters)',
    '**prompt:** 13 characters, from input prompt',
  ])
    expect(folded).toContain(each)
  expect(summary).not.toMatch(/Secret|1001234/u)
  expect(after).toMatch(/What comes next:\*\* share the link/u)
})

test('a summary shows booleans as they are, and lists on one line', async () => {
  const questions = Array.from({ length: 22 }, (_, at) => `Question ${at + 1}?`)
  const inputs = { questions: questions.join('\n'), 'widgets-enabled': 'false', 'cross-pollination': 'true' }
  const { summary, log } = await run({ inputs })
  expect(summary).toContain('- **cross-pollination:** true\n- **widgets-enabled:** false\n')
  expect(summary).toMatch(/- \*\*questions:\*\* Question 1\? · (?:Question \d+\? · ){20}Question 22\?\n/u)
  expect(summary).toContain('- **Results:** visible to only the host, unless Harmonica is set otherwise')
  expect(log).toEqual(
    expect.arrayContaining([
      'questions: 22 items, from input questions',
      'widgets-enabled: false, from input widgets-enabled',
    ]),
  )
})

test('a summary says so if a reused session has everything that was asked for', async () => {
  const on = scene()
  const given = { inputs: { comment: 'true' } }
  await run(given, on)
  expect((await run(given, on)).summary).toMatch(
    /What this run asked for<\/summary>\n\nIgnored, because the session already exists: nothing\.\n/u,
  )
})

test('a summary shows warnings above what is collapsed, and hostile texts as text', async () => {
  const hostile = '</details>\n# <img src=x> @octocat #1 ::error::'
  const { summary } = await run({
    inputs: { topic: 'T', goal: hostile, ...SHARE, distribution: '-1001234567890' },
  })
  expect(summary).toMatch(/^[^<]*\*\*Warnings:\*\*\n\n- Input distribution announces[^<]*<details>/u)
  expect(summary.match(/<\/details>/gu)).toHaveLength(1)
  expect(summary).not.toMatch(/<img|@octocat|^# /mu)
})

test('with summary: false there is no summary, and one that cannot be written is a warning', async () => {
  expect((await run({ inputs: { summary: 'false' } })).summary).toBe('')
  const on = scene()
  let path = ''
  const action = async (
    runner: Parameters<NonNullable<NonNullable<Parameters<typeof runStep>[1]>['action']>>[0],
  ) => {
    const { run: step } = await import('../../src/open/run.ts')
    path = process.env.GITHUB_STEP_SUMMARY ?? ''
    rmSync(path)
    mkdirSync(path)
    await step(runner)
    rmdirSync(path)
  }
  const { exitCode, log } = await run({ action }, on)
  expect({ exitCode, warnings: log.filter((line) => line.startsWith('warning')) }).toEqual({
    exitCode: undefined,
    warnings: [expect.stringMatching(/^warning: The job summary could not be written: EISDIR/u)],
  })
})

describe('a dry run', () => {
  const given = {
    inputs: {
      ...{ 'dry-run': 'true', 'api-key': '', comment: 'true', 'context-file': 'a.md\nb.md' },
      ...{ distribution: '-1001234567890', goal: 'Agree' },
    },
    files: { 'a.md': 'a'.repeat(600), 'b.md': 'b'.repeat(700) },
  }
  test('sends nothing, needs no key, shows request, origins and comment, and leaves outputs empty', async () => {
    const { log, outputs, summary, calls, exitCode } = await run(given)
    expect({ exitCode, calls, outputs: Object.values(outputs).join('') }).toEqual({
      exitCode: undefined,
      calls: [],
      outputs: '',
    })
    expect(outputs).toMatchObject({ created: '', 'join-url': '', session: '' })
    for (const text of [log.join('\n'), summary]) {
      expect(text).toContain('(cut, 600 characters in all)\\n\\nb')
      expect(text).toContain('(cut, 700 characters in all)')
      expect(text).toContain('goal: 5 characters, from input goal')
      expect(text).toContain('**[Join the session](https://app.harmonica.chat/chat?s=SESSION_ID)**')
      expect(text).not.toMatch(/<!--|1001234/u)
    }
    expect(summary).toMatch(/^## Dry run: no Harmonica session was opened/u)
    expect(log.join('\n')).not.toContain('What is sent')
  })

  test('writes log and summary as in dry-run.txt', async () => {
    const { log, summary } = await run({ ...given, files: { 'a.md': 'First', 'b.md': 'Second' } })
    const text = `===== log\n${log.join('\n')}\n\n===== summary\n${summary}`
    await expect(text).toMatchFileSnapshot('dry-run.txt')
  })

  test('shows warnings, and the beginning of a request that is too long for a summary', async () => {
    const session = `---\nquestions:\n${`  - ${'x'.repeat(400)}\n`.repeat(240)}---\n`
    const { summary } = await run({
      inputs: {
        ...{ 'dry-run': 'true', topic: 'T', comment: 'true', 'share-results': 'true' },
        ...{ 'session-file': 'a.md', distribution: '-1001234567890' },
      },
      files: { 'a.md': session },
    })
    expect(summary).toMatch(/…\n```\n[\s\S]*\n\*\*Warnings:\*\*\n\n- Input distribution announces/u)
    expect(summary.length).toBeLessThan(90_000)
  })

  test('shows only the request where the workflow wants neither summary nor comment', async () => {
    const { log, summary } = await run({
      inputs: { 'dry-run': 'true', summary: 'false', context: 'x'.repeat(90_000) },
    })
    expect(summary).toBe('')
    expect(log.join('\n')).not.toContain('The comment that would')
  })

  test('reports mistakes as a real run does', async () => {
    const { exitCode, log } = await run({
      inputs: { 'dry-run': 'true', goal: '', topic: '' },
      event: ['schedule'],
    })
    expect([exitCode, log]).toEqual([
      1,
      [
        expect.stringMatching(
          /^error: No session was opened, and nothing was sent: Input topic is missing.*\nInput goal is missing/u,
        ),
      ],
    ])
  })
})
