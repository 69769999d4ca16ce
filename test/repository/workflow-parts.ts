import { isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { Text } from '../../sandbox/repository-files.ts'

/** What a step or a job uses. */
export type Uses = {
  /** What stands behind `uses:`. */
  name: string
  /** `path:line` */
  where: string
}

/** Every `uses:` of a workflow, in order. */
export function usesIn({ path, text, line: first = 1 }: Text): Uses[] {
  const lines = new LineCounter()
  const found: Uses[] = []
  visit(parseDocument(text, { lineCounter: lines }), {
    Pair(_, { key, value }) {
      if (!isScalar(key) || key.value !== 'uses' || !isScalar(value)) return
      const { line } = lines.linePos(value.range?.[0] ?? 0)
      found.push({ name: String(value.value), where: `${path}:${line + first - 1}` })
    },
  })
  return found
}
