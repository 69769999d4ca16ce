import { expect, test } from 'vitest'
import { textNodesOf } from '../../sandbox/judges/rendered.ts'
import { annotations, boxed, digestOf } from '../../scripts/pictures.ts'

test('the picture of an annotation has its title and lines as text, and no other command', () => {
  const title = '<b>&amp;'
  const job = '<i>'
  const all = [
    { kind: 'warning', title: '', message: 'unseen' },
    { kind: 'error', title, message: '"</p><img src=x>\nTwo.' },
  ]
  const shown = textNodesOf(annotations(all, job)).map((text) => text.trim())
  expect(shown.filter(Boolean)).toEqual(['Annotations', '1 error', job, title, '"</p><img src=x>', 'Two.'])
})

test('a picture stays the same if only the targets of its links, or comments, change', () => {
  const digest = (markdown: string) => digestOf(boxed(markdown))
  const before = digest('[a](https://x)')
  expect(digest('[a](https://y)')).toBe(before)
  expect(digest('[a](https://x)<!-- signed -->')).toBe(before)
  expect(digest('[b](https://x)')).not.toBe(before)
})
