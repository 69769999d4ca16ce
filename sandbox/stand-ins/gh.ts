import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'

/*
 * Stands in for GitHub's command line: as a program on the PATH, it asks the GitHub that GITHUB_API_URL names, and prints
 * and fails like gh 2. It knows the commands and options that our workflows use, and refuses all others.
 */

/** What gh prints if GH_TOKEN is not set, and its exit code. */
const NO_TOKEN =
  'gh: To use GitHub CLI in a GitHub Actions workflow, set the GH_TOKEN environment variable.\n'
const NOT_LOGGED_IN = 4

/** A release in GitHub's REST API. */
type RestRelease = {
  id: number
  tag_name: string
  body: string
  draft: boolean
  immutable: boolean
  assets: { id: number; name: string }[]
}

/** A command's arguments: options such as `--limit 1`, `--draft` and `--latest=false`, and all others. */
type Given = { options: Record<string, string>; rest: string[] }

/** Options without a value behind them. */
const FLAGS = ['--clobber', '--draft', '--exclude-drafts', '--paginate', '--slurp', '--verify-tag', '--yes']

const COMMANDS: Record<string, (given: Given) => Promise<string>> = {
  api,
  'release list': listReleases,
  'release view': viewRelease,
  'release create': createRelease,
  'release edit': editRelease,
  'release upload': uploadAssets,
  'release delete': deleteRelease,
  'pr list': listPulls,
  'pr create': createPull,
  // A clone on this machine needs no token.
  'auth setup-git': async () => '',
}

/** Those with a second word. */
const GROUPS = ['auth', 'pr', 'release']

/** What GitHub refused, as gh reports it: the answer on stdout, a line on stderr. */
class Refused extends Error {
  readonly answer: unknown
  constructor(answer: unknown, status: number) {
    super(`gh: ${Object(answer).message} (HTTP ${status})`)
    this.answer = answer
  }
}

async function main([group = '', ...args]: string[]): Promise<void> {
  if (!process.env.GH_TOKEN) {
    process.stderr.write(NO_TOKEN)
    process.exitCode = NOT_LOGGED_IN
    return
  }
  const name = GROUPS.includes(group) ? `${group} ${args.shift()}` : group
  const command = COMMANDS[name]
  if (!command) throw new Error(`This stand-in of gh does not know: gh ${name}`)
  try {
    process.stdout.write(await command(readArguments(args)))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    process.stdout.write(JSON.stringify(error.answer))
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}

function readArguments(args: readonly string[]): Given {
  const given: Given = { options: {}, rest: [] }
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    const [name = '', value] = arg.split(/=(.*)/su)
    if (!arg.startsWith('-')) given.rest.push(arg)
    else if (value !== undefined) given.options[name] = value
    else if (FLAGS.includes(name)) given.options[name] = 'true'
    else if (name === '-f' || name === '-F') given.rest.push(`${name}${args[++at]}`)
    else given.options[name] = args[++at] ?? ''
  }
  return given
}

/** `gh api PATH [--method METHOD] [--paginate [--slurp]] [-f NAME=TEXT] [-f NAME[]=ITEM] [-F NAME=VALUE] [--jq FILTER]` */
async function api({ options, rest: [path = '', ...fields] }: Given): Promise<string> {
  const body = readFields(fields)
  const method = options['--method'] ?? (fields.length > 0 ? 'POST' : 'GET')
  if (method !== 'GET')
    return print(await ask(method, path, fields.length > 0 ? body : undefined), options['--jq'])
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(body)) query.set(name, String(value))
  const pages = await askForPages(fields.length > 0 ? `${path}?${query}` : path, '--paginate' in options)
  if ('--slurp' in options) return print(pages)
  // A filter sees one page at a time.
  return pages.map((page) => print(page, options['--jq'])).join('')
}

function readFields(fields: readonly string[]): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const field of fields) {
    const [name = '', text = ''] = field.slice(2).split(/=(.*)/su)
    const value: unknown = field.startsWith('-F') ? JSON.parse(text) : text
    const [, list] = /^(.*)\[\]$/u.exec(name) ?? []
    if (list === undefined) body[name] = value
    else body[list] = [...((body[list] as unknown[]) ?? []), value]
  }
  return body
}

/** `gh release list [--exclude-drafts] [--limit NUMBER] --json NAMES [--jq FILTER]` */
async function listReleases({ options }: Given): Promise<string> {
  const all: RestRelease[] = await ask('GET', ofRepository('releases'))
  const listed = all
    .filter(({ draft }) => !(draft && options['--exclude-drafts']))
    .slice(0, Number(options['--limit'] ?? 30))
  return print(
    listed.map((release) => pickMembers(release, options['--json'])),
    options['--jq'],
  )
}

/** `gh release view TAG --json NAMES [--jq FILTER]` */
async function viewRelease({ options, rest: [tag = ''] }: Given): Promise<string> {
  return print(pickMembers(await releaseOf(tag), options['--json']), options['--jq'])
}

/** `gh release create TAG --draft --verify-tag --target COMMIT --title TITLE --notes-file FILE [FILE …]` */
async function createRelease({ options, rest: [tag = '', ...files] }: Given): Promise<string> {
  if (options['--verify-tag']) await ask('GET', ofRepository(`commits/tags/${tag}`))
  const release: RestRelease = await ask('POST', ofRepository('releases'), {
    tag_name: tag,
    name: options['--title'],
    body: await readFile(options['--notes-file'] ?? '', 'utf8'),
    draft: options['--draft'] === 'true',
    target_commitish: options['--target'],
  })
  await upload(release, files)
  return ''
}

