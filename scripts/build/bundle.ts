import { join } from 'node:path'
import { build } from 'esbuild'

/**
 * What `@actions/core` and `@actions/github` import and this action never calls: the bundle has unused.ts in its place.
 */
const NEVER_CALLED = [
  '@actions/exec',
  '@actions/http-client',
  '@actions/http-client/lib/auth',
  '@octokit/plugin-paginate-rest',
  '@octokit/plugin-rest-endpoint-methods',
  'undici',
]

/** The first line of each file: what is left of a CommonJS package's `require` in a module. */
const REQUIRE = `import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)`

/**
 * Bundles `entry`, its packages and what they load into the folder `out`, with a file of its own for what is imported
 * late. What nothing uses is left out; names and layout stay, so that people can read the bundle.
 *
 * @param root the folder with node_modules
 * @param entry the first module, below `root`
 * @returns the files of which something is in the bundle, as paths below `root`
 */
export async function bundle(root: string, entry: string, out: string): Promise<string[]> {
  const unused = join(import.meta.dirname, 'unused.ts')
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: out,
    bundle: true,
    splitting: true,
    treeShaking: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    alias: Object.fromEntries(NEVER_CALLED.map((name) => [name, unused])),
    banner: { js: REQUIRE },
    // They are in licenses.txt.
    legalComments: 'none',
    metafile: true,
  })
  return Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs))
}

/**
 * Writes the file that a runner starts into the folder `out`: a few lines that any Node from 16 on understands, and that
 * import `./main.js`.
 *
 * @param name the entry point's, without its ending
 */
export async function writeEntryPoint(root: string, name: string, out: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: { [name]: 'src/entry-point.ts' },
    outdir: out,
    format: 'esm',
    target: 'node16',
    define: { ENTRY_POINT: JSON.stringify(name) },
  })
}
