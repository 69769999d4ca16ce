import type { BundledPackage } from './licenses.ts'

/** What is said of a release in its list of contents. */
export type Described = {
  /** `owner/name` */
  readonly repository: string
  /** The pushed tag, such as v1.2.3. */
  readonly tag: string
  /** When the tagged commit was made. */
  readonly time: Date
  readonly packages: readonly BundledPackage[]
  /** The text of package-lock.json. */
  readonly lockFile: string
}

/** A package in a lock file, as far as it is read here. */
type Locked = { readonly version?: string; readonly resolved?: string; readonly integrity?: string }

/** Stands in SPDX for what nobody says. */
const UNKNOWN = 'NOASSERTION'

/**
 * Lists what the bundle is made of as SPDX 2.3 (https://spdx.github.io/spdx-spec/v2.3/), in JSON. The same commit gives
 * the same text.
 *
 * @throws Error with a sentence for each package that the lock file does not have
 */
export function describeContents({ repository, tag, time, packages, lockFile }: Described): string {
  const version = tag.replace(/^v/u, '')
  const [, name = ''] = repository.split('/')
  const locked = readLocked(lockFile)
  const missing = packages.filter((each) => !locked.has(keyOf(each)))
  if (missing.length > 0)
    throw new Error(missing.map((each) => `package-lock.json has no ${keyOf(each)}.`).join('\n'))
  const action = {
    SPDXID: 'SPDXRef-Action',
    name,
    versionInfo: version,
    downloadLocation: `git+https://github.com/${repository}.git@${tag}`,
    filesAnalyzed: false,
  }
  const bundled = packages.map((each) => describePackage(each, locked.get(keyOf(each)) ?? {}))
  const document = {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: `${name}-${version}`,
    documentNamespace: `https://github.com/${repository}/releases/download/${tag}/sbom.spdx.json`,
    // SPDX knows no fractions of a second.
    creationInfo: {
      created: time.toISOString().replace(/\.\d+Z$/u, 'Z'),
      creators: [`Tool: ${name}-${version}`],
    },
    packages: [action, ...bundled],
    relationships: [
      relate('SPDXRef-DOCUMENT', 'DESCRIBES', action.SPDXID),
      ...bundled.map(({ SPDXID }) => relate(action.SPDXID, 'CONTAINS', SPDXID)),
    ],
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

const keyOf = ({ name, version }: { name: string; version?: string | undefined }) => `${name}@${version}`

const relate = (spdxElementId: string, relationshipType: string, relatedSpdxElement: string) => ({
  spdxElementId,
  relationshipType,
  relatedSpdxElement,
})

/** The packages of a lock file by `name@version`. One that lies in several folders is the same each time. */
function readLocked(lockFile: string): Map<string, Locked> {
  const { packages }: { packages: Record<string, Locked> } = JSON.parse(lockFile)
  return new Map(
    Object.entries(packages).flatMap(([folder, locked]) => {
      const [, name] = /^(?:.*\/)?node_modules\/(.+)$/u.exec(folder) ?? []
      return name === undefined ? [] : [[keyOf({ name, version: locked.version }), locked] as const]
    }),
  )
}

function describePackage({ name, version, license }: BundledPackage, { resolved, integrity = '' }: Locked) {
  const [, digest] = /^sha512-(\S+)$/u.exec(integrity) ?? []
  return {
    SPDXID: `SPDXRef-Package-${`${name}-${version}`.replaceAll(/[^a-zA-Z\d.-]/gu, '-')}`,
    name,
    versionInfo: version,
    downloadLocation: resolved ?? UNKNOWN,
    filesAnalyzed: false,
    licenseDeclared: license,
    ...(digest && {
      checksums: [{ algorithm: 'SHA512', checksumValue: Buffer.from(digest, 'base64').toString('hex') }],
    }),
    externalRefs: [
      {
        referenceCategory: 'PACKAGE-MANAGER',
        referenceType: 'purl',
        referenceLocator: `pkg:npm/${name.replace('@', '%40')}@${version}`,
      },
    ],
  }
}
