import type { main } from './main.ts'

/** The name that this file has in dist, without its ending. The build sets it. */
declare const ENTRY_POINT: Parameters<typeof main>[0]

// What a runner starts. Beside it in dist lies the bundle.
void import('./main.js').then(({ main }) => main(ENTRY_POINT))
