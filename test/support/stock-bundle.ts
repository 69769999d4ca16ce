import { fileURLToPath } from 'node:url'
import { build } from '../../scripts/build.ts'
import { layStock } from '../../scripts/stock.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Where the action lies when it was built with undici itself instead of the stand-in of vendor/undici. */
export const STOCK_BUNDLE = `${root}node_modules/.cache/stock-bundle`

/** Builds it; vitest calls this before the tests that run it. */
export default async function setup(): Promise<void> {
  using stock = layStock(root)
  await build(stock.folder, STOCK_BUNDLE)
}
