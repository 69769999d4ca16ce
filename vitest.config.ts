import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { STOCK_BUNDLE } from './test/support/stock-bundle.ts'

/** What shows that nothing is lost with undici: whatever goes over a network in a way of its own. */
const network = [
  'network',
  'redirects',
  'origins',
  'hostile-services',
  'comment-failures',
  'emulate',
  'cancel',
]

export default defineConfig({
  test: {
    reporters: ['default', './test/support/closing-line.ts'],
    // One of two cores would otherwise stay idle while scenarios wait.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Of this process alone: what scenarios run is the bundle, in processes of its own.
    coverage: {
      provider: 'v8',
      include: ['src/**'],
      // Emptied by each run, unlike the folder around it.
      reportsDirectory: 'coverage/lines',
      reporter: ['text-summary'],
      thresholds: { lines: 95, branches: 90 },
    },
    projects: [
      { extends: true, test: { name: 'action', include: ['test/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'with undici',
          include: network.map((name) => `test/e2e/${name}.test.ts`),
          globalSetup: 'test/support/stock-bundle.ts',
          env: { BUNDLE: join(STOCK_BUNDLE, 'index.js') },
        },
      },
    ],
  },
})
