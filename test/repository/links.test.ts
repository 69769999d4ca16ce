import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { type Document, readDocument } from '../support/documents.ts'
import { markdownFiles, repositoryFiles, type Text, textsLike } from '../support/repository.ts'

const documents = markdownFiles().map(readDocument)

/** What is wrong with the links and images of a document, a line each. */
function brokenLinks({ path, targets }: Document, all: readonly Document[]): string[] {
  return targets.flatMap(({ text, line }) => {
    const fault = /^[a-z][a-z+.-]*:/iu.test(text) ? faultOfUrl(text) : faultOfPath(text, path, all)
    return fault === undefined ? [] : [`${path}:${line}: ${text} ${fault}`]
  })
}

const faultOfUrl = (url: string) =>
  /^https:\/\/[^/]/iu.test(url) && URL.canParse(url) ? undefined : 'is no https address: correct it'

function faultOfPath(target: string, from: string, all: readonly Document[]): string | undefined {
  const [, path = '', anchor] = /^([^#]*)(?:#(.*))?$/su.exec(target) ?? []
  // GitHub takes a slash at the start for the repository's root.
  const folder = path.startsWith('/') ? '.' : posix.dirname(from)
  const found = path === '' ? from : posix.join(folder, decodeURI(path))
  const there = [...repositoryFiles, ...all.map((document) => document.path)]
  if (found !== '.' && !there.some((file) => `${file}/`.startsWith(posix.join(found, '/'))))
    return `leads to ${found}, which is no file of the repository`
  if (anchor === undefined) return undefined
  const anchors = all.find((document) => document.path === found)?.anchors ?? new Set()
  return anchors.has(anchor) ? undefined : `names no heading of ${found}; it has ${[...anchors].join(', ')}`
}

/** In YAML what is a link is told by its form; a relative one leads nowhere, since it is shown on other pages. */
function brokenLinksInYaml({ path, text }: Text): string[] {
  return text.split('\n').flatMap((content, index) => {
    const found = content.matchAll(/\]\(([^)\s]*)\)|(\bhttps?:[^\s'"`<>)]*)/giu)
    const targets = Array.from(found, ([, link, url]) => link ?? url ?? '')
    return targets.flatMap((target) => {
      const fault = faultOfUrl(target)
      return fault === undefined ? [] : [`${path}:${index + 1}: ${target} ${fault}`]
    })
  })
}

test.each(documents)('the links of $path lead somewhere', (document) =>
  expect(brokenLinks(document, documents)).toEqual([]),
)

test.each(textsLike(/^(?:action|\.github\/.*|examples\/.*)\.ya?ml$/u))(
  'the links of $path are whole',
  (file) => expect(brokenLinksInYaml(file)).toEqual([]),
)

test('the links and images of the README are seen', () => {
  const targets = documents.find(({ path }) => path === 'README.md')?.targets.map(({ text }) => text)
  const expected = ['docs/recipes.md', 'docs/comment-dark.png', 'docs/comment-light.png', 'dist/licenses.txt']
  expect(targets).toEqual(expect.arrayContaining([...expected, 'https://harmonica.chat']))
})

const page = (text: string) => readDocument({ path: 'docs/page.md', text })
const other = readDocument({
  path: 'README.md',
  text: '# `a` & B, c_d-e\n## When it’s *wrong*…\n## Twice\n## Twice\n\nSetext [x](y)\n---\n```\n# no heading\n```\n',
})

test('headings have the names that GitHub gives them', () => {
  const names = ['a--b-c_d-e', 'when-its-wrong', 'twice', 'twice-1', 'setext-x']
  expect([...other.anchors]).toEqual(names)
  for (const name of names) expect(brokenLinks(page(`[x](../README.md#${name})`), [other])).toEqual([])
})

test.each([
  ['[x](gone.md)', 'gone.md leads to docs/gone.md'],
  ['![x](../docs/gone.png "title")', '../docs/gone.png leads to'],
  ['[x](/docs/gone.md)', '/docs/gone.md leads to docs/gone.md'],
  ['[x](../../README.md)', '../../README.md leads to ../README.md'],
  ['<img alt="" src="gone.png">', 'gone.png leads to'],
  ['<source srcset="recipes.md 1x, gone.png 2x">', 'gone.png leads to'],
  ['a <a href="#gone">b</a>', '#gone names no heading'],
  ['| a |\n| --- |\n| [x](../gone) |', '../gone leads to gone'],
  ['[x][y]\n\n[y]: gone.md', 'gone.md leads to'],
  ['# A\n[x](#b)', '#b names no heading of docs/page.md; it has a'],
  [
    '[x](../README.md#when-its-wrong…)',
    '../README.md#when-its-wrong… names no heading of README.md; it has a--b',
  ],
  ['[x](../LICENSE#mit)', '../LICENSE#mit names no heading'],
  ['<http://harmonica.chat>', 'http://harmonica.chat is no https address'],
  ['http://harmonica.chat', 'http://harmonica.chat is no https address'],
  ['[x](https:///path)', 'https:///path is no https address'],
  ['[x](https://[)', 'https://[ is no https address'],
])('a broken link is told: %s', (text, fault) => {
  const document = page(text)
  const [line] = text
    .split('\n')
    .flatMap((each, index) => (each.includes(fault.split(' ')[0] ?? '') ? [index + 1] : []))
  expect(brokenLinks(document, [document, other])).toEqual([
    expect.stringContaining(`docs/page.md:${line}: ${fault}`),
  ])
})

test.each([
  ['See [docs](docs/recipes.md).', 'docs/recipes.md is no https address'],
  ['See http://harmonica.chat for it', 'http://harmonica.chat is no https address'],
])('and so it is in YAML: %s', (text, fault) => {
  expect(brokenLinksInYaml({ path: 'a.yml', text: `a:\n  ${text}` })).toEqual([
    `a.yml:2: ${fault}: correct it`,
  ])
})

test.each([
  '[x](recipes.md)',
  '[x](../docs)',
  '[x](..)',
  '![x](../docs/comment-dark.png)',
  '`[x](gone)`',
  '# A\n[x](#a)',
])('what is right is not told: %s', (text) => {
  const document = page(text)
  expect(brokenLinks(document, [document])).toEqual([])
})
