import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bundle, writeEntryPoint } from './build/bundle.ts'
import { collectLicenses } from './licenses.ts'

/**
 * Builds the action from the tree at `root` into the folder `out`: what a runner executes, and the licenses of
 * everything in it. The same sources and lock file give the same bytes in any folder. Types are not checked.
 *
 * @throws when a package in the bundle has no license that may be passed on
 */
export async function build(root: string, out: string): Promise<void> {
  // At a fixed distance from ncc, since it numbers files by the paths that it sees, its own included.
  const workshop = mkdtempSync(join(root, 'node_modules/.build-'))
  const bundled = join(workshop, 'bundle')
  const packed = join(workshop, 'dist')
  try {
    const files = await bundle(root, 'src/main.ts', bundled)
    pack(root, bundled, packed)
    const { entryPoints }: typeof import('../src/main.ts') = await import(join(packed, 'main.js'))
    for (const name of Object.keys(entryPoints)) await writeEntryPoint(root, name, packed)
    writeFileSync(join(packed, 'licenses.txt'), await collectLicenses(root, files))
    // So that no file of an earlier build stays.
    rmSync(out, { recursive: true, force: true })
    cpSync(packed, out, { recursive: true })
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
}

/** Has ncc make `main.js` in the folder `to` of the bundle in the folder `from`, and the files that it loads late. */
function pack(root: string, from: string, to: string): void {
  // By this, ncc takes the files for modules.
  writeFileSync(join(from, 'package.json'), '{ "type": "module" }')
  const ncc = join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js')
  execFileSync(process.execPath, [ncc, 'build', 'main.js', '--out', to, '--no-cache'], {
    cwd: from,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  renameSync(join(to, 'index.js'), join(to, 'main.js'))
  const scripts = readdirSync(to).filter((name) => name.endsWith('.js'))
  for (const path of scripts.map((name) => join(to, name)))
    writeFileSync(path, escapeToAscii(readFileSync(path, 'utf8')))
}

/** One letter outside Latin-1, in a comment too, would have Node keep the whole file with two bytes for each letter. */
function escapeToAscii(code: string): string {
  // Without the flag u, by UTF-16 units: so a regular expression with that flag takes the two of an emoji for one.
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

if (import.meta.main) await build(process.cwd(), resolve('dist'))