/** `gh release upload TAG FILE [FILE …] [--clobber]` */
async function uploadAssets({ options, rest: [tag = '', ...files] }: Given): Promise<string> {
  const release = await releaseOf(tag)
  const existing = release.assets.filter(({ name }) => files.some((file) => basename(file) === name))
  if (existing.length > 0 && !options['--clobber'])
    throw new Refused({ message: 'asset under the same name already exists' }, 422)
  for (const { id } of existing) await ask('DELETE', ofRepository(`releases/assets/${id}`))
  await upload(release, files)
  return ''
}

async function upload({ id }: RestRelease, files: readonly string[]): Promise<void> {
  for (const file of files) {
    // As base64, since requests to the stand-in of GitHub are text.
    const content = (await readFile(file)).toString('base64')
    await ask('POST', `${ofRepository(`releases/${id}/assets`)}?name=${basename(file)}`, { content })
  }
}

/** `gh release edit TAG --draft=false --latest=false` */
async function editRelease({ options, rest: [tag = ''] }: Given): Promise<string> {
  const { id } = await releaseOf(tag)
  const latest = options['--latest']
  await ask('PATCH', ofRepository(`releases/${id}`), {
    draft: options['--draft'] !== 'false',
    ...(latest && { make_latest: latest }),
  })
  return ''
}

/** `gh release delete TAG --yes` */
async function deleteRelease({ rest: [tag = ''] }: Given): Promise<string> {
  const { id } = await releaseOf(tag)
  await ask('DELETE', ofRepository(`releases/${id}`))
  return ''
}

/** `gh pr list --head BRANCH --state open --json number` */
async function listPulls({ options }: Given): Promise<string> {
  const [owner] = (process.env.GH_REPO ?? '').split('/')
  const query = new URLSearchParams({
    head: `${owner}:${options['--head']}`,
    state: options['--state'] ?? 'open',
  })
  const pulls: { number: number }[] = await ask('GET', `${ofRepository('pulls')}?${query}`)
  return print(pulls.map(({ number }) => ({ number })))
}

/** `gh pr create --base BRANCH --head BRANCH --title TITLE --body TEXT` */
async function createPull({ options }: Given): Promise<string> {
  const { html_url } = await ask('POST', ofRepository('pulls'), {
    base: options['--base'],
    head: options['--head'],
    title: options['--title'],
    body: options['--body'],
  })
  return `${html_url}\n`
}

const ofRepository = (path: string) => `repos/${process.env.GH_REPO}/${path}`

/** The release of a tag: a published one if there is one, else a draft. */
async function releaseOf(tag: string): Promise<RestRelease> {
  const all: RestRelease[] = await ask('GET', ofRepository('releases'))
  const ofTag = all.filter((release) => release.tag_name === tag)
  const found = ofTag.find(({ draft }) => !draft) ?? ofTag[0]
  if (!found) throw new Refused({ message: 'release not found' }, 404)
  return found
}

// biome-ignore lint/suspicious/noExplicitAny: what GitHub answers depends on the path
async function ask(method: string, path: string, body?: object): Promise<any> {
  return (await request(method, addressOf(path), body)).answer
}

/** A path's answer, and all that it leads on to if they are wanted. */
async function askForPages(path: string, all: boolean): Promise<unknown[]> {
  const pages: unknown[] = []
  for (let address: string | undefined = addressOf(path); address !== undefined; ) {
    const { answer, headers }: Awaited<ReturnType<typeof request>> = await request('GET', address)
    pages.push(answer)
    const [, next] = /<([^>]*)>; rel="next"/u.exec(headers.get('link') ?? '') ?? []
    address = all ? next : undefined
  }
  return pages
}

const addressOf = (path: string) => `${process.env.GITHUB_API_URL}/${path.replace(/^\//u, '')}`

async function request(method: string, address: string, body?: object) {
  const response = await fetch(address, {
    method,
    headers: { authorization: `token ${process.env.GH_TOKEN}`, 'user-agent': 'GitHub CLI 2.0.0' },
    ...(body && { body: JSON.stringify(body) }),
  })
  const answer: unknown = response.status === 204 ? undefined : await response.json()
  if (!response.ok) throw new Refused(answer, response.status)
  return { answer, headers: response.headers }
}

/** The members that `--json` names, under gh's own names. */
function pickMembers(release: RestRelease, names = ''): object {
  const all: Record<string, unknown> = {
    tagName: release.tag_name,
    isDraft: release.draft,
    isImmutable: release.immutable,
    body: release.body,
  }
  return Object.fromEntries(
    names.split(',').map((name) => {
      if (!(name in all)) throw new Error(`This stand-in of gh does not know: --json ${name}`)
      return [name, all[name]]
    }),
  )
}

/**
 * As JSON, or what a filter of jq picks. Texts are printed as they are. A member, or that of each item, it picks itself;
 * for anything else it needs jq, which runners have.
 */
function print(value: unknown, filter?: string): string {
  if (filter === undefined) return JSON.stringify(value)
  const [, each, name = ''] = /^\.(\[\]\.)?(\w+)$/u.exec(filter) ?? []
  if (name === '')
    return execFileSync('jq', ['--raw-output', '--compact-output', filter], {
      input: JSON.stringify(value),
      encoding: 'utf8',
    })
  const picked = (each ? (value as unknown[]) : [value]).map((item): unknown => Object(item)[name])
  return picked.map((item) => `${typeof item === 'string' ? item : JSON.stringify(item)}\n`).join('')
}

await main(process.argv.slice(2))
