import { defineConfig } from 'vitest/config'

/** The tests of the mutated files that run in this very process: what a child process runs has no mutants. */
export default defineConfig({
  test: {
    include: [
      'test/{harmonica,prepare,request}/**/*.test.ts',
      'test/{log,log.property,marker}.test.ts',
      'test/report/markdown/**/*.test.ts',
    ],
    // They measure and race: seconds for each mutant, and another result each time.
    exclude: ['test/report/markdown/megabyte.test.ts', 'test/request/files/swapped.test.ts'],
    setupFiles: 'test/mutation/fewer-cases.ts',
  },
})
