import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../../sandbox/bundle.ts'
import { textOf, words } from '../../sandbox/judges/rendered.ts'
import { inputNames } from '../../src/open/settings.ts'

/** Runs `npm start` with options, and reads the page that it wrote. */
function startWith(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'scripts/start.ts'), ...options],
    { encoding: 'utf8', env: { NO_COLOR: '1', PATH: process.env.PATH } },
  )
  const path = stdout.trimEnd().split('\n').at(-1) ?? ''
  const page = path.endsWith('.html') ? readFileSync(path, 'utf8') : ''
  if (page !== '') rmSync(dirname(path), { recursive: true })
  return { status, stdout, stderr, page, text: words(textOf(page.replace(/<style>.*?<\/style>/su, ''))) }
}

test('npm start shows a round on a page, which its last line names, without logs or links to this machine', () => {
  const { status, stdout, page, text } = startWith()
  expect(status).toBe(0)
  expect(stdout.split('\n').length).toBeLessThan(20)
  expect(text).toMatch(
    /Join the session.*Goal: Agree on two changes.*Results: Sprint 42 retro.*What we heard/u,
  )
  expect(page + stdout).not.toMatch(/127\.0\.0\.1|localhost/u)
})

test('npm start --verbose prints log and outputs too', () => {
  const { stdout } = startWith('--verbose')
  expect(stdout).toMatch(
    /── Log ─.*▾ What is sent to Harmonica.*── Outputs ─.*join-url=https:\/\/app\.harmonica/su,
  )
})

describe('with inputs of your own, npm start', () => {
  test('adds none, so that a session file keeps its goal', () => {
    const { status, stdout } = startWith('--session-file', 'examples/retro.md', '--verbose')
    expect({ status, goal: /^goal: .*/mu.exec(stdout)?.[0] }).toEqual({
      status: 0,
      goal: expect.stringContaining('from examples/retro.md'),
    })
  })

  test('shows why a step fails, and fails', () => {
    const { status, stdout, text } = startWith('--critical', 'Why?')
    expect(status).toBe(1)
    expect(stdout).toContain('Error: ')
    expect(text).toContain('Input goal is missing')
  })

  test('shows notices and warnings', () => {
    const { stdout } = startWith(
      '--goal',
      'Agree',
      '--share-results',
      'false',
      '--comment',
      'true',
      '--context-session',
      'previous',
    )
    expect(stdout).toContain('Notice: ')
  })
})

test.each([
  { options: ['--gaol', 'Agree'], says: 'There is no --gaol. Did you mean --goal?' },
  { options: ['--nothing-like-it', 'x'], says: 'There is no --nothing-like-it. For' },
  { options: ['--goal'], says: '--goal needs a value' },
  { options: ['Agree'], says: '"Agree" belongs to no option' },
  { options: ['--real'], says: 'HARMONICA_API_KEY must hold your API key' },
])('npm start refuses $options and says how to mend it', ({ options, says }) => {
  const { status, stderr } = startWith(...options)
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(says) })
})

test('npm start --help says what each input is for', () => {
  const { status, stdout } = startWith('--help')
  const described = inputNames.filter((name) => new RegExp(`^  --${name} +\\S.*\\S`, 'mu').test(stdout))
  expect({ status, described }).toEqual({ status: 0, described: inputNames })
})
