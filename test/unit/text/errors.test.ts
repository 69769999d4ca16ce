import { expect, test } from 'vitest'
import { messageOf } from '../../../src/text/errors.ts'

test.each([
  [new TypeError('no'), 'no'],
  ['no', 'no'],
  [undefined, 'undefined'],
])('the message of %o, which was thrown, is %j', (thrown, message) => {
  expect(messageOf(thrown)).toBe(message)
})
