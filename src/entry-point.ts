import type { main } from './main.ts'

/** The name that this file has in dist, without its ending. The build sets it. */
declare const ENTRY_POINT: Parameters<typeof main>[0]

/** What runners of version 2.328 and later bring. */
const MIN_NODE = 24

/*
 * What a runner starts. Any Node from 16 on can read these lines, and say that it is too old; the bundle beside them in
 * dist would fail there in words of its own. Other engines have the Node of their images.
 */
if (Number.parseInt(process.version.slice(1), 10) < MIN_NODE) {
  const advice = `This action needs Node ${MIN_NODE}, which GitHub's runners bring from version 2.328 on. Another engine runs it on the Node of its image: take an image with Node ${MIN_NODE}.`
  process.stdout.write(`::error title=Node ${process.version} is too old::${advice}\n`)
  process.exitCode = 1
} else {
  void import('./main.js').then(({ main }) => main(ENTRY_POINT))
}
