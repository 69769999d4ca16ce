import { expect, test } from 'vitest'
import { type Document, type Piece, readDocument } from '../support/documents.ts'
import { markdownFiles, repositoryFiles, type Text, textsLike } from '../support/repository.ts'

const { scripts } = JSON.parse(textsLike(/^package\.json$/u)[0]?.text ?? '')

/** A path from the top of this repository. What begins with `.github/` may be one of a reader's own. */
const PATH = /(?<![\w./-])(?:src|test|docs|scripts|examples|dist|vendor)\/(?:[\w./-]*\w\/?)?/gu
/** Files and folders as they are called among ourselves, by the end of their path. */
const NAME = /(?<![\w./<-])(?:\.github\/)?(?:[\w-]+\/)*(?:[\w.-]+\.(?:ts|json|yml|md)\b|[\w-]+\/(?![\w<]))/gu
const SCRIPT = /\bnpm (?:run (?<run>[\w:-]+)|(?<own>start|test)\b)/gu
/** For people who work on the action; all other documents are for its users, whose files these may be. */
const OURS = /^(?:CONTRIBUTING|SECURITY|test\/.*)\.md$/u

const exists = (path: string) =>
  repositoryFiles.some((file) => file === path || (path.endsWith('/') && file.startsWith(path)))
const known = (name: string) =>
  repositoryFiles.some(
    (file) => `/${file}`.includes(`/${name}`) && (name.endsWith('/') || file.endsWith(name)),
  )

/** What code in a document or a comment names that is not there, a line each. */
function missing(path: string, code: readonly Piece[]): string[] {
  return code.flatMap(({ text, line }) => {
    const names = OURS.test(path) ? (text.match(NAME) ?? []) : []
    const gone = [
      ...(text.match(PATH) ?? []).filter((name) => !exists(name) && !exists(`${name}/`)),
      ...names.filter((name) => !known(name)),
    ].map((name) => `there is no ${name} in the repository`)
    const scriptless = Array.from(text.matchAll(SCRIPT), ({ groups }) => groups?.run ?? groups?.own ?? '')
      .filter((name) => !(name in scripts))
      .map((name) => `package.json has no script ${name}`)
    return [...new Set([...gone, ...scriptless])].map((fault) => `${path}:${line}: ${fault}`)
  })
}

const codeIn = ({ codeSpans, blocks }: Document) => [
  ...codeSpans,
  ...blocks.filter(({ language }) => ['sh', 'mermaid'].includes(language)),
]
/** All of a workflow that runs here; of one to copy, and of what is no workflow, only the comments are about us. */
const linesIn = ({ path, text }: Text): Piece[] =>
  text.split('\n').map((line, index) => ({
    text: path.startsWith('.github/workflows/') ? line : (/(?:^|\s)#.*/u.exec(line)?.[0] ?? ''),
    line: index + 1,
  }))

test.each(markdownFiles())('what $path names is there', (file) =>
  expect(missing(file.path, codeIn(readDocument(file)))).toEqual([]),
)

test.each(textsLike(/^(?:action|\.github\/.*|examples\/.*)\.ya?ml$/u))('what $path names is there', (file) =>
  expect(missing(file.path, linesIn(file))).toEqual([]),
)

test.each([
  ['README.md', 'See `docs/gone.md`', ['there is no docs/gone.md in the repository']],
  ['README.md', 'In `test/gone/`', ['there is no test/gone/ in the repository']],
  [
    'README.md',
    '```sh\nnpx vitest run test/gone.test.ts\n```',
    ['there is no test/gone.test.ts in the repository'],
  ],
  ['README.md', 'Run `npm run gone`, then `npm ci && npm start`', ['package.json has no script gone']],
  ['CONTRIBUTING.md', 'In `gone.ts`', ['there is no gone.ts in the repository']],
  ['CONTRIBUTING.md', '```mermaid\na["main.ts, gone.ts"]\n```', ['there is no gone.ts in the repository']],
  ['CONTRIBUTING.md', 'In `gone/`', ['there is no gone/ in the repository']],
  [
    'CONTRIBUTING.md',
    'By `.github/workflows/gone.yml`',
    ['there is no .github/workflows/gone.yml in the repository'],
  ],
  ['CONTRIBUTING.md', 'By `port/markdown.ts`', ['there is no port/markdown.ts in the repository']],
])('in %s, %j is told', (path, text, faults) => {
  const found = missing(path, codeIn(readDocument({ path, text })))
  expect(found).toEqual(
    faults.map((fault) => expect.stringMatching(new RegExp(`^${path}:[12]: ${fault}$`, 'u'))),
  )
})

test.each([
  ['README.md', '`.github/gone.md`, `SESSION.md`, `docs/recipes.md`, `dist/`, `npm start -- --topic x`'],
  [
    'CONTRIBUTING.md',
    '`main.ts`, `report/markdown.ts`, `request/`, `test/e2e/open.test.ts`, `issues/opened`',
  ],
])('in %s, %j is nothing to tell', (path, text) => {
  expect(missing(path, codeIn(readDocument({ path, text })))).toEqual([])
})

test('in YAML, comments are read like code, and all of what runs here', () => {
  const text =
    '# As docs/gone.md says,\na: 1 # and docs/recipes.md\nrun: node scripts/gone.ts && npm run gone'
  const read = (path: string) =>
    missing(path, linesIn({ path, text })).map((fault) => fault.slice(path.length))
  const fault = ':1: there is no docs/gone.md in the repository'
  expect(read('examples/workflows/a.yml')).toEqual([fault])
  const faults = [':3: there is no scripts/gone.ts in the repository', ':3: package.json has no script gone']
  expect(read('.github/workflows/a.yml')).toEqual([fault, ...faults])
})
