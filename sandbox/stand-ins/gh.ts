import { parseArgs } from 'node:util'

/*
 * Stands in for GitHub's command line: as a program on the PATH, it asks the GitHub that GITHUB_API_URL names, and prints
 * and fails like gh 2. It knows the commands and options that our workflows use, and refuses all others.
 */

/** What gh says where no token is in GH_TOKEN, and the exit code that it has for it. */
const NO_TOKEN =
  'gh: To use GitHub CLI in a GitHub Actions workflow, set the GH_TOKEN environment variable.\n'
const NOT_LOGGED_IN = 4

const [command = '', ...rest] = process.argv.slice(2)
if (!process.env.GH_TOKEN) {
  process.stderr.write(NO_TOKEN)
  process.exitCode = NOT_LOGGED_IN
} else if (command === 'api') {
  await api(rest)
} else {
  throw new Error(`This stand-in of gh does not know: gh ${command}`)
}

/** `gh api PATH [--jq FILTER]` */
async function api(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { jq: { type: 'string' } },
  })
  const [path = ''] = positionals
  const response = await fetch(`${process.env.GITHUB_API_URL}/${path.replace(/^\//u, '')}`, {
    headers: { authorization: `token ${process.env.GH_TOKEN}`, 'user-agent': 'GitHub CLI 2.0.0' },
  })
  const answer: unknown = await response.json()
  if (!response.ok) {
    process.stdout.write(JSON.stringify(answer))
    process.stderr.write(`gh: ${Object(answer).message} (HTTP ${response.status})\n`)
    process.exitCode = 1
    return
  }
  process.stdout.write(values.jq === undefined ? JSON.stringify(answer) : `${pick(answer, values.jq)}\n`)
}

/** What a filter of jq picks, if it is a path to a member, such as `.visibility`. */
function pick(value: unknown, filter: string): string {
  const [, name = ''] = /^\.(\w+)$/u.exec(filter) ?? []
  if (name === '') throw new Error(`This stand-in of gh does not know: --jq '${filter}'`)
  const member: unknown = Object(value)[name]
  return typeof member === 'string' ? member : JSON.stringify(member ?? null)
}
