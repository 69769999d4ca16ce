import { defineConfig } from 'vitest/config'

/**
 * The unit tests of the mutated files, where what a module does is shown at the lowest level. What a child process runs has
 * no mutants.
 */
export default defineConfig({
  test: {
    include: ['test/unit/{harmonica,invitations,request,results,text}/**/*.test.ts'],
    // Tests of many drawn cases would run for minutes with each mutant, and one of them loads modules in another process.
    exclude: ['test/unit/**/*.property.test.ts', 'test/unit/**/{create-once-load,loading}.test.ts'],
    setupFiles: 'test/mutation/fewer-cases.ts',
    // As all tests have: Stryker's first run is no measure of speed.
    testTimeout: 30_000,
    // A fifth of a property's cases for each mutant.
    env: { RUNS: '0.2' },
  },
})
