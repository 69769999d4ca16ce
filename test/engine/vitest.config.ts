import { defineConfig } from 'vitest/config'

/** `npm run engine`: the workflows, run by nektos/act. No part of `npm test`, since npm cannot install act. */
export default defineConfig({
  test: {
    include: ['test/engine/*.test.ts'],
    reporters: ['default', './test/closing-line.ts'],
    testTimeout: 60_000,
  },
})
