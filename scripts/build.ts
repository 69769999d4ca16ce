import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { transformSync } from 'esbuild'
import { collectLicenses } from './licenses.ts'

/**
 * Builds the action from the tree at `root` into the folder `out`: what a runner executes, and the licences of
 * everything in it. The same sources and lock file give the same bytes in any folder.
 *
 * @param entry the first module, below `root`
 * @throws when the sources have type errors, or a dependency has no licence that may be passed on
 */
export async function build(root: string, out: string, entry = 'src/main.ts'): Promise<void> {
  mkdirSync(dirname(out), { recursive: true })
  const fresh = mkdtempSync(`${out}-`)
  try {
    const ncc = join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js')
    execFileSync(process.execPath, [ncc, 'build', entry, '--out', fresh], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    for (const name of readdirSync(fresh).filter((name) => name.endsWith('.js')))
      dropUnused(join(fresh, name))
    // The second action's door to the same bundle: ncc has one entry a folder.
    writeFileSync(join(fresh, 'results.js'), "process.argv[2] = 'results'\nawait import('./index.js')\n")
    // By ncc's own list, a chunk's packages would be missing.
    writeFileSync(join(fresh, 'licenses.txt'), await collectLicenses(root))
    chmodSync(fresh, 0o755)
    // As a whole, since ncc would leave the chunks of earlier builds behind.
    rmSync(out, { recursive: true, force: true })
    renameSync(fresh, out)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/** Leaves out what no module uses, which ncc only marks. Names and layout stay, so that people can read the bundle. */
function dropUnused(path: string): void {
  const options = { format: 'esm', platform: 'node', target: 'node24', treeShaking: true } as const
  writeFileSync(path, transformSync(readFileSync(path, 'utf8'), options).code)
}

if (import.meta.main) await build(process.cwd(), resolve('dist'))
