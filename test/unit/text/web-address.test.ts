import { expect, test } from 'vitest'
import { webAddress } from '../../../src/text/web-address.ts'

test.each([
  ['https://harmonica.example/chat?s=1', 'https://harmonica.example/chat?s=1'],
  ['HTTP://localhost:3000', 'http://localhost:3000/'],
  [' https://a.example/b\n c', 'https://a.example/b%20c'],
])('%j is an address that a browser opens as %s', (text, address) => {
  expect(webAddress(text)).toBe(address)
})

test.each(['https://user@a.example/', 'https://:password@a.example/', 'javascript:alert(1)', 'a.example'])(
  '%j is no address to open',
  (text) => expect(webAddress(text)).toBeUndefined(),
)

test('an address has at most 2,048 characters, as it is sent', () => {
  const longest = `https://a.example/${'x'.repeat(2030)}`
  expect(webAddress(longest)).toBe(longest)
  expect(webAddress(`${longest}x`)).toBeUndefined()
  expect(webAddress(`https://a.example/${'ü'.repeat(400)}`)).toBeUndefined()
})
