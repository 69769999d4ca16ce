import { defineConfig } from 'vitest/config'

/** What runners have, and what `npm ci` puts into node_modules. */
const NODE = 24

// An editor may start Vitest on the Node of the machine, on which tests would fail in words of their own.
if (Number.parseInt(process.versions.node, 10) !== NODE)
  throw new Error(
    `The tests need Node ${NODE}, and this is ${process.version}. Have your editor use node_modules/.bin/node, which npm ci brings, or run npx vitest.`,
  )

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/engine/**'],
    reporters: ['default', './test/closing-line.ts'],
    // One of two cores would otherwise stay idle while tests wait for a child process.
    maxWorkers: 2,
    // Properties take seconds on a quiet machine, and far longer on one that others use.
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // Of this process alone: the bundle's few tests run child processes.
    coverage: {
      provider: 'v8',
      include: ['src/**'],
      // Emptied by each run, unlike the folder around it.
      reportsDirectory: 'coverage/lines',
      reporter: ['text-summary'],
      thresholds: { lines: 99, branches: 98 },
    },
  },
})
