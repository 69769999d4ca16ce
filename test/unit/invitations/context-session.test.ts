import { expect, test } from 'vitest'
import { readContextSession } from '../../../src/invitations/context-session.ts'
import { Line } from '../../../src/text/line.ts'

test.each([
  ['', { from: 'none' }],
  ['previous', { from: 'previous' }],
  ['41', { from: 'thread', number: 41 }],
  ['#41', { from: 'thread', number: 41 }],
  ['2147483647', { from: 'thread', number: 2_147_483_647 }],
  ['hst_206730127f33', { from: 'session', id: 'hst_206730127f33' }],
  ['3c90c3cc-0d44-4b50-8888-8dd25736052a', { from: 'session', id: '3c90c3cc-0d44-4b50-8888-8dd25736052a' }],
  ['206730127733', { from: 'session', id: '206730127733' }],
  ['Previous', { from: 'previous' }],
  ['\u200bhst_206730127f33\ufeff', { from: 'session', id: 'hst_206730127f33' }],
])('%j is read', (text, read) => expect(readContextSession(text)).toEqual(read))

test.each(['0', '#0', '2147483648', '#hst_1', 'issue 41', 'https://app.harmonica.chat/chat?s=hst_1', '..'])(
  '%j is a mistake',
  (text) => {
    const read = readContextSession(text)
    expect(read instanceof Line && read.text).toMatch(/^is ".*"; give previous, the number of an issue, /u)
  },
)
