import { expect, test } from 'vitest'
import { webAddress } from '../../../src/text/web-address.ts'

test.each([
  ['https://harmonica.example/chat?s=1', 'https://harmonica.example/chat?s=1'],
  ['HTTP://localhost:3000', 'http://localhost:3000/'],
  [' https://a.example/b\n c', 'https://a.example/b%20c'],
  [`https://a.example/${'x'.repeat(2030)}`, `https://a.example/${'x'.repeat(2030)}`],
  [`https://a.example/${'x'.repeat(2031)}`, undefined],
  [`https://a.example/${'ü'.repeat(400)}`, undefined],
  ['https://user@a.example/', undefined],
  ['https://:password@a.example/', undefined],
  ['javascript:alert(1)', undefined],
  ['a.example', undefined],
])('an address that a browser opens, or none: %j', (text, address) => expect(webAddress(text)).toBe(address))
