import { expect, test } from 'vitest'
import { runDemo } from '../../scripts/demo.ts'
import { annotations } from '../../scripts/pictures.ts'
import { textNodesOf } from '../support/rendered.ts'

/** What is read in a box, piece by piece. */
const piecesOf = (html: string) =>
  textNodesOf(html)
    .map((text) => text.trim())
    .filter((text) => text !== '')

test('the picture of an annotation has what the run said, and nothing else', async () => {
  const { outcome } = await runDemo({ goal: '', 'results-visibility': 'everyone' })
  const { properties, message } = outcome.commands.find(({ command }) => command === 'error') ?? {}
  expect(message?.split('\n')).toHaveLength(2)
  const said = [properties?.title, ...(message?.split('\n') ?? [])]
  expect(piecesOf(annotations(outcome.commands, 'open'))).toEqual(['Annotations', '1 error', 'open', ...said])
})

test('its texts are text, whatever stands in them', () => {
  const [title, message, job] = ['<b>&amp;', '"</p><img src=x>', '<i>']
  const commands = [{ command: 'error', properties: { title }, message }]
  expect(piecesOf(annotations(commands, job)).slice(2)).toEqual([job, title, message])
})
