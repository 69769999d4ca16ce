import { chmod, mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createDisk, SECRET } from '../../support/disk.ts'

const CHECK_OUT = 'check out the repository with actions/checkout in an earlier step of this job.'

describe('what is not there is told with its cause', () => {
  test('a missing file', async () => {
    await using disk = await createDisk()
    expect(await disk.problemOf('brief.md')).toBe(
      `Input context-file names brief.md, which is not in the workspace. Check the path, and ${CHECK_OUT}`,
    )
    for (const path of ['docs/brief.md', 'SESSION.md/x', 'x'.repeat(9000)]) {
      expect(await disk.problemOf(path)).toContain('not in the workspace. Check')
    }
  })

  test('a name in another case or with another form of its accent', async () => {
    await using disk = await createDisk()
    await disk.put('workspace/docs/Rückblick.md'.normalize('NFD'), 'x')
    await mkdir(join(disk.workspace, 'BRIEF.md'))
    expect(await disk.problemOf('session.md')).toContain(
      'not in the workspace. Did you mean SESSION.md? Check the path',
    )
    expect(await disk.problemOf('docs/rückblick.MD'.normalize('NFC'))).toMatch(
      /Did you mean docs\/R.+blick\.md\?/,
    )
    expect(await disk.problemOf('brief.md')).not.toContain('Did you mean')
  })

  test('a link to nothing', async () => {
    await using disk = await createDisk()
    await symlink('nothing.md', join(disk.workspace, 'link.md'))
    expect(await disk.problemOf('link.md')).toContain('which is a symbolic link to a file that is not there.')
  })

  test('no workspace', async () => {
    await using disk = await createDisk()
    for (const from of ['', join(disk.base, 'nothing'), join(disk.workspace, 'SESSION.md')]) {
      expect(await disk.problemOf('SESSION.md', from)).toBe(
        `Input context-file names SESSION.md, but there is no workspace to read it from: GITHUB_WORKSPACE is not set or is not a folder. Check ${CHECK_OUT.slice(6)}`,
      )
    }
  })

  test('no permission', async () => {
    await using disk = await createDisk()
    await chmod(await disk.put('workspace/mine.md', SECRET), 0)
    expect(await unprivileged(() => disk.problemOf('mine.md'))).toContain(
      'has no permission to read (EACCES)',
    )
  })

  test('a path with NUL and a path that looks like a command', async () => {
    await using disk = await createDisk()
    expect(await disk.problemOf('SESSION.md\0.txt')).toContain('which is no path: it holds a NUL character.')
    expect(await disk.problemOf('\n::error::x\u202e')).toContain(
      'names ␊::error::x<U+202E>, which is not in the workspace.',
    )
  })
})

/** Root may read everything, so it steps down for a while. */
async function unprivileged<T>(act: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return await act()
  process.seteuid?.(65534)
  try {
    return await act()
  } finally {
    process.seteuid?.(0)
  }
}
