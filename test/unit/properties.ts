/** Multiplies the cases of every property: `npm run soak` gives a large one, mutation a small one. */
const FACTOR = Number(process.env.RUNS ?? 1)

/** What `npm run soak` multiplies by. */
const SOAK = 20

/**
 * The cases of a property, for fast-check's `numRuns`: so many in a usual run.
 *
 * @param soaked how many `npm run soak` draws, where that is another number than for all others
 */
export function runs(count: number, soaked = SOAK * count): number {
  const cases = FACTOR > 1 ? (soaked * FACTOR) / SOAK : count * FACTOR
  return Math.max(1, Math.round(cases))
}
