import { expect, test } from 'vitest'
import { render } from '../../sandbox/judges/rendered.ts'
import { insertTables, renderTables } from '../../scripts/tables.ts'

const ACTION = `
inputs:
  # The session
  topic:
    description: |
      The title of the session,
      on one line.

      Example: \`Retro\`
  api-key: { description: Your key., required: true }
  # Rarely needed
  retries: { description: Further tries., required: false, default: 5 }
  message: { default: "  Come in,\\nall of you " }
  pipes: { description: 'Either \`a|b\` or c | d.', default: 'a\`|\`' }
  bare:
outputs:
  join-url: { description: "The link\\nto join, \`https://example.org/join?s=hst_1\`." }
`

test('a table has a row for each input or output, in the order of action.yml and by its groups', () => {
  const { inputs, outputs } = renderTables(ACTION)
  expect(inputs.split('\n')).toEqual([
    '### The session',
    '',
    '| Input | Description |',
    '| --- | --- |',
    '| `topic` | The title of the session, on one line.<br><br>Example: `Retro` |',
    '| `api-key`<br>**required** | Your key. |',
    '',
    '### Rarely needed',
    '',
    '| Input | Description |',
    '| --- | --- |',
    '| `retries`<br>default: `5` | Further tries. |',
    '| `message`<br>default: `Come in, all of you` | |',
    expect.stringContaining('`pipes`'),
    '| `bare` | |',
  ])
  expect(render(inputs)).toContain('<code>a`|`</code></td>\n<td>Either <code>a|b</code> or c | d.</td>')
  expect(outputs).toBe(
    '| Output | Description |\n| --- | --- |\n| `join-url` | The link to join, <code>https://<wbr>example.<wbr>org/<wbr>join?<wbr>s=<wbr>hst_<wbr>1</code>. |',
  )
  expect(renderTables('inputs: {a: }')).toEqual({
    inputs: '| Input | Description |\n| --- | --- |\n| `a` | |',
    outputs: '| Output | Description |\n| --- | --- |',
  })
})

const readme = (inputs: string, outputs: string) =>
  `# A\n\n<!-- inputs:start -->${inputs}<!-- inputs:end -->\n\nB\n\n<!-- outputs:start -->${outputs}<!-- outputs:end -->\n`
const tables = { inputs: '| in $& |', outputs: '| out |' }

test('a document gets the tables between its markers, and stays as it is when it gets them again', () => {
  const written = insertTables(readme('', '\nold\n'), tables)
  expect(written).toBe(readme('\n\n| in $& |\n\n', '\n\n| out |\n\n'))
  expect(insertTables(written, tables)).toBe(written)
})

test.each([
  ['without markers', '# A', 'inputs'],
  ['without an end', readme('', '').replace('<!-- outputs:end -->', ''), 'outputs'],
  ['with the end first', `<!-- inputs:end -->${readme('', '').replace('<!-- inputs:end -->', '')}`, 'inputs'],
  ['with two starts', readme('<!-- inputs:start -->', ''), 'inputs'],
  ['with two ends', readme('', '<!-- outputs:end -->'), 'outputs'],
])('a document %s is refused', (_, text, name) => {
  const fault = `The document needs <!-- ${name}:start --> and, after it, <!-- ${name}:end -->, each once.`
  expect(() => insertTables(text, tables)).toThrow(fault)
})
