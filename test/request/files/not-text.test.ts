import { truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { MAX_FILE_BYTES } from '../../../src/request/files.ts'
import { createDisk, SECRET } from '../../support/disk.ts'

describe('what is no text for a session is refused', () => {
  test('over 1 MiB, with the size and the limit', async () => {
    await using disk = await createDisk()
    await disk.put('workspace/x.md', SECRET + 'x'.repeat(MAX_FILE_BYTES + 1 - SECRET.length))
    expect(await disk.problemOf('x.md')).toBe(
      'Input context-file names x.md, which has 1,025 KB. At most 1,024 KB are read, and Harmonica advises a context of some 500 words: shorten it to what the participants need.',
    )
    await truncate(join(disk.workspace, 'x.md'), 5_000_000_000)
    expect(await disk.problemOf('x.md')).toContain('which has 4,882,813 KB.')
  })

  test.each([
    ['Latin-1', Buffer.from(`${SECRET} für`, 'latin1'), 'which is not UTF-8 text. Save it'],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${SECRET}`, 'utf16le'), '(it looks like UTF-16). Save it'],
    [
      'UTF-16 without',
      Buffer.from(SECRET, 'utf16le'),
      'a NUL character in line 1, so it is a binary file or UTF-16',
    ],
    ['a surrogate half', Buffer.from([0xed, 0xa0, 0x80]), 'which is not UTF-8 text. Save it'],
    ['an overlong NUL', Buffer.from([0xc0, 0x80]), 'which is not UTF-8 text. Save it'],
    ['NUL', `${SECRET}\n\r\n${SECRET}\0\n\n`, 'which has a NUL character in line 3, so'],
  ])('%s', async (_, content, problem) => {
    await using disk = await createDisk()
    await disk.put('workspace/x.md', content)
    expect(await disk.problemOf('x.md')).toContain(problem)
  })
})
