import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const CORPUS = fileURLToPath(new URL('../fixtures/hostile/', import.meta.url))

/** The attacks of test/fixtures/hostile/texts by file, each a list of texts. */
export const hostileTexts: Record<string, string[]> = Object.fromEntries(
  readdirSync(`${CORPUS}texts`).map((name) => [name.replace('.json', ''), parsed(`texts/${name}`)]),
)

/** Bodies of answers to a creation, as they come over the wire. */
export const hostileAnswers: [name: string, body: string][] = readdirSync(`${CORPUS}answers`).map((name) => [
  name,
  hostileFile(`answers/${name}`),
])

/** Comments on an issue. */
export const forgedComments = parsed('comments/forged.json')

/** A file of the corpus as text. */
export function hostileFile(path: string): string {
  return readFileSync(CORPUS + path, 'utf8')
}

function parsed(path: string): string[] {
  const texts: unknown = JSON.parse(hostileFile(path))
  if (!Array.isArray(texts) || texts.length === 0) throw new Error(`${path} is no list of texts.`)
  return texts.map(String)
}
