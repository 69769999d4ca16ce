import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  deadlineOf,
  type Marker,
  resultsMarker,
  sessionMarker,
  shortHash,
} from '../../../src/invitations/marker.ts'
import { runs } from '../properties.ts'

const KEY = 'hm_live_0123456789abcdef0123456789abcdef'
const MARKER: Marker = {
  ...{
    repository: '17273051',
    number: 42,
    sessionKey: 'retro.yml open session',
    topicHash: shortHash('Retro W40'),
  },
  ...{ sessionId: 'hst_206730127f33', joinUrl: 'https://app.harmonica.chat/chat?s=hst_206730127f33' },
}
const signed = sessionMarker.sign(MARKER, KEY)

test('a marker is one line, ends no comment, and is found again', () => {
  fc.assert(
    fc.property(
      fc.record({ ...fields(), before: fc.string(), end: fc.constantFrom('\n', '\r\n') }),
      (drawn) => {
        const { before, end, ...scope } = drawn
        const marker = { ...MARKER, ...scope }
        const text = sessionMarker.sign(marker, KEY)
        expect(text).toMatch(/^<!-- harmonica-session v1 [\w.-]+ -->$/u)
        const found = sessionMarker.find(`${before}${end}${text}${end}`, KEY)
        expect(found).toEqual(JSON.parse(JSON.stringify(marker)))
      },
    ),
    { numRuns: runs(300) },
  )
})

function fields() {
  return {
    repository: fc.string(),
    number: fc.nat(),
    sessionKey: fc.string({ unit: 'grapheme', maxLength: 200 }),
  }
}

describe('a marker counts', () => {
  const other = sessionMarker.sign({ ...MARKER, sessionId: 'hst_other' }, KEY)
  test.for([
    ['the last of several', `${other}\n${signed}\n`, 'hst_206730127f33'],
    ['a line of its own within a text', `a\n${signed}\nb`, 'hst_206730127f33'],
  ])('%s', ([, text, id]) => expect(sessionMarker.find(text ?? '', KEY)).toMatchObject({ sessionId: id }))

  test.for([
    ['quoted', `> ${signed}`],
    ['indented', `  ${signed}`],
    ['in code', `\`${signed}\``],
    ['with words behind it', `${signed} a`],
    ['of another version', signed.replace('v1', 'v2')],
    ['without a signature', signed.replace(/\.[\w-]+/u, '')],
    ['none', 'Hello'],
  ])('but not one that is %s', ([, text]) => expect(sessionMarker.find(text ?? '', KEY)).toBeUndefined())

  test('but not if it was signed with another key, or changed in one character', () => {
    expect(sessionMarker.find(sessionMarker.sign(MARKER, `${KEY}0`), KEY)).toBe('another-key')
    for (let at = '<!-- harmonica-session v1 '.length; at < signed.length - ' -->'.length; at += 1) {
      const changed = signed.slice(0, at) + (signed[at] === 'A' ? 'B' : 'A') + signed.slice(at + 1)
      expect([undefined, 'another-key'], changed).toContain(sessionMarker.find(changed, KEY))
    }
  })

  test('but not if it contains something else', () => {
    for (const odd of [{ ...MARKER, number: '42' }, { ...MARKER, joinUrl: 'javascript:alert(1)' }, []]) {
      // @ts-expect-error: what another version, or somebody with the key, may have signed.
      const signedOdd = sessionMarker.sign(odd, KEY)
      expect(sessionMarker.find(signedOdd, KEY)).toBe('another-key')
    }
  })
})

test('hostile comments are searched quickly', () => {
  const fakes = [
    `\n${signed}`.slice(0, 60),
    '\n',
    '\n<!-- harmonica-session v1 ',
    `\n<!-- harmonica-session v1 ${'a'.repeat(9000)}`,
    `\n${signed}`,
  ]
  const before = process.memoryUsage().heapUsed
  for (let page = 0; page < 100; page += 1)
    for (const fake of fakes) sessionMarker.find(fake.repeat(65_536 / fake.length), KEY)
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(150 * 1_048_576)
}, 4000)

test('a topic’s hash is short and tells topics apart', () => {
  expect(shortHash('Retro W40')).toMatch(/^[\w-]{16}$/u)
  expect(shortHash('Retro W40')).not.toBe(shortHash('Retro W41'))
})

test('a results marker is found with its key only, and is not taken for a marker of another kind', () => {
  const mark = { repository: '17273051', number: 42, resultsOf: 'hst_206730127f33' }
  const text = resultsMarker.sign(mark, KEY)
  expect(text).toMatch(/^<!-- harmonica-results v1 [\w.-]+ -->$/u)
  expect(resultsMarker.find(`a\n${text}`, KEY)).toEqual(mark)
  expect(resultsMarker.find(`> ${text}`, KEY)).toBeUndefined()
  expect(resultsMarker.find(text.replace('v1 ', 'v1 a'), KEY)).toBe('another-key')
  expect(resultsMarker.find(signed.replace('-session', '-results'), KEY)).toBe('another-key')
  expect(resultsMarker.find(resultsMarker.sign(mark, `${KEY}0`), KEY)).toBe('another-key')
  expect(sessionMarker.find(text, KEY)).toBeUndefined()
  expect(sessionMarker.find(text.replace('-results', '-session'), KEY)).toBe('another-key')
})

test.each([
  [
    { until: '2026-12-04', timezone: 'Europe/Berlin' },
    { until: '2026-12-04', timezone: 'Europe/Berlin' },
  ],
  [{}, undefined],
  [{ until: '2026-12-04' }, undefined],
  [{ timezone: 'UTC' }, undefined],
  [{ until: '2026-02-30', timezone: 'UTC' }, undefined],
  [{ until: 'soon', timezone: 'UTC' }, undefined],
  // A runner with other time zones than that of the invitation.
  [{ until: '2026-12-04', timezone: 'Mars/Olympus' }, undefined],
])('the deadline of a marker with %j is %j', (members, deadline) => {
  const found = sessionMarker.find(sessionMarker.sign({ ...MARKER, ...members }, KEY), KEY)
  expect(found !== 'another-key' && found && deadlineOf(found)).toEqual(deadline)
})
