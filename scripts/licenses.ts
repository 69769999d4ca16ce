import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const PERMITTED = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0']
const LICENSE_FILE = /^(licen[cs]e|copying)([-_][\w.-]+)?(\.(md|markdown|txt))?$/i
/** Apache-2.0 wants this one handed on as well. */
const NOTICE_FILE = /^notice(\.(md|markdown|txt))?$/i
/** Of the package that a file lies in, however deep that lies in others. */
const PACKAGE_FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/u
const SEPARATOR = `\n\n${'-'.repeat(80)}\n\n`

/** A package of which something is in the bundle. */
export type BundledPackage = { readonly name: string; readonly version: string; readonly license: string }

type Package = BundledPackage & { readonly folder: string }

/**
 * The licenses of what is in the bundle: of every package that one of its files comes from, sorted by name and version,
 * with its license's texts.
 *
 * @param root the folder with node_modules
 * @param files paths below `root`; those outside node_modules are the project's own
 * @throws Error with a sentence for each package without a license text or with one that isn't permitted
 */
export async function collectLicenses(root: string, files: readonly string[]): Promise<string> {
  const problems: string[] = []
  const sections: string[] = []
  for (const each of await readPackages(root, files)) {
    const heading = `${each.name}@${each.version}`
    if (!PERMITTED.includes(each.license)) {
      problems.push(`${heading} has the license ${each.license}, which is none of ${PERMITTED.join(', ')}.`)
      continue
    }
    const texts = await readLicenseTexts(join(root, each.folder))
    if (texts.length === 0) problems.push(`${heading} has no license text in ${each.folder}.`)
    sections.push([`${heading}\n${each.license}`, ...texts].join('\n\n'))
  }
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return `${sections.join(SEPARATOR)}\n`
}

/** The packages whose licenses stand in a text of `collectLicenses`. A separator inside a license's own text begins none. */
export function packagesIn(licenses: string): BundledPackage[] {
  return licenses.split(SEPARATOR).flatMap((section) => {
    const [heading = '', license = ''] = section.split('\n')
    const [, name = '', version = ''] = /^((?:@[^@\s]+\/)?[^@\s]+)@(\d\S*)$/u.exec(heading) ?? []
    return name !== '' && PERMITTED.includes(license) ? [{ name, version, license }] : []
  })
}

/** A package that lies in two folders in the same version comes once. */
async function readPackages(root: string, files: readonly string[]): Promise<Package[]> {
  const folders = new Set(files.flatMap((file) => PACKAGE_FOLDER.exec(file)?.[0] ?? []))
  const found = new Map<string, Package>()
  for (const folder of folders) {
    const { name, version, license = 'unknown' } = await readManifest(join(root, folder, 'package.json'))
    found.set(`${name}@${version}`, { folder, name, version, license })
  }
  return [...found.values()].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version))
}

/** By code units, so that no machine's language changes the order. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

async function readManifest(file: string): Promise<{ name: string; version: string; license?: string }> {
  return JSON.parse(await readFile(file, 'utf8'))
}

async function readLicenseTexts(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
  const licenses = await readTexts(folder, names.filter((name) => LICENSE_FILE.test(name)).sort())
  if (licenses.length === 0) return []
  return [...licenses, ...(await readTexts(folder, names.filter((name) => NOTICE_FILE.test(name)).sort()))]
}

async function readTexts(folder: string, names: string[]): Promise<string[]> {
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  // The same bytes on every machine, whatever line ends and marks a package was published with.
  const tidied = texts.map((text) =>
    text
      .replace(/^\ufeff/, '')
      .replace(/[^\S\n]*\r?\n/g, '\n')
      .replace(/^\n+|\s+$/g, ''),
  )
  return tidied.filter((text) => text !== '')
}
