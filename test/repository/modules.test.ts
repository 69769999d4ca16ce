import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { type Text, textsLike } from '../../sandbox/repository-files.ts'

type Module = {
  /** The modules of src/ that it may import. */
  readonly imports: readonly string[]
  /** The packages and built-in modules that are its own; `process` is the global. */
  readonly packages: readonly string[]
}

/** The modules of src/. Circles within one are Biome's to find. CONTRIBUTING.md draws this table. */
const MODULES: Readonly<Record<string, Module>> = {
  text: {
    imports: [],
    packages: [
      'mdast',
      'mdast-util-from-markdown',
      'mdast-util-gfm-autolink-literal',
      'mdast-util-gfm-footnote',
      'mdast-util-gfm-strikethrough',
      'mdast-util-gfm-table',
      'mdast-util-gfm-task-list-item',
      'mdast-util-math',
      'micromark-extension-gfm-autolink-literal',
      'micromark-extension-gfm-footnote',
      'micromark-extension-gfm-strikethrough',
      'micromark-extension-gfm-table',
      'micromark-extension-gfm-task-list-item',
      'micromark-extension-math',
      'micromark-util-decode-string',
      'micromark-util-html-tag-name',
    ],
  },
  http: {
    imports: ['text'],
    packages: ['node:events', 'node:http', 'node:net', 'node:timers/promises', 'node:tls', 'zod/mini'],
  },
  github: { imports: ['http', 'text'], packages: ['@actions/github', 'zod/mini'] },
  harmonica: { imports: ['http', 'text'], packages: ['zod/mini'] },
  action: {
    imports: ['github', 'harmonica', 'http', 'text'],
    packages: ['@actions/core', 'leven', 'node:crypto', 'node:events', 'node:fs', 'process', 'zod/mini'],
  },
  request: {
    imports: ['action', 'harmonica', 'github', 'http', 'text'],
    packages: [
      'hast',
      'hast-util-sanitize',
      'leven',
      'mdast',
      'mdast-util-gfm-strikethrough',
      'mdast-util-gfm-table',
      'mdast-util-to-markdown',
      'node:fs/promises',
      'node:path',
      'parse5',
      'yaml',
    ],
  },
  invitations: {
    imports: ['request', 'action', 'github', 'harmonica', 'http', 'text'],
    packages: ['node:crypto', 'zod/mini'],
  },
  open: {
    imports: ['invitations', 'request', 'action', 'github', 'harmonica', 'http', 'text'],
    packages: ['node:fs', 'node:path', 'zod/mini'],
  },
  deadline: {
    imports: ['invitations', 'request', 'action', 'github', 'harmonica', 'http', 'text'],
    packages: [],
  },
  results: {
    imports: ['invitations', 'request', 'action', 'github', 'harmonica', 'http', 'text'],
    packages: ['mdast', 'zod/mini'],
  },
}

/** Everything that a file loads, and `process` where it touches that: ours by the path, all else by its name. */
function loadedBy({ path, text }: Text): string[] {
  const code = text.replaceAll(/\/\*.*?\*\/|(?<![:'`])\/\/.*?$/gmsu, '')
  const loads = /\b(?:from|import|getBuiltinModule\() ?\(?'([^']+)'|\b(process)\b(?!\.getBuiltinModule)/gu
  return Array.from(code.matchAll(loads), ([, name, process = '']) =>
    name?.startsWith('.') ? posix.join(posix.dirname(path), name) : (name ?? process),
  )
}

/** What a file loads and may not. */
function wrongImports(source: Text): string[] {
  const own = moduleOf(source.path)
  const { imports = [], packages = [] } = MODULES[own] ?? {}
  const wrong = loadedBy(source).filter((to) => {
    if (!to.startsWith('src/')) return !packages.includes(to)
    return moduleOf(to) !== own && !imports.includes(moduleOf(to))
  })
  return wrong.map((to) => `${source.path} may not load ${to}: hand in what it gives, or move the file`)
}

const moduleOf = (path: string): string => path.split('/')[1] ?? ''

test('modules import only what stands in their row, and each package has its modules', () => {
  const sources = textsLike(/^src\/[^/]+\/.*\.ts$/u)
  expect(sources.flatMap(wrongImports)).toEqual([])
  const text =
    "import { a } from '../invitations/a.ts'\nimport type { B } from 'zod/mini'\nconst { env } = process // process\nexport * from './c.ts'"
  expect(wrongImports({ path: 'src/harmonica/x.ts', text })).toEqual([
    expect.stringContaining('load src/invitations/a.ts'),
    expect.stringContaining('load process'),
  ])
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
