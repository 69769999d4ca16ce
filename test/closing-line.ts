import { writeSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/** Ends the output of a test run with `N passed, N failed, N skipped`, after whatever else is printed. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      const tests = Array.from(module.children.allTests())
      for (const test of tests) count[test.result().state] += 1
      // A file that could not be run holds no test that could have failed.
      if (module.state() === 'failed' && !tests.some((test) => test.result().state === 'failed'))
        count.failed += 1
    }
    const skipped = count.skipped + count.pending
    process.on('exit', () => {
      writeSync(1, `${count.passed} passed, ${count.failed} failed, ${skipped} skipped\n`)
    })
  }
}
