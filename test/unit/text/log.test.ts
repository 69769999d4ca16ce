import { expect, test } from 'vitest'
import { attacks } from '../../../sandbox/judges/hostile-text.ts'
import { expectHarmless } from '../../../sandbox/judges/runner-commands.ts'
import { line, uncut } from '../../../src/text/line.ts'
import { createLog, type Log } from '../../../src/text/log.ts'

/** A command as it comes to the sink of a log. */
type Printed = { command: string; message?: string; title?: string }

/** A log, what it has printed, and its clock. */
function recorded() {
  const printed: Printed[] = []
  const print = (command: string) => (message: string) => void printed.push({ command, message })
  const sink = {
    info: print('info'),
    notice: print('notice'),
    warning: print('warning'),
    error: (message: string, { title }: { title: string }) =>
      void printed.push({ command: 'error', message, title }),
    startGroup: print('startGroup'),
    endGroup: () => void printed.push({ command: 'endGroup' }),
  }
  const clock = { now: 0 }
  return { log: createLog(sink, () => clock.now), printed, clock }
}

test('a log writes lines to its sink and keeps the warnings', () => {
  const { log, printed } = recorded()
  log.info(line`one`)
  log.notice(line`two`)
  log.warning(line`three`)
  log.group(line`four`, [line`five`, line`six`])
  log.error(line`seven`, [line`eight`, line`nine`])
  log.warning(line`ten`)
  expect(printed).toEqual([
    { command: 'info', message: 'one' },
    { command: 'notice', message: 'two' },
    { command: 'warning', message: 'three' },
    { command: 'startGroup', message: 'four' },
    { command: 'info', message: 'five' },
    { command: 'info', message: 'six' },
    { command: 'endGroup' },
    { command: 'error', message: 'eight\nnine', title: 'seven' },
    { command: 'warning', message: 'ten' },
  ])
  expect(log.warnings.map(({ text }) => text)).toEqual(['three', 'ten'])
})

test('a log writes an equal warning once', () => {
  const { log, printed } = recorded()
  for (const text of ['a', 'b', 'a']) log.warning(line`${text}`)
  expect(printed).toEqual([
    { command: 'warning', message: 'a' },
    { command: 'warning', message: 'b' },
  ])
  expect(log.warnings.map(({ text }) => text)).toEqual(['a', 'b'])
})

test.each<[kind: string, write: (log: Log) => void]>([
  ['an info', (log) => log.info(line`a`)],
  ['a notice', (log) => log.notice(line`a`)],
  ['a warning', (log) => log.warning(line`a`)],
  ['a group', (log) => log.group(line`a`, [line`b`])],
])('a log knows when it wrote its last line: %s', (_, write) => {
  const { log, clock } = recorded()
  expect(log.lastLineAt()).toBe(0)
  clock.now = 7
  write(log)
  expect(log.lastLineAt()).toBe(7)
})

test('a log does not count the annotation of a failed step as its last line', () => {
  const { log, clock } = recorded()
  clock.now = 7
  log.error(line`a`, [line`b`])
  expect(log.lastLineAt()).toBe(0)
})

test('an annotation lists thirty problems and counts the others', () => {
  const { log, printed } = recorded()
  const problems = Array.from({ length: 1031 }, (_, index) => line`${index + 1}.`)
  for (const count of [30, 31, 1031]) log.error(line`Many`, problems.slice(0, count))
  const thirty = Array.from({ length: 30 }, (_, index) => `${index + 1}.`).join('\n')
  expect(printed.map(({ message }) => message)).toEqual([
    thirty,
    `${thirty}\nAnd 1 more.`,
    `${thirty}\nAnd 1,001 more.`,
  ])
})

test('whichever way a log prints an attack, it is no command', () => {
  for (const attack of attacks) {
    const { log, printed } = recorded()
    log.info(line`${attack}`)
    log.info(line`${attack}: ${attack}`)
    log.warning(line`${attack}${attack}`)
    log.notice(line`${attack}`)
    log.group(line`${attack}`, [uncut(attack)])
    log.error(line`${attack}`, [line`${attack}`, uncut(attack)])
    expect(printed).toHaveLength(8)
    expectHarmless(printed.flatMap(({ message = '', title = '' }) => [...message.split('\n'), title]))
  }
})
