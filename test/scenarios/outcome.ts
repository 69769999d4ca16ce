import { expect } from 'vitest'
import { GITHUB_TOKEN, type GitHub } from '../../sandbox/stand-ins/github.ts'
import { HARMONICA_KEY, type Harmonica } from '../../sandbox/stand-ins/harmonica.ts'
import type { Outcome } from './step.ts'

/** A line of the log as GitHub shows it; empty for masks, debug lines and the ends of groups. */
export function readable(line: string): string[] {
  const [, command, properties = '', text = ''] = /^::([a-z-]+)(?: (.*?))?::(.*)$/u.exec(line) ?? []
  const shown = text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%')
  if (command === undefined) return line === '' ? [] : [line]
  if (command === 'add-mask' || command === 'debug' || command === 'endgroup') return []
  const title = /title=(.*)/u.exec(properties)?.[1]?.replaceAll('%2C', ',').replaceAll('%3A', ':')
  return [`${command}: ${title ? `${title}: ` : ''}${shown}`]
}

type Request = Harmonica['requests'][number]

/** A short name for a request. */
export function callName({ method, path, body }: Request): string {
  if (!path.endsWith('/graphql')) return `${method} ${path.replace('/api/v1', '')}`
  const { query = '', variables = {} } = body as { query?: string; variables?: Record<string, unknown> }
  if (query.startsWith('mutation')) return query.includes('addReaction') ? 'react' : 'comment'
  const isDiscussion = query.includes(' discussion(') && !query.includes('issueOrPullRequest(')
  return `read ${isDiscussion ? 'discussion ' : ''}#${variables.number}${variables.before ? ', further' : ''}`
}

/** Expects what must hold in every scenario: no secret is shown or sent elsewhere, and no answers are read. */
export function neverLeaks(
  { outputs, summary }: Outcome,
  stdout: string,
  github: GitHub,
  harmonica: Harmonica,
): void {
  const shown = stdout.replaceAll(/^::add-mask::.*$/gmu, '')
  const posted = github.threads.flatMap(({ comments }) => comments.map(({ body }) => body))
  const public_ = [shown, summary, JSON.stringify(outputs), ...posted].join('\n')
  for (const secret of [HARMONICA_KEY, GITHUB_TOKEN]) expect(public_).not.toContain(secret)
  for (const { text, headers } of github.requests)
    expect(text + JSON.stringify(headers)).not.toContain(HARMONICA_KEY)
  expect(harmonica.requests.filter(({ path }) => path.endsWith('/responses'))).toEqual([])
}
