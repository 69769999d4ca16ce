import { vi } from 'vitest'

/** Each mutant costs this many cases of a property at most. */
const MAX_RUNS = 200

// One seed, so that a mutant's fate is the same in every run, and no search for the smallest counterexample.
vi.mock(import('fast-check'), async (load) => {
  const { default: fc, ...rest } = await load()
  const assert = new Proxy(fc.assert, {
    apply: (original, _, [property, { numRuns = 100, ...given } = {}]) =>
      original(property, { seed: 1, endOnFailure: true, ...given, numRuns: Math.min(numRuns, MAX_RUNS) }),
  })
  return { ...rest, default: { ...fc, assert } }
})
