import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT, textsLike } from '../sandbox/repository-files.ts'
import { readRepository, withCodeOwner, withRepository } from './owner.ts'
import { insertTables, renderTables } from './tables.ts'

/** Where the tables of an action stand. */
const TABLES: Record<string, string> = {
  'README.md': 'action.yml',
  'docs/deadline.md': 'deadline/action.yml',
  'docs/results.md': 'results/action.yml',
}

export const CODE_OWNERS = '.github/CODEOWNERS'

/** What people read or copy, and whom GitHub asks. */
const FILES =
  /^(?:[A-Z]+\.md|(?:docs|examples|\.github)\/.*\.(?:md|yml)|\.github\/CODEOWNERS|(?:(?:deadline|results)\/)?action\.yml)$/u

/** Each file that people read or copy, and how it should be: with the repository that package.json names, and its tables. */
export async function writtenFiles(): Promise<{ path: string; text: string; wanted: string }[]> {
  const read = (path: string) => readFile(join(ROOT, path), 'utf8')
  const repository = readRepository(await read('package.json'))
  return Promise.all(
    textsLike(FILES).map(async ({ path, text }) => {
      if (path === CODE_OWNERS) return { path, text, wanted: withCodeOwner(text, repository) }
      const action = TABLES[path]
      const whole = action ? insertTables(text, renderTables(await read(action))) : text
      return { path, text, wanted: withRepository(whole, repository) }
    }),
  )
}

/** Writes each of these files as it should be, and says which were not. */
export async function writeFiles(): Promise<string[]> {
  const changed = (await writtenFiles()).filter(({ text, wanted }) => text !== wanted)
  for (const { path, wanted } of changed) await writeFile(join(ROOT, path), wanted)
  return changed.map(({ path }) => path)
}

if (import.meta.main) await writeFiles()
