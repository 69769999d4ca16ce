import { parseYaml } from './yaml.ts'

/** A list, or the words that say why there is none (they follow the input's name, without a full stop). */
export type ListResult = { items: readonly unknown[] } | { problem: string }

/**
 * Reads a list as people write it into an input: one item a line, or a YAML or JSON list. Text is a YAML list where
 * its first line starts with a dash and a space, and a flow list (JSON is one) where it stands between brackets; a
 * Telegram group id such as `-1001234567890` is neither.
 */
export async function readList(text: string): Promise<ListResult> {
  const structured = /^-(\s|$)/u.test(text) || /^\[[\s\S]*\]$/u.test(text) || /^\{[\s\S]*\}$/u.test(text)
  if (structured) return readYamlList(text)
  const lines = text.split(/\r\n|\r|\n/u).map((line) => line.trim())
  return { items: lines.filter((line) => line !== '') }
}

const UNQUOTED = '. Put each item in quotes, or one item a line without dashes and brackets'

async function readYamlList(text: string): Promise<ListResult> {
  const { root, plain, problems } = await parseYaml(text)
  const [problem] = problems
  if (problem) {
    return {
      problem: `looks like a YAML or JSON list but cannot be read as one (line ${problem.at}: ${problem.words})${problem.unquoted ? UNQUOTED : ''}`,
    }
  }
  const value = plain(root)
  return Array.isArray(value)
    ? { items: value }
    : { problem: 'looks like YAML or JSON, but is no list; put one item a line, or each behind a dash' }
}
