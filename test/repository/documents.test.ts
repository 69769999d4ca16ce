import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { markdownFiles, repositoryFiles, textsLike } from '../../sandbox/repository-files.ts'
import { writtenFiles } from '../../scripts/docs.ts'
import { type Document, readDocument } from './documents.ts'

const documents = markdownFiles().map(readDocument)
const { scripts } = JSON.parse(textsLike(/^package\.json$/u)[0]?.text ?? '')

const isHttps = (url: string) => /^https:\/\/[^/]/iu.test(url) && URL.canParse(url)
const isThere = (path: string) =>
  path === '.' || repositoryFiles.some((file) => `${file}/`.startsWith(posix.join(path, '/')))

/** What is wrong with the links and images of a document. */
function brokenLinks({ path, targets }: Document, all: readonly Document[]): string[] {
  return targets.flatMap((target) => {
    if (/^[a-z][a-z+.-]*:/iu.test(target)) return isHttps(target) ? [] : `${target} is no https address`
    const [, to = '', anchor] = /^([^#]*)(?:#(.*))?$/su.exec(target) ?? []
    // GitHub takes a slash at the start for the repository's root.
    const found = to === '' ? path : posix.join(to.startsWith('/') ? '.' : posix.dirname(path), decodeURI(to))
    if (!isThere(found)) return `${target} leads to ${found}, which is no file of the repository`
    const anchors = all.find((document) => document.path === found)?.anchors ?? []
    return anchor === undefined || anchors.includes(anchor)
      ? []
      : `${target} names no heading of ${found}: ${anchors}`
  })
}

/** Paths from the top of this repository, and scripts of package.json, that code in a document names and that are not there. */
function missingNames({ code }: Document): string[] {
  const all = (pattern: RegExp) =>
    code.flatMap((text) => Array.from(text.matchAll(pattern), ([, name = '']) => name))
  const paths = all(/(?<![\w./-])((?:src|test|docs|scripts|examples|dist)\/(?:[\w./-]*\w)?)/gu)
  const run = [...all(/\bnpm run ([\w:-]+)/gu), ...all(/\bnpm (start|test)\b/gu)]
  return [...paths.filter((path) => !isThere(path)), ...run.filter((name) => !(name in scripts))]
}

test.each(documents)('$path links and names only what is there', (document) => {
  expect(brokenLinks(document, documents)).toEqual([])
  expect(missingNames(document)).toEqual([])
})

const written = await writtenFiles()
test.each(written)('$path is as npm run docs writes it', ({ text, wanted }) => {
  expect(text).toBe(wanted)
})

test('a broken link or name is reported', () => {
  const text = `# A b\n[x](gone.md) ![y](../docs) <http://a.example> [z](#a) [A](#a-b)\n<img src="gone.png" srcset="../README.md 1x, /gone 2x">\n
\`test/gone.ts\`, \`npm run gone\`, \`src/\`\n\n\`\`\`sh\nnpm test docs/gone\n\`\`\`\n`
  const page = readDocument({ path: 'docs/testing.md', text })
  expect(brokenLinks(page, [page])).toEqual([
    'gone.md leads to docs/gone.md, which is no file of the repository',
    'http://a.example is no https address',
    '#a names no heading of docs/testing.md: a-b',
    'gone.png leads to docs/gone.png, which is no file of the repository',
    '/gone leads to gone, which is no file of the repository',
  ])
  expect(missingNames(page)).toEqual(['test/gone.ts', 'docs/gone', 'gone'])
})

test('nobody has to read more than they need', () => {
  const limits: [path: RegExp, words: number][] = [
    [/^README\.md$/u, 1200],
    [/^docs\//u, 1200],
  ]
  const long = documents.flatMap(({ path, words }) =>
    limits.flatMap(([of, limit]) =>
      of.test(path) && words > limit ? [`${path} has ${words} words, over ${limit}`] : [],
    ),
  )
  expect(long).toEqual([])
  const usage = documents.find(({ path }) => path === 'README.md')?.wordsBeforeCode
  expect(usage, 'The README shows how the action is used within its first 80 words.').toBeLessThanOrEqual(80)
  const tables = '<!-- inputs:start -->\n\n| a |\n| --- |\n\n<!-- inputs:end -->'
  const text = `# A _b_\n\n* C: \`d e\`, f – g.\n\n\`\`\`sh\nh i\n\`\`\`\n${tables}\n\n| j |\n| --- |\n| k<br>l |\n`
  expect(readDocument({ path: 'a.md', text })).toMatchObject({ words: 10, wordsBeforeCode: 7 })
})

test('links in YAML are whole, since they are shown on other pages', () => {
  const links = textsLike(/^(?:(?:\w+\/)?action|\.github\/.*|examples\/.*)\.yml$/u).flatMap(
    ({ path, text }) =>
      Array.from(text.matchAll(/\]\(([^)\s]*)\)|(\bhttps?:[^\s'"`<>)]*)/giu), ([, link, url]) => [
        path,
        link ?? url ?? '',
      ]),
  )
  expect(links.filter(([, url = '']) => !isHttps(url))).toEqual([])
})

test('messages that the documents quote in “…” stand in the sources, or in a test that sees them', () => {
  const texts = textsLike(/^(?:src|test\/(?!repository\/|support\/)).*\.(?:ts|txt)$/u).map(({ text }) => text)
  const quotes = textsLike(/^(?:README|docs\/.*)\.md$/u).flatMap(({ path, text }) =>
    Array.from(text.matchAll(/“([^“”]*)”/gu), ([, words = '']) => ({
      path,
      words: words.replaceAll(/\s+/gu, ' '),
    })),
  )
  // Two words are a name that readers give. `…` stands for any in a message.
  const messages = quotes.filter(({ words }) => words.split(' ').length > 2)
  const unknown = messages.filter(
    ({ words }) => !words.split(/ ?… ?/u).every((part) => texts.some((text) => text.includes(part))),
  )
  expect(messages).not.toEqual([])
  expect(unknown).toEqual([])
})
