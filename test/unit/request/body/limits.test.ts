import { expect, test } from 'vitest'
import { tooMuchFrom } from '../../../../src/request/body/limits.ts'

const MARKS = '*'.repeat(3001)
const TAGS = '<i>'.repeat(501)

test.each([
  ['the beginning of the line with one mark too many', 'a\n', `b ${MARKS}\nc`],
  ['the first line of all', '', `b ${MARKS}`],
  ['the first of several lines, with marks before tags', 'a\n', `${MARKS}\n${TAGS}`],
  ['the first of several lines, with tags before marks', 'a\n', `${TAGS}\n${MARKS}`],
  ['the line behind the last one that is read', '\n'.repeat(2000), 'a'],
])('too much begins at %s', (_, before, rest) => expect(tooMuchFrom(before + rest)).toBe(before.length))
