import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../sandbox/repository-files.ts'
import { CODE_OWNERS, writeFiles } from './docs.ts'
import { type Owner, readOwner, withOwner, withTeam } from './owner.ts'

/** `npm run owner -- OWNER [TEAM]`: names the owner of this repository wherever its placeholder, or another owner, stands. */
async function setOwner(owner: Owner): Promise<string> {
  await rewrite('package.json', (text) => withOwner(text, owner))
  const changed = await writeFiles()
  await rewrite(CODE_OWNERS, (text) => withTeam(text, owner))
  return `The owner is ${owner.name}, in package.json and ${changed.length} other files. Check them: git diff`
}

async function rewrite(path: string, change: (text: string) => string): Promise<void> {
  const file = join(ROOT, path)
  await writeFile(file, change(await readFile(file, 'utf8')))
}

try {
  console.log(await setOwner(readOwner(process.argv.slice(2))))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
