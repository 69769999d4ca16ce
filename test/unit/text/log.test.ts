import { expect, test } from 'vitest'
import { attacks } from '../../../sandbox/judges/hostile-text.ts'
import { expectHarmless } from '../../../sandbox/judges/runner-commands.ts'
import { line, uncut } from '../../../src/text/line.ts'
import { createLog } from '../../../src/text/log.ts'

/** A log, the calls of its sink as they come (name and arguments), and its clock. */
function recorded() {
  const calls: unknown[][] = []
  const note =
    (name: string) =>
    (...args: unknown[]) =>
      void calls.push([name, ...args])
  const sink = {
    ...{ info: note('info'), notice: note('notice'), warning: note('warning') },
    ...{ error: note('error'), startGroup: note('startGroup'), endGroup: note('endGroup') },
  }
  const clock = { now: 0 }
  return { log: createLog(sink, () => clock.now), calls, clock }
}

test('a log writes lines to its sink, keeps the warnings, and knows when it last spoke', () => {
  const { log, calls, clock } = recorded()
  const told = [
    () => log.info(line`one`),
    () => log.info(line`two`),
    () => log.notice(line`three`),
    () => log.warning(line`four`),
    () => log.group(line`five`, [line`six`, line`seven`]),
    () => log.error(line`eight`, [line`nine`, line`ten`]),
    () => log.warning(line`eleven`),
  ].map((tell) => {
    clock.now += 1
    tell()
    return log.lastLineAt()
  })
  expect(told).toEqual([1, 2, 3, 4, 5, 5, 7])
  expect(calls).toEqual([
    ['info', 'one'],
    ['info', 'two'],
    ['notice', 'three'],
    ['warning', 'four'],
    ...[['startGroup', 'five'], ['info', 'six'], ['info', 'seven'], ['endGroup']],
    ['error', 'nine\nten', { title: 'eight' }],
    ['warning', 'eleven'],
  ])
  expect(log.warnings.map(({ text }) => text)).toEqual(['four', 'eleven'])
})

test('an annotation lists thirty problems and counts the others', () => {
  const { log, calls } = recorded()
  const problems = Array.from({ length: 1031 }, (_, index) => line`${index + 1}.`)
  for (const count of [30, 31, 1031]) log.error(line`Many`, problems.slice(0, count))
  const thirty = Array.from({ length: 30 }, (_, index) => `${index + 1}.`).join('\n')
  const messages = [thirty, `${thirty}\nAnd 1 more.`, `${thirty}\nAnd 1,001 more.`]
  expect(calls.map(([, message]) => message)).toEqual(messages)
})

test('whichever way a log prints an attack, it is no command', () => {
  for (const attack of attacks) {
    const { log, calls } = recorded()
    log.info(line`${attack}`)
    log.info(line`${attack}: ${attack}`)
    log.warning(line`${attack}${attack}`)
    log.notice(line`${attack}`)
    log.group(line`${attack}`, [uncut(attack)])
    log.error(line`${attack}`, [line`${attack}`, uncut(attack)])
    const printed = calls.flatMap(([, message, properties]) => [message, Object(properties).title])
    expect(calls).toHaveLength(8)
    expectHarmless(printed.flatMap((each) => String(each ?? '').split('\n')))
  }
})
