import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import './json-modules.ts'
import { registerLogger, type ValidationConfig, validate } from '@actions/languageservice'
import { parse } from 'yaml'
import { ROOT } from './repository.ts'
import type { Excerpt } from './yaml-blocks.ts'

const ACTION = 'harmonica-session-action'
const metadata = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'))

/** What it tells of itself. An error inside it ends a validation as if nothing were wrong. */
const told: string[] = []
const tell = (message: string) => void told.push(message)
registerLogger({ error: tell, warn: tell, info: tell, log: tell })

const config: ValidationConfig = {
  actionsMetadataProvider: {
    // Of other people's actions nothing is known offline; without `inputs` any are right.
    fetchActionMetadata: async ({ owner, name, path }) =>
      name === ACTION && path === undefined ? metadata : { name: `${owner}/${name}`, description: '' },
  },
  fileProvider: {
    async getFileContent(reference) {
      if ('repository' in reference && reference.repository !== ACTION)
        throw new Error(`Nothing is known of ${reference.owner}/${reference.repository}`)
      return { name: reference.path, content: readFileSync(join(ROOT, reference.path), 'utf8') }
    },
  },
  contextProviderConfig: {
    // Our outputs are all that our step has.
    async getContext(context, known, { job }) {
      if (context !== 'steps' || known === undefined || job === undefined || !('steps' in job))
        return undefined
      for (const step of job.steps) {
        const found = known.get(step.id)
        if (!('uses' in step) || !isOurs(step.uses.value) || !isDictionary(found)) continue
        const [outputs, value] = [found.get('outputs'), found.get('outcome')]
        if (!isDictionary(outputs) || value === undefined) throw new Error('The language service has changed')
        for (const output of Object.keys(metadata.outputs)) outputs.add(output, value)
        outputs.complete = true
      }
      return known
    },
  },
}

type Dictionary = NonNullable<
  Awaited<ReturnType<NonNullable<ValidationConfig['contextProviderConfig']>['getContext']>>
>
const isDictionary = (value: unknown): value is Dictionary =>
  typeof value === 'object' && value !== null && 'complete' in value
const isOurs = (uses: string) => new RegExp(`^[^/]+/${ACTION}@`, 'u').test(uses)

let documents = 0

/** What GitHub's language service finds wrong with a workflow or an action.yml, a line each: `path:line: message`. */
export async function faultsIn({ path, text, line = 1, added = 0 }: Excerpt): Promise<string[]> {
  documents += 1
  const name = path.endsWith('action.yml') ? 'action.yml' : '.github/workflows/workflow.yml'
  const document = {
    // A folder of its own, since it remembers by the address what it has read.
    uri: `file:///${documents}/${name}`,
    // It passes over an action that is named by a path, and takes the placeholder for a wrong name.
    getText: () =>
      text
        .replace(/(\buses: *)(['"]?)\.\/\2(?= *(?:#.*)?$)/gmu, `$1this/${ACTION}@ref`)
        .replaceAll('<owner>', 'octo-org'),
  }
  // It reads no more of a document than these two.
  const found = await validate(document as Parameters<typeof validate>[0], config)
  if (told.length > 0) throw new Error(`${path}: the language service failed: ${told.splice(0).join(' ')}`)
  return found
    .filter(({ message, range }) => !isForeign(String(message), text.split('\n')[range.start.line]))
    .map(({ message, range }) => `${path}:${range.start.line + line - added}: ${message}`)
}

/** Of other people's workflows nothing is known offline, as of their actions. */
const isForeign = (message: string, line = '') =>
  message === 'Unable to find reusable workflow' &&
  !new RegExp(`\\buses: *['"]?(?:\\.|[^/]+/${ACTION})/`, 'u').test(line)
