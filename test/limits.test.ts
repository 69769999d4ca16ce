import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { peakMemory } from '../scripts/bench/measure.ts'
import { layContext, newIssue, type Office, openOffice, stepCommand } from '../scripts/bench/office.ts'
import { bytesOfDist, bytesOfTarball } from '../scripts/bench/sizes.ts'
import { openScene } from './support/scene.ts'

/*
 * What a run may cost at most: bytes, requests and memory, which come out the same on any machine. `npm run bench`
 * prints the figures, docs/performance.md tells them, and how long a run takes.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const bundle = `${root}dist/index.js`

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office[Symbol.asyncDispose]())

test('a runner downloads no more than 220 KB, and dist holds no more than 950 KB of JavaScript', async () => {
  expect(bytesOfTarball(root)).toBeLessThanOrEqual(220_000)
  expect(await bytesOfDist(`${root}dist`)).toBeLessThanOrEqual(950_000)
})

const comment = { comment: 'true' }
/** An issue on which a run has commented a session's link. */
async function linkedIssue(): Promise<number> {
  const issue = newIssue(office, 0)
  await peakMemory(stepCommand(office, { bundle, inputs: comment, issue }), office.home)
  return issue
}

const cases = [
  { what: 'create', requests: 1, mebibytes: 66 },
  { what: 'create and comment', inputs: comment, requests: 3, mebibytes: 66 },
  { what: 'hand back', inputs: comment, issue: linkedIssue, requests: 2, mebibytes: 66 },
  {
    what: 'create and comment, 2,499 comments there',
    inputs: comment,
    issue: () => newIssue(office, 2499),
    requests: 27,
    mebibytes: 77,
  },
  {
    what: 'create with 1 MiB of context',
    inputs: () => ({ 'context-file': layContext(office, 1_048_576) }),
    requests: 1,
    mebibytes: 74,
  },
]

test.for(cases)('$what: $requests requests, at most $mebibytes MiB', async (each) => {
  const { harmonica, github, home } = office
  const peaks: number[] = []
  // A busy machine makes a run take more, and none makes it take less.
  while (peaks.length < 3 && !peaks.some((peak) => peak <= each.mebibytes)) {
    const inputs = typeof each.inputs === 'function' ? each.inputs() : (each.inputs ?? {})
    const issue = (await each.issue?.()) ?? newIssue(office, 0)
    const before = harmonica.requests.length + github.requests.length
    peaks.push((await peakMemory(stepCommand(office, { bundle, inputs, issue }), home)) ?? Number.NaN)
    expect(harmonica.requests.length + github.requests.length - before).toBe(each.requests)
  }
  expect(Math.min(...peaks)).toBeLessThanOrEqual(each.mebibytes)
})

test('2,499 comments a third as long as GitHub’s: at most 70 MiB', async () => {
  await using brief = await openOffice({ brief: true })
  const peaks: number[] = []
  while (peaks.length < 3 && !peaks.some((peak) => peak <= 70)) {
    const command = stepCommand(brief, { bundle, inputs: comment, issue: newIssue(brief, 2499) })
    peaks.push((await peakMemory(command, brief.home)) ?? Number.NaN)
  }
  expect(brief.github.requests).toHaveLength(26 * peaks.length)
  expect(Math.min(...peaks)).toBeLessThanOrEqual(70)
})

test('a run that comments never loads the HTTP client behind the global fetch', async () => {
  const tell =
    'process.on("exit",()=>console.log(process.moduleLoadList.filter((name)=>/undici/.test(name))))'
  const env = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(tell)}` }
  await using scene = await openScene()
  const { log, outputs } = await scene.run({ inputs: comment, env })
  expect(outputs['comment-url']).not.toBe('')
  expect(log.trim().split('\n').at(-1)).toBe('[]')
})
