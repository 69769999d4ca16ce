import { expect, test } from 'vitest'
import { pinsIn, readPin, withPin } from '../../scripts/pin.ts'

const OLD = 'a'.repeat(40)
const NEW = 'b'.repeat(40)
const TEXT = `- uses: actions/checkout@${OLD} # v1.0.0
  # then
- uses: actions/checkout/sub@${OLD} # v1.0.0
- uses: octo/actions/checkout@${OLD} # v1.0.0
- uses: actions/checkout@${OLD} # main, before the first release
- uses: actions/checkout/sub@v1.2
\`actions/checkout@v1\` is the newest release of version 1, and \`uses: actions/checkout@v1\` follows it.
`

test('a pin is written wherever its action is run, and nowhere else', () => {
  const pinned = withPin(TEXT, { action: 'actions/checkout', commit: NEW, tag: 'v2.0.1' })
  expect(pinned.split('\n')).toEqual([
    `- uses: actions/checkout@${NEW} # v2.0.1`,
    '  # then',
    `- uses: actions/checkout/sub@${NEW} # v2.0.1`,
    `- uses: octo/actions/checkout@${OLD} # v1.0.0`,
    `- uses: actions/checkout@${NEW} # v2.0.1`,
    `- uses: actions/checkout/sub@${NEW} # v2.0.1`,
    '`actions/checkout@v1` is the newest release of version 1, and `uses: actions/checkout@v1` follows it.',
    '',
  ])
  expect(pinsIn(pinned)).toEqual([
    { action: 'actions/checkout', commit: NEW, tag: 'v2.0.1', line: 1 },
    { action: 'actions/checkout', commit: NEW, tag: 'v2.0.1', line: 3 },
    { action: 'octo/actions', commit: OLD, tag: 'v1.0.0', line: 4 },
    { action: 'actions/checkout', commit: NEW, tag: 'v2.0.1', line: 5 },
    { action: 'actions/checkout', commit: NEW, tag: 'v2.0.1', line: 6 },
  ])
})

test('an argument that is wrong is named', () => {
  expect(readPin(['actions/checkout', NEW, 'v2.0.1'])).toEqual({
    action: 'actions/checkout',
    commit: NEW,
    tag: 'v2.0.1',
  })
  expect(() => readPin(['actions/checkout/sub', NEW, 'v2.0.1'])).toThrow(
    "The action is 'actions/checkout/sub';",
  )
  expect(() => readPin(['actions/checkout', 'v2.0.1', NEW])).toThrow(
    `The commit is 'v2.0.1'; it has to be 40 hexadecimal digits.\nThe release is '${NEW}';`,
  )
  expect(() => readPin([])).toThrow('For example: npm run pin -- actions/checkout')
})
