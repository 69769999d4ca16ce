import { expect, test } from 'vitest'
import { summaryOf } from '../../../src/harmonica/responses.ts'

test.for([
  [undefined, undefined],
  [null, undefined],
  [' \n', undefined],
  ["I apologize, but I don't have any conversation data to analyze.", undefined],
  ['\n# I apologize, but I encountered an error', undefined],
  [
    '# Summary\n\nI apologize, but I was late, said one.\n',
    '# Summary\n\nI apologize, but I was late, said one.',
  ],
] as const)('a summary of %j is %j', ([summary, expected]) => {
  expect(summaryOf({ id: 'hst_1', summary })).toBe(expected)
})
