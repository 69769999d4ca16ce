import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { DIST, type Office, openOffice, ROOT, runBundle } from '../../sandbox/bundle.ts'
import { GITHUB_TOKEN } from '../../sandbox/stand-ins/github.ts'
import { HARMONICA_KEY } from '../../sandbox/stand-ins/harmonica.ts'

/*
 * What only a separate process can show. test/scenarios shows what a step does for its users.
 */
const comment = { comment: 'true' }

test('the bundle masks first, opens, comments and succeeds, without node_modules and without a global HTTP client', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'action-'))
  cpSync(DIST, join(elsewhere, 'dist'), { recursive: true })
  cpSync(join(ROOT, 'action.yml'), join(elsewhere, 'action.yml'))
  const before =
    "process.on('exit', () => console.log('undici: ' + process.moduleLoadList.filter((name) => /undici/.test(name))))"
  await using office = await openOffice()
  const outcome = await runBundle(office, { inputs: comment, dist: join(elsewhere, 'dist'), before })
  rmSync(elsewhere, { recursive: true })
  const [session] = office.harmonica.sessions
  const [posted] = office.github.threads[0]?.comments ?? []
  expect(outcome).toMatchObject({
    exitCode: 0,
    reported: [],
    outputs: { 'join-url': session?.join_url, 'comment-url': posted?.url },
  })
  expect(posted?.body).toContain(session?.join_url)
  expect(outcome.summary).toContain(session?.join_url)
  const masks = [HARMONICA_KEY, GITHUB_TOKEN].map((secret) => `::add-mask::${secret}`)
  const lines = outcome.log.trim().split('\n')
  expect(lines.slice(0, 2)).toEqual(masks)
  expect(lines.slice(2).join('\n')).not.toMatch(new RegExp(`${HARMONICA_KEY}|${GITHUB_TOKEN}`, 'u'))
  expect(lines.at(-1)).toBe('undici:')
})

test('the bundle fails with one annotation if a mistake keeps it from opening a session', async () => {
  await using office = await openOffice()
  const { exitCode, outputs, reported } = await runBundle(office, { inputs: { goal: '' } })
  expect({ exitCode, outputs, reported }).toEqual({
    exitCode: 1,
    outputs: {},
    reported: [expect.stringMatching(/^error: .*goal/su)],
  })
  expect(office.harmonica.requests).toEqual([])
})

/** Sends signals once the request to create has reached Harmonica. */
const signals =
  ({ harmonica }: Office, ...sent: readonly (readonly [afterMs: number, signal: NodeJS.Signals])[]) =>
  async (child: { kill(signal: NodeJS.Signals): boolean }) => {
    await vi.waitUntil(() => harmonica.requests.length > 0, { timeout: 20_000, interval: 20 })
    for (const [afterMs, signal] of sent) setTimeout(() => child.kill(signal), afterMs)
  }

test('a run that is cancelled while it creates hands over the session whose response arrives in time', async () => {
  await using office = await openOffice()
  office.harmonica.faults.push({ kind: 'slow', afterMs: 2000 })
  const cancel = signals(office, [0, 'SIGINT'], [700, 'SIGTERM'])
  const outcome = await runBundle(office, {}, cancel)
  expect(outcome).toMatchObject({ exitCode: 0, reported: [] })
  expect(outcome.log).toContain('The run was canceled. Waiting up to 6 s for a response that is on its way.')
  expect(outcome.outputs['join-url']).toBe(office.harmonica.sessions[0]?.join_url)
})

test('a run that is cancelled by SIGTERM alone and gets no response ends before the runner kills it', async () => {
  await using office = await openOffice()
  office.harmonica.faults.push({ kind: 'hang', stored: 'before' })
  const start = performance.now()
  const { exitCode, outputs, reported } = await runBundle(office, {}, signals(office, [0, 'SIGTERM']))
  expect(performance.now() - start).toBeLessThan(9000)
  expect({ exitCode, outputs, reported }).toEqual({
    exitCode: 1,
    outputs: {},
    reported: [expect.stringMatching(/^error: A session may exist: The run was canceled\./u)],
  })
})

test('a run that Node ends before its work is done fails and says that a session may exist', async () => {
  const before = `
    import { Socket } from 'node:net'
    import timers from 'node:timers/promises'
    const { setTimeout: start } = globalThis
    globalThis.setTimeout = (...args) => start(...args).unref()
    const { setTimeout: sleep } = timers
    timers.setTimeout = (ms, value, options) => sleep(ms, value, { ...options, ref: false })
    const { connect } = Socket.prototype
    Socket.prototype.connect = function (...args) {
      this.unref()
      return connect.apply(this, args)
    }`
  await using office = await openOffice()
  office.harmonica.faults.push({ kind: 'hang' })
  const outcome = await runBundle(office, { before })
  expect(outcome).toMatchObject({
    exitCode: 1,
    reported: [
      expect.stringMatching(
        /^error: Unexpected failure: .*ended before its work was done.*one may exist anyway/u,
      ),
    ],
  })
})

test('on an older Node the bundle says in a sentence which one it needs', async () => {
  const before = "Object.defineProperty(process, 'version', { value: 'v20.19.0' })"
  await using office = await openOffice()
  const outcome = await runBundle(office, { before })
  expect(outcome.annotations).toEqual([
    {
      kind: 'error',
      title: 'Node v20.19.0 is too old',
      message:
        "This action needs Node 24, which GitHub's runners bring from version 2.328 on. Other engines use the Node of their images, so choose an image with Node 24.",
    },
  ])
  expect(outcome.exitCode).toBe(1)
  expect(office.harmonica.requests).toEqual([])
})
