import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, realpath, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MAX_FILE_BYTES, readWorkspaceFile } from '../../src/request/files.ts'

const SECRET = 'TOP-SECRET-TEXT'
const CHECK_OUT = 'check out the repository with actions/checkout in an earlier step of this job.'

let base: string
let workspace: string
let outside: string

beforeEach(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'files-')))
  workspace = join(base, 'workspace')
  outside = join(base, 'outside')
  await put('workspace/SESSION.md', '# Retro\n')
  await put('outside/secret.md', SECRET)
  await chmod(base, 0o755)
})

afterEach(() => rm(base, { recursive: true, force: true }))

async function put(path: string, content: string | Uint8Array): Promise<string> {
  const file = join(base, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
  return file
}

const read = (path: string, from = workspace) => readWorkspaceFile('context-file', path, from)

/** The sentences about a file that must not be read. */
async function problemOf(path: string, from = workspace): Promise<string> {
  const file = await read(path, from)
  if (file.ok) throw new Error(`${path} was read`)
  expect(file.problem.text).not.toContain(SECRET)
  return file.problem.text
}

describe('a file of the workspace is read', () => {
  test('by its relative path, with its size', async () => {
    expect(await read('SESSION.md')).toEqual({ ok: true, text: '# Retro\n', bytes: 8 })
    expect(await read('./docs/../SESSION.md')).toMatchObject({ ok: true })
  })

  test('by an absolute path, also where the workspace is a link', async () => {
    await symlink(workspace, join(base, 'linked'))
    expect(await read(join(workspace, 'SESSION.md'))).toMatchObject({ ok: true })
    expect(await read('SESSION.md', join(base, 'linked'))).toMatchObject({ ok: true })
    expect(await read(join(base, 'linked', 'SESSION.md'), join(base, 'linked'))).toMatchObject({ ok: true })
    expect(await read(join(workspace, 'SESSION.md'), join(base, 'linked'))).toMatchObject({ ok: true })
  })

  test('through links that stay inside, also from a folder', async () => {
    await put('workspace/deep/down/brief.md', 'brief')
    await symlink('deep/down', join(workspace, 'short'))
    await symlink('short/brief.md', join(workspace, 'twice.md'))
    expect(await read('short/brief.md')).toMatchObject({ ok: true, text: 'brief' })
    expect(await read('twice.md')).toMatchObject({ ok: true, text: 'brief' })
  })

  test('when its name only looks like something else', async () => {
    for (const name of ['..notes', '.github/x.md', '.gitignore', 'git/x', 'a\nb.md']) {
      await put(`workspace/${name}`, 'fine')
      expect(await read(name)).toMatchObject({ ok: true, text: 'fine' })
    }
  })

  test.each([
    ['one byte order mark is dropped', '\ufeffä', 'ä'],
    ['a second one is text', '\ufeff\ufeffä', '\ufeffä'],
    ['no byte at all', '', ''],
    ['any script, any line ending', 'Привет 你好 🎉\r\nx\u2028', 'Привет 你好 🎉\r\nx\u2028'],
  ])('%s', async (_, content, text) => {
    await put('workspace/x.md', content)
    expect(await read('x.md')).toEqual({ ok: true, text, bytes: Buffer.byteLength(content) })
  })

  test('up to 1 MiB', async () => {
    await put('workspace/x.md', 'x'.repeat(MAX_FILE_BYTES))
    expect(await read('x.md')).toMatchObject({ ok: true, bytes: MAX_FILE_BYTES })
  })

  test.runIf(process.platform === 'linux')('whose size is said to be 0', async () => {
    expect(await read('status', '/proc/self')).toMatchObject({
      ok: true,
      text: expect.stringContaining('Pid:'),
    })
  })
})

describe('a file elsewhere is not read', () => {
  const OUTSIDE = 'which lies outside the workspace.'
  const IN_GIT = 'which lies in .git.'

  test('by its path', async () => {
    const paths = [
      '../outside/secret.md',
      'x/../../outside/secret.md',
      join(outside, 'secret.md'),
      '/etc/passwd',
    ]
    for (const path of [...paths, '..', '../nothing.md', '../workspace-twin/x.md', '/proc/self/environ']) {
      await put('workspace-twin/x.md', SECRET)
      expect(await problemOf(path)).toContain(OUTSIDE)
    }
    expect(await problemOf('../outside/secret.md')).toBe(
      'Input context-file names ../outside/secret.md, which lies outside the workspace. Only files in it are read, and a symbolic link counts as the file that it leads to: give a path relative to the workspace, or copy the file there in an earlier step.',
    )
  })

  test('through a link, a linked folder, or links that come back and leave again', async () => {
    await symlink('../outside/secret.md', join(workspace, 'link.md'))
    await symlink(outside, join(workspace, 'folder'))
    await symlink('../workspace/link.md', join(outside, 'back.md'))
    await symlink('../outside/back.md', join(workspace, 'again.md'))
    for (const path of ['link.md', 'folder/secret.md', 'folder', 'again.md', 'folder/nothing.md']) {
      expect(await problemOf(path)).toContain(OUTSIDE)
    }
  })

  test('under .git in any case, at any depth, through a link, or where it is a file', async () => {
    await put('workspace/.git/config', SECRET)
    await put('workspace/sub/.GIT/config', SECRET)
    await put('workspace/module/.git', SECRET)
    await put('workspace/module2/.Git', SECRET)
    await symlink('.git/config', join(workspace, 'link.md'))
    await symlink('sub/.GIT', join(workspace, 'folder'))
    const files = ['.git/config', './x/../.git/config', 'sub/.GIT/config', 'module/.git', 'module2/.Git']
    for (const path of [...files, '.git', 'link.md', 'folder/config', '.git/CONFIG', '.git/nothing']) {
      expect(await problemOf(path)).toContain(IN_GIT)
    }
    expect(await problemOf('link.md')).toMatch(
      /since they can hold credentials: name a file of the repository\.$/,
    )
  })
})

describe('what is no regular file is refused without waiting', () => {
  test('a folder', async () => {
    await mkdir(join(workspace, 'docs'))
    for (const path of ['docs', '.', '']) expect(await problemOf(path)).toContain('which is a folder.')
  })

  test('a named pipe that nobody writes to', async () => {
    execFileSync('mkfifo', [join(workspace, 'pipe')])
    await symlink('pipe', join(workspace, 'link'))
    for (const path of ['pipe', 'link'])
      expect(await problemOf(path)).toContain('which is a named pipe. Only regular')
  })

  test('a device', async () => {
    await symlink('/dev/zero', join(workspace, 'zero'))
    expect(await problemOf('zero')).toContain('outside the workspace')
    expect(await problemOf('zero', '/dev')).toContain('which is a device.')
  })

  test('a socket', async () => {
    const server = createServer().listen(join(workspace, 'socket'))
    await once(server, 'listening')
    expect(await problemOf('socket')).toContain('which is a socket.')
    server.close()
  })

  test('links in a ring', async () => {
    await symlink('b.md', join(workspace, 'a.md'))
    await symlink('a.md', join(workspace, 'b.md'))
    expect(await problemOf('a.md')).toContain('which is a symbolic link that only leads to other links.')
  })
})

describe('what is no text for a session is refused', () => {
  test('over 1 MiB, with the size and the limit', async () => {
    await put('workspace/x.md', SECRET + 'x'.repeat(MAX_FILE_BYTES + 1 - SECRET.length))
    expect(await problemOf('x.md')).toBe(
      'Input context-file names x.md, which has 1,025 KB. At most 1,024 KB are read, and Harmonica advises a context of some 500 words: shorten it to what the participants need.',
    )
    await truncate(join(workspace, 'x.md'), 5_000_000_000)
    expect(await problemOf('x.md')).toContain('which has 4,882,813 KB.')
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
    ['NUL', `${SECRET}\n\r\n${SECRET}\0`, 'which has a NUL character in line 3, so'],
  ])('%s', async (_, content, problem) => {
    await put('workspace/x.md', content)
    expect(await problemOf('x.md')).toContain(problem)
  })
})

describe('what is not there is told with its cause', () => {
  test('a missing file', async () => {
    expect(await problemOf('brief.md')).toBe(
      `Input context-file names brief.md, which is not in the workspace. Check the path, and ${CHECK_OUT}`,
    )
    for (const path of ['docs/brief.md', 'SESSION.md/x', 'x'.repeat(9000)]) {
      expect(await problemOf(path)).toContain('not in the workspace. Check')
    }
  })

  test('a name in another case or with another form of its accent', async () => {
    await put('workspace/docs/Rückblick.md'.normalize('NFD'), 'x')
    await mkdir(join(workspace, 'BRIEF.md'))
    expect(await problemOf('session.md')).toContain(
      'not in the workspace. Did you mean SESSION.md? Check the path',
    )
    expect(await problemOf('docs/rückblick.MD'.normalize('NFC'))).toMatch(/Did you mean docs\/R.+blick\.md\?/)
    expect(await problemOf('brief.md')).not.toContain('Did you mean')
  })

  test('a link to nothing', async () => {
    await symlink('nothing.md', join(workspace, 'link.md'))
    expect(await problemOf('link.md')).toContain('which is a symbolic link to a file that is not there.')
  })

  test('no workspace', async () => {
    for (const from of ['', join(base, 'nothing'), join(workspace, 'SESSION.md')]) {
      expect(await problemOf('SESSION.md', from)).toBe(
        `Input context-file names SESSION.md, but there is no workspace to read it from: GITHUB_WORKSPACE is not set or is not a folder. Check ${CHECK_OUT.slice(6)}`,
      )
    }
  })

  test('no permission', async () => {
    await chmod(await put('workspace/mine.md', SECRET), 0)
    expect(await unprivileged(() => problemOf('mine.md'))).toContain('has no permission to read (EACCES)')
  })

  test('a path with NUL and a path that looks like a command', async () => {
    expect(await problemOf('SESSION.md\0.txt')).toContain('which is no path: it holds a NUL character.')
    expect(await problemOf('\n::error::x\u202e')).toContain(
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

describe.skipIf(process.platform === 'win32')('swapped while it is read', () => {
  /** Runs `swap` over and over in a process of its own (which ends by itself, too) while the file is read. */
  async function readUnderAttack(
    path: string,
    swap: string,
  ): Promise<{ texts: Set<string>; refused: number }> {
    const code = `const fs = require('fs'); process.chdir(${JSON.stringify(workspace)}); const end = Date.now() + 9e3; while (Date.now() < end) { ${swap} }`
    const attacker = spawn(process.execPath, ['-e', code], { stdio: 'inherit' })
    const texts = new Set<string>()
    let refused = 0
    try {
      const end = Date.now() + 1200
      while (Date.now() < end) {
        const files = await Promise.all([read(path), read(path), read(path), read(path)])
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
    await put('workspace/inside.md', 'inside')
    await symlink('inside.md', join(workspace, 'link.md'))
    const { texts, refused } = await readUnderAttack(
      'link.md',
      `for (const to of ['inside.md', '../outside/secret.md']) {
        fs.symlinkSync(to, 'new'); fs.renameSync('new', 'link.md')
      }`,
    )
    expect(texts).toEqual(new Set(['inside']))
    expect(refused).toBeGreaterThan(0)
  })

  test('a folder that is now a folder, now a link to one outside', async () => {
    await put('workspace/folder/secret.md', 'inside')
    await symlink(outside, join(workspace, 'link'))
    const { texts, refused } = await readUnderAttack(
      'folder/secret.md',
      `fs.renameSync('folder', 'real'); fs.renameSync('link', 'folder')
       fs.renameSync('folder', 'link'); fs.renameSync('real', 'folder')`,
    )
    expect(texts).toEqual(new Set(['inside']))
    expect(refused).toBeGreaterThan(0)
  })

  test('a file that is now a pipe', async () => {
    await put('workspace/x.md', 'inside')
    execFileSync('mkfifo', [join(workspace, 'pipe')])
    const { texts } = await readUnderAttack(
      'x.md',
      `fs.renameSync('x.md', 'file'); fs.renameSync('pipe', 'x.md')
       fs.renameSync('x.md', 'pipe'); fs.renameSync('file', 'x.md')`,
    )
    expect(texts).toEqual(new Set(['inside']))
  })

  test('a file that is replaced by a longer one gives one of the two', async () => {
    await put('workspace/x.md', 'short')
    await put('workspace/long', 'long'.repeat(1000))
    const { texts } = await readUnderAttack(
      'x.md',
      `fs.copyFileSync('long', 'new'); fs.renameSync('new', 'x.md')
       fs.writeFileSync('new', 'short'); fs.renameSync('new', 'x.md')`,
    )
    expect([...texts].every((text) => ['short', 'long'.repeat(1000)].includes(text))).toBe(true)
  })
})

test.runIf(process.platform === 'linux')('every handle is closed again', async () => {
  await put('workspace/x.md', Buffer.from([0xff]))
  const before = (await readdir('/proc/self/fd')).length
  for (let round = 0; round < 20; round += 1)
    await Promise.all([read('SESSION.md'), read('x.md'), read('none')])
  expect((await readdir('/proc/self/fd')).length).toBeLessThan(before + 10)
})
