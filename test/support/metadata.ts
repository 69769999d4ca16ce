import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

type Metadata = { inputs: Record<string, { default?: string }>; outputs: Record<string, unknown> }

const fileOf = (name: string) => readFile(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8')

/** action.yml, as a runner reads it. */
export const metadata: Metadata = parse(await fileOf('action.yml'))

/** package.json's name and version. */
export const manifest: { name: string; version: string } = JSON.parse(await fileOf('package.json'))
