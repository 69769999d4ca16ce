/** Multiplies the cases of every property: `npm run soak` gives a large one, mutation a small one. */
const FACTOR = Number(process.env.RUNS ?? 1)

/** The cases of a property, for fast-check's `numRuns`: so many in a usual run. */
export const runs = (count: number): number => Math.max(1, Math.round(count * FACTOR))
