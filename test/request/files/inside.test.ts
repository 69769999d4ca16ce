import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { MAX_FILE_BYTES } from '../../../src/request/files.ts'
import { createDisk } from '../../support/disk.ts'

describe('a file of the workspace is read', () => {
  test('by its relative path, with its size', async () => {
    await using disk = await createDisk()
    expect(await disk.read('SESSION.md')).toEqual({ ok: true, text: '# Retro\n', bytes: 8 })
    expect(await disk.read('./docs/../SESSION.md')).toMatchObject({ ok: true })
  })

  test('by an absolute path, also where the workspace is a link', async () => {
    await using disk = await createDisk()
    const linked = join(disk.base, 'linked')
    await symlink(disk.workspace, linked)
    expect(await disk.read(join(disk.workspace, 'SESSION.md'))).toMatchObject({ ok: true })
    expect(await disk.read('SESSION.md', linked)).toMatchObject({ ok: true })
    expect(await disk.read(join(linked, 'SESSION.md'), linked)).toMatchObject({ ok: true })
    expect(await disk.read(join(disk.workspace, 'SESSION.md'), linked)).toMatchObject({ ok: true })
  })

  test('through links that stay inside, also from a folder', async () => {
    await using disk = await createDisk()
    await disk.put('workspace/deep/down/brief.md', 'brief')
    await symlink('deep/down', join(disk.workspace, 'short'))
    await symlink('short/brief.md', join(disk.workspace, 'twice.md'))
    expect(await disk.read('short/brief.md')).toMatchObject({ ok: true, text: 'brief' })
    expect(await disk.read('twice.md')).toMatchObject({ ok: true, text: 'brief' })
  })

  test('when its name only looks like something else', async () => {
    await using disk = await createDisk()
    for (const name of ['..notes', '.github/x.md', '.gitignore', 'git/x', 'a\nb.md']) {
      await disk.put(`workspace/${name}`, 'fine')
      expect(await disk.read(name)).toMatchObject({ ok: true, text: 'fine' })
    }
  })

  test.each([
    ['one byte order mark is dropped', '\ufeffä', 'ä'],
    ['a second one is text', '\ufeff\ufeffä', '\ufeffä'],
    ['no byte at all', '', ''],
    ['any script, any line ending', 'Привет 你好 🎉\r\nx\u2028', 'Привет 你好 🎉\r\nx\u2028'],
  ])('%s', async (_, content, text) => {
    await using disk = await createDisk()
    await disk.put('workspace/x.md', content)
    expect(await disk.read('x.md')).toEqual({ ok: true, text, bytes: Buffer.byteLength(content) })
  })

  test('up to 1 MiB', async () => {
    await using disk = await createDisk()
    await disk.put('workspace/x.md', 'x'.repeat(MAX_FILE_BYTES))
    expect(await disk.read('x.md')).toMatchObject({ ok: true, bytes: MAX_FILE_BYTES })
  })

  test.runIf(process.platform === 'linux')('whose size is said to be 0', async () => {
    await using disk = await createDisk()
    expect(await disk.read('status', '/proc/self')).toMatchObject({
      ok: true,
      text: expect.stringContaining('Pid:'),
    })
  })
})
