import { defineConfig } from 'vitest/config'

/** The tests of the mutated files that run in this very process: what a child process runs has no mutants. */
export default defineConfig({
  test: {
    include: ['test/unit/{harmonica,invitations,request,text}/**/*.test.ts', 'test/scenarios/*.test.ts'],
    // It reads the list of committed files, which Stryker's copy of the repository lacks.
    exclude: ['test/scenarios/declared.test.ts'],
    setupFiles: 'test/mutation/fewer-cases.ts',
    // As all tests have: Stryker's first run is no measure of speed.
    testTimeout: 30_000,
    // A fifth of a property's cases for each mutant.
    env: { RUNS: '0.2' },
  },
})
