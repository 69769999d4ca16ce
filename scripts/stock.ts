import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Makes a copy of the project at `root` in which undici is undici, instead of what `overrides` in package.json puts
 * in its place: to show that the override loses nothing, and what it saves.
 *
 * @returns the copy's folder, which goes when it is disposed of
 */
export function layStock(root: string): Disposable & { readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'stock-'))
  for (const name of ['src', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    cpSync(join(root, name), join(folder, name), { recursive: true })
  }
  const modules = join(root, 'node_modules')
  mkdirSync(join(folder, 'node_modules'))
  for (const name of readdirSync(modules)) {
    const path = join(folder, 'node_modules', name)
    if (name === 'undici') symlinkSync(join(modules, 'stock-undici'), path)
    // Copied, since a link's modules would look for undici where the link leads.
    else if (name === '@actions') cpSync(join(modules, name), path, { recursive: true })
    else symlinkSync(join(modules, name), path)
  }
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) }
}
