import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, test } from 'vitest'
import { insertTables, renderTables } from '../../scripts/tables.ts'

const PROJECT = join(import.meta.dirname, '../..')

const render = (markdown: string) => micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] })

const ACTION = `
inputs:
  topic:
    description: |
      The title of the session,
      on one line.

      Example: \`Retro\`
  api-key:
    description: Your key.
    required: true
  retries:
    description: Further tries.
    required: false
    default: 5
  summary:
    description: Write the summary.
    default: 'true'
  message:
    default: "  Come in,\\nall of you "
  bare:
outputs:
  join-url:
    description: >-
      The link
      to join.
`

describe('the tables of an action', () => {
  test('have a row each, in the order of action.yml', () => {
    const tables = renderTables(ACTION)
    expect(tables.inputs).toBe(
      [
        '| Input | Default | Description |',
        '| --- | --- | --- |',
        '| `topic` | | The title of the session, on one line.<br><br>Example: `Retro` |',
        '| `api-key` | **required** | Your key. |',
        '| `retries` | `5` | Further tries. |',
        '| `summary` | `true` | Write the summary. |',
        '| `message` | `Come in, all of you` | |',
        '| `bare` | | |',
      ].join('\n'),
    )
    expect(tables.outputs).toBe(
      ['| Output | Description |', '| --- | --- |', '| `join-url` | The link to join. |'].join('\n'),
    )
  })

  test('keep pipes and backticks inside their cell', () => {
    const { inputs } = renderTables(`
inputs:
  x:
    description: 'Either \`a|b\` or c | d.'
    default: 'a\`|\`'
`)
    expect(render(inputs)).toContain(
      '<td><code>x</code></td>\n<td><code>a`|`</code></td>\n<td>Either <code>a|b</code> or c | d.</td>',
    )
  })

  test('are empty for an action without inputs and outputs', () => {
    expect(renderTables('name: x').outputs).toBe('| Output | Description |\n| --- | --- |')
  })
})

describe('the README', () => {
  const tables = { inputs: '| in $& |', outputs: '| out |' }
  const readme = (inputs: string, outputs: string) =>
    `# A\n\n<!-- inputs:start -->${inputs}<!-- inputs:end -->\n\nB\n\n<!-- outputs:start -->${outputs}<!-- outputs:end -->\n`

  test('gets the tables between its markers, and the same again', () => {
    const written = insertTables(readme('', '\nold\n'), tables)
    expect(written).toBe(readme('\n\n| in $& |\n\n', '\n\n| out |\n\n'))
    expect(insertTables(written, tables)).toBe(written)
  })

  test.each([
    ['without markers', '# A', 'inputs'],
    ['without an end', readme('', '').replace('<!-- outputs:end -->', ''), 'outputs'],
    [
      'with the end first',
      `<!-- inputs:end -->${readme('', '').replace('<!-- inputs:end -->', '')}`,
      'inputs',
    ],
    ['with two starts', readme('<!-- inputs:start -->', ''), 'inputs'],
    ['with two ends', readme('', '<!-- outputs:end -->'), 'outputs'],
  ])('%s is refused', (_, text, name) => {
    expect(() => insertTables(text, tables)).toThrow(
      `README.md needs <!-- ${name}:start --> and, after it, <!-- ${name}:end -->, each once.`,
    )
  })

  test('agrees with action.yml (`npm run docs` makes it so)', async () => {
    const [committed, action] = await Promise.all(
      ['README.md', 'action.yml'].map((name) => readFile(join(PROJECT, name), 'utf8')),
    )
    expect(insertTables(committed ?? '', renderTables(action ?? ''))).toBe(committed)
  })
})
