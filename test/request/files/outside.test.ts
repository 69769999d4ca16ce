import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createDisk, SECRET } from '../../support/disk.ts'

describe('a file elsewhere is not read', () => {
  const OUTSIDE = 'which lies outside the workspace.'
  const IN_GIT = 'which lies in .git.'

  test('by its path', async () => {
    await using disk = await createDisk()
    const paths = [
      '../outside/secret.md',
      'x/../../outside/secret.md',
      join(disk.outside, 'secret.md'),
      '/etc/passwd',
    ]
    for (const path of [...paths, '..', '../nothing.md', '../workspace-twin/x.md', '/proc/self/environ']) {
      await disk.put('workspace-twin/x.md', SECRET)
      expect(await disk.problemOf(path)).toContain(OUTSIDE)
    }
    expect(await disk.problemOf('../outside/secret.md')).toBe(
      'Input context-file names ../outside/secret.md, which lies outside the workspace. Only files in it are read, and a symbolic link counts as the file that it leads to: give a path relative to the workspace, or copy the file there in an earlier step.',
    )
  })

  test('through a link, a linked folder, or links that come back and leave again', async () => {
    await using disk = await createDisk()
    await symlink('../outside/secret.md', join(disk.workspace, 'link.md'))
    await symlink(disk.outside, join(disk.workspace, 'folder'))
    await symlink('../workspace/link.md', join(disk.outside, 'back.md'))
    await symlink('../outside/back.md', join(disk.workspace, 'again.md'))
    for (const path of ['link.md', 'folder/secret.md', 'folder', 'again.md', 'folder/nothing.md']) {
      expect(await disk.problemOf(path)).toContain(OUTSIDE)
    }
  })

  test('under .git in any case, at any depth, through a link, or where it is a file', async () => {
    await using disk = await createDisk()
    await disk.put('workspace/.git/config', SECRET)
    await disk.put('workspace/sub/.GIT/config', SECRET)
    await disk.put('workspace/module/.git', SECRET)
    await disk.put('workspace/module2/.Git', SECRET)
    await symlink('.git/config', join(disk.workspace, 'link.md'))
    await symlink('sub/.GIT', join(disk.workspace, 'folder'))
    const files = ['.git/config', './x/../.git/config', 'sub/.GIT/config', 'module/.git', 'module2/.Git']
    for (const path of [...files, '.git', 'link.md', 'folder/config', '.git/CONFIG', '.git/nothing']) {
      expect(await disk.problemOf(path)).toContain(IN_GIT)
    }
    expect(await disk.problemOf('link.md')).toMatch(
      /since they can hold credentials: name a file of the repository\.$/,
    )
  })
})
