import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createDisk } from '../../support/disk.ts'

describe('what is no regular file is refused without waiting', () => {
  test('a folder', async () => {
    await using disk = await createDisk()
    await mkdir(join(disk.workspace, 'docs'))
    for (const path of ['docs', '.', '']) expect(await disk.problemOf(path)).toContain('which is a folder.')
  })

  test('a named pipe that nobody writes to', async () => {
    await using disk = await createDisk()
    execFileSync('mkfifo', [join(disk.workspace, 'pipe')])
    await symlink('pipe', join(disk.workspace, 'link'))
    for (const path of ['pipe', 'link'])
      expect(await disk.problemOf(path)).toContain('which is a named pipe. Only regular')
  })

  test('a device', async () => {
    await using disk = await createDisk()
    await symlink('/dev/zero', join(disk.workspace, 'zero'))
    expect(await disk.problemOf('zero')).toContain('outside the workspace')
    expect(await disk.problemOf('zero', '/dev')).toContain('which is a device.')
  })

  test.runIf(process.platform === 'linux')('a file that the system will not read', async () => {
    await using disk = await createDisk()
    expect(await disk.problemOf('mem', '/proc/self')).toBe(
      'Input context-file names mem, which could not be read (EIO). Look at the step that wrote it, and run the job again.',
    )
  })

  test('a socket', async () => {
    await using disk = await createDisk()
    const server = createServer().listen(join(disk.workspace, 'socket'))
    await once(server, 'listening')
    expect(await disk.problemOf('socket')).toContain('which is a socket.')
    server.close()
  })

  test('links in a ring', async () => {
    await using disk = await createDisk()
    await symlink('b.md', join(disk.workspace, 'a.md'))
    await symlink('a.md', join(disk.workspace, 'b.md'))
    expect(await disk.problemOf('a.md')).toContain('which is a symbolic link that only leads to other links.')
  })
})
