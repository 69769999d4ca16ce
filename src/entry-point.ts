import type { main } from './main.ts'

/** The name of this file in dist, without its extension. The build sets it. */
declare const ENTRY_POINT: Parameters<typeof main>[0]

/** The version that runners bring from 2.328 on. */
const MIN_NODE = 24

/*
 * The file that a runner starts. Any Node from 16 on can run it, and report that it is too old. The bundle beside it in
 * dist would fail on an old Node with a message that helps nobody. Other engines use the Node of their images.
 */
if (Number.parseInt(process.version.slice(1), 10) < MIN_NODE) {
  const advice = `This action needs Node ${MIN_NODE}, which GitHub's runners bring from version 2.328 on. Other engines use the Node of their images, so choose an image with Node ${MIN_NODE}.`
  process.stdout.write(`::error title=Node ${process.version} is too old::${advice}\n`)
  process.exitCode = 1
} else {
  void import('./main.js').then(({ main }) => main(ENTRY_POINT))
}
