import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createDisk, type Disk, SECRET } from '../../support/disk.ts'

describe.skipIf(process.platform === 'win32')('swapped while it is read', () => {
  /** Runs `swap` over and over in a process of its own (which ends by itself, too) while the file is read. */
  async function readUnderAttack(
    disk: Disk,
    path: string,
    swap: string,
  ): Promise<{ texts: Set<string>; refused: number }> {
    const code = `const fs = require('fs'); process.chdir(${JSON.stringify(disk.workspace)}); const end = Date.now() + 9e3; while (Date.now() < end) { ${swap} }`
    const attacker = spawn(process.execPath, ['-e', code], { stdio: 'inherit' })
    const texts = new Set<string>()
    let refused = 0
    try {
      const end = Date.now() + 1200
      while (Date.now() < end) {
        const files = await Promise.all([disk.read(path), disk.read(path), disk.read(path), disk.read(path)])
        for (const file of files) {
          if (file.ok) texts.add(file.text)
          else refused += 1
          expect(JSON.stringify(file)).not.toContain(SECRET)
        }
      }
      expect(attacker.exitCode).toBeNull()
    } finally {
      attacker.kill('SIGKILL')
      await once(attacker, 'exit')
    }
    return { texts, refused }
  }

  test('a link that now leads inside, now outside', async () => {
    await using disk = await createDisk()
    await disk.put('workspace/inside.md', 'inside')
    await symlink('inside.md', join(disk.workspace, 'link.md'))
    const { texts, refused } = await readUnderAttack(
      disk,
      'link.md',
      `for (const to of ['inside.md', '../outside/secret.md']) {
        fs.symlinkSync(to, 'new'); fs.renameSync('new', 'link.md')
      }`,
    )
    expect(texts).toEqual(new Set(['inside']))
    expect(refused).toBeGreaterThan(0)
  })

  test('a folder that is now a folder, now a link to one outside', async () => {
    await using disk = await createDisk()
    await disk.put('workspace/folder/secret.md', 'inside')
    await symlink(disk.outside, join(disk.workspace, 'link'))
    const { texts, refused } = await readUnderAttack(
      disk,
      'folder/secret.md',
      `fs.renameSync('folder', 'real'); fs.renameSync('link', 'folder')
       fs.renameSync('folder', 'link'); fs.renameSync('real', 'folder')`,
    )
    expect(texts).toEqual(new Set(['inside']))
    expect(refused).toBeGreaterThan(0)
  })

  test('a file that is now a pipe', async () => {
    await using disk = await createDisk()
    await disk.put('workspace/x.md', 'inside')
    execFileSync('mkfifo', [join(disk.workspace, 'pipe')])
    const { texts } = await readUnderAttack(
      disk,
      'x.md',
      `fs.renameSync('x.md', 'file'); fs.renameSync('pipe', 'x.md')
       fs.renameSync('x.md', 'pipe'); fs.renameSync('file', 'x.md')`,
    )
    expect(texts).toEqual(new Set(['inside']))
  })

  test('a file that is replaced by a longer one gives one of the two', async () => {
    await using disk = await createDisk()
    await disk.put('workspace/x.md', 'short')
    await disk.put('workspace/long', 'long'.repeat(1000))
    const { texts } = await readUnderAttack(
      disk,
      'x.md',
      `fs.copyFileSync('long', 'new'); fs.renameSync('new', 'x.md')
       fs.writeFileSync('new', 'short'); fs.renameSync('new', 'x.md')`,
    )
    expect([...texts].every((text) => ['short', 'long'.repeat(1000)].includes(text))).toBe(true)
  })
})
