import { listItem, type Session } from './harmonica-sessions.ts'

/** The list of sessions for `q`, `status`, `limit` and `offset`, the last changed first. */
export function listSessions(sessions: readonly Session[], query: Readonly<Record<string, string>>): object {
  const { q = '', status = '' } = query
  const limit = Math.min(Math.max(integer(query.limit, 20), 1), 100)
  const offset = Math.max(integer(query.offset, 0), 0)
  const pattern = likePattern(q)
  const found = sessions
    .filter((session) => session.role !== 'stranger' && !session.deleted)
    .filter((session) => status === '' || session.status === status)
    .filter(({ topic, goal }) => q === '' || pattern.test(topic) || pattern.test(goal))
    .toReversed()
    .toSorted((one, other) => Date.parse(other.updated_at) - Date.parse(one.updated_at))
  return {
    data: found.slice(offset, offset + limit).map(listItem),
    pagination: { total: found.length, limit, offset },
  }
}

function integer(text: string | undefined, fallback: number): number {
  const value = Number.parseInt(text ?? '', 10)
  return Number.isNaN(value) ? fallback : value
}

/** PostgreSQL's `ILIKE '%' || q || '%'`: `%`, `_` and `\` in `q` are wildcards, too. */
function likePattern(q: string): RegExp {
  const pattern = `%${q}%`.replace(/\\(.)|%+|_|[^\\%_]+/gsu, (token, escaped?: string) => {
    if (token === '_') return '.'
    return token.startsWith('%') ? '.*' : (escaped ?? token).replace(/[$()*+./?[\\\]^{|}]/g, '\\$&')
  })
  return new RegExp(`^${pattern}$`, 'isu')
}
