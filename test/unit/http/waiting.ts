import { createVirtualClock } from '../../../sandbox/stand-ins/virtual-clock.ts'
import { createLog } from '../../../src/text/log.ts'

/** A clock in virtual time, a log by that clock, and the lines that were written to it. */
export function startWaiting() {
  const clock = createVirtualClock(0)
  const lines: string[] = []
  const info = (text: string) => void lines.push(text)
  const no = () => {}
  const sink = { info, notice: no, warning: no, error: no, startGroup: no, endGroup: no }
  return { clock, lines, log: createLog(sink, clock.elapsed), cancel: new AbortController() }
}
