import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { type Text, textsLike } from '../../sandbox/repository-files.ts'

/**
 * The rooms of src/ in the order in which data flows, each with the packages and built-in modules that are its own. A
 * room knows those above it. Circles within one are Biome's to find.
 */
const ROOMS: Record<string, string[]> = {
  text: ['mdast', 'mdast-util-from-markdown', 'mdast-util-gfm-table', 'micromark-extension-gfm-table'],
  http: ['node:events', 'node:http', 'node:net', 'node:timers/promises', 'node:tls', 'zod/mini'],
  github: ['@actions/github', 'zod/mini'],
  runner: ['@actions/core', 'leven', 'node:crypto', 'node:events', 'node:fs', 'process', 'zod/mini'],
  session: ['leven', 'node:fs', 'node:fs/promises', 'node:path', 'mdast', 'yaml', 'zod/mini'],
  harmonica: ['zod/mini'],
  link: ['node:crypto', 'zod/mini'],
  results: ['mdast', 'zod/mini'],
  open: ['zod/mini'],
}
/** What does not know of each other all the same, though one stands above the other. */
const STRANGERS = ['harmonica → github']
/** What the one file of a room that starts it may load besides. */
const MAIN = ['process']

const names = Object.keys(ROOMS)

/** Everything that a file loads, and `process` where it touches that: ours by the path, all else by its name. */
function loadedBy({ path, text }: Text): string[] {
  const code = text.replaceAll(/\/\*.*?\*\/|(?<![:'`])\/\/.*?$/gmsu, '')
  const loads = /\b(?:from|import|getBuiltinModule\() ?\(?'([^']+)'|\b(process)\b(?!\.getBuiltinModule)/gu
  return Array.from(code.matchAll(loads), ([, name, process = '']) =>
    name?.startsWith('.') ? posix.join(posix.dirname(path), name) : (name ?? process),
  )
}

/** Imports against the flow. */
function wrongImports(source: Text): string[] {
  const { path } = source
  const room = path.split('/')[1] ?? ''
  const known = [...(ROOMS[room] ?? []), ...(path.endsWith('/main.ts') ? MAIN : [])]
  return loadedBy(source).flatMap((to) => {
    const other = to.startsWith('src/') ? (to.split('/')[1] ?? '') : undefined
    const right =
      other === undefined
        ? known.includes(to)
        : names.includes(other) &&
          names.indexOf(other) <= names.indexOf(room) &&
          !STRANGERS.includes(`${room} → ${other}`)
    return right ? [] : [`${path} may not load ${to}: hand in what it gives, or move the file`]
  })
}

const sources = textsLike(/^(?:src|scripts)\/.*\.ts$/u)

test('rooms know only what stands before them, and each package has its rooms', () => {
  expect(sources.filter(({ path }) => path.startsWith('src/')).flatMap(wrongImports)).toEqual([])
  const text =
    "import { a } from '../link/a.ts'\nimport type { B } from 'zod/mini'\nconst { env } = process // process\nexport * from './c.ts'"
  expect(wrongImports({ path: 'src/harmonica/x.ts', text })).toEqual([
    expect.stringContaining('load src/link/a.ts'),
    expect.stringContaining('load process'),
  ])
})

test('everything that is exported says what it is for', () => {
  const silent = (text: string) => text.match(/(?<!\*\/\n)^export (?!\{|\*).*/gmu) ?? []
  expect(sources.flatMap(({ path, text }) => silent(text).map((found) => `${path}: ${found}`))).toEqual([])
  expect(silent('/** A. */\nexport const a = 1\nexport type B = 1')).toEqual(['export type B = 1'])
})

test('scripts and stand-ins import nothing from tests', () => {
  const helpers = textsLike(/^(?:sandbox|scripts)\/.*\.ts$/u)
  const ofTests = helpers.flatMap((source) =>
    loadedBy(source)
      .filter((to) => to.startsWith('test/'))
      .map((to) => `${source.path} imports ${to}`),
  )
  expect(ofTests).toEqual([])
})
