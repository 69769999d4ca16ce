import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/engine/**'],
    reporters: ['default', './test/closing-line.ts'],
    // One of two cores would otherwise stay idle while tests wait for a child process.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Of this process alone: the bundle's few tests run child processes.
    coverage: {
      provider: 'v8',
      include: ['src/**'],
      // Emptied by each run, unlike the folder around it.
      reportsDirectory: 'coverage/lines',
      reporter: ['text-summary'],
      thresholds: { lines: 98, branches: 96 },
    },
  },
})
