import { expect, test } from 'vitest'
import { UserError } from '../../../src/text/errors.ts'
import { joined, line } from '../../../src/text/line.ts'

test('what is told to people has a title, its problems, and both as a message', () => {
  const problems = [line`One.`, line`Two.`]
  const error = new UserError(line`Title`, problems, { cause: 1 })
  expect([error.name, error.message, error.cause]).toEqual(['UserError', joined(problems).text, 1])
  expect([error.title.text, error.problems]).toEqual(['Title', problems])
})
