import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, link, mkdir, symlink, truncate } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { MAX_FILE_BYTES, readWorkspaceFile } from '../../../src/request/files.ts'
import { openWorkspace, type Workspace } from './workspace.ts'

/** What no problem may give away. */
const SECRET = 'TOP-SECRET-TEXT'
const CHECK_OUT =
  'Make sure that an earlier step of this job checks out the repository with actions/checkout.'

const read = (path: string, from: Workspace | string) =>
  readWorkspaceFile(path, typeof from === 'string' ? from : from.path)

/** The sentence that says why a file was not read. */
async function problemOf(path: string, from: Workspace | string): Promise<string> {
  const file = await read(path, from)
  const problem = typeof file === 'string' ? `${path} was read` : file.text
  expect(problem).not.toContain(SECRET)
  return problem
}

describe('a file of the workspace', () => {
  test('a file is read by any path to it, also through links that stay in the workspace', async () => {
    await using workspace = await openWorkspace({ 'docs/a.md': 'a' })
    await symlink('docs', join(workspace.path, 'short'))
    await symlink('short/a.md', join(workspace.path, 'twice.md'))
    await symlink(workspace.path, join(workspace.base, 'link'))
    const whole = join(workspace.path, 'docs/a.md')
    for (const path of ['docs/a.md', './x/../docs/a.md', whole, 'short/a.md', 'twice.md'])
      expect(await read(path, workspace)).toBe('a')
    expect(await read('docs/a.md', join(workspace.base, 'link'))).toBe('a')
  })

  test('a file is read by a hard link too: git brings none, and whoever makes one can read the file', async () => {
    await using workspace = await openWorkspace({ '.git/description': 'a' })
    await link(join(workspace.path, '.git/description'), join(workspace.path, 'a.md'))
    expect(await read('a.md', workspace)).toBe('a')
  })

  test('a file is read whose name only looks like one outside or in .git', async () => {
    const names = ['..notes', '.github/x.md', '.gitignore', 'git/x', 'a\nb.md']
    await using workspace = await openWorkspace(Object.fromEntries(names.map((name) => [name, 'a'])))
    for (const name of names) expect(await read(name, workspace)).toBe('a')
  })

  test.each([
    ['\ufeffä', 'ä'],
    ['\ufeff\ufeffä', '\ufeffä'],
    ['', ''],
    ['Привет 你好 🎉\r\nx\u2028', 'Привет 你好 🎉\r\nx\u2028'],
    ['x'.repeat(MAX_FILE_BYTES), 'x'.repeat(MAX_FILE_BYTES)],
  ])('a file is read with its text as it is, except one byte order mark: %#', async (content, text) => {
    await using workspace = await openWorkspace({ 'a.md': content })
    expect((await read('a.md', workspace)) === text).toBe(true)
  })

  test.runIf(process.platform === 'linux')('a file is read whatever size it says it has', async () => {
    expect(await read('status', '/proc/self')).toContain('Pid:')
    expect(await problemOf('mem', '/proc/self')).toContain('which could not be read (EIO). An earlier step')
  })
})

describe('a file elsewhere', () => {
  test('a file outside the workspace is refused, by its path or through links', async () => {
    await using workspace = await openWorkspace({ '../secret.md': SECRET, '../workspace-twin/a.md': SECRET })
    await symlink('../secret.md', join(workspace.path, 'link.md'))
    await symlink(workspace.base, join(workspace.path, 'folder'))
    await symlink('workspace/link.md', join(workspace.base, 'back.md'))
    await symlink('../back.md', join(workspace.path, 'again.md'))
    const paths = ['../secret.md', 'x/../../secret.md', join(workspace.base, 'secret.md'), '..', '../none.md']
    const linked = ['link.md', 'folder', 'folder/secret.md', 'folder/none.md', 'again.md']
    for (const path of [...paths, ...linked, '../workspace-twin/a.md', '/etc/passwd', '/proc/self/environ']) {
      expect(await problemOf(path, workspace)).toBe(
        `which is outside the workspace. Only files inside it are read, and symbolic links are followed first: give a path relative to the workspace, or copy the file there in an earlier step.`,
      )
    }
  })

  test('a file under .git is refused in any case and at any depth, also through links or where .git is a file', async () => {
    const files = ['.git/config', 'sub/.GIT/config', 'module/.git', 'module2/.Git']
    await using workspace = await openWorkspace(Object.fromEntries(files.map((name) => [name, SECRET])))
    await symlink('.git/config', join(workspace.path, 'link.md'))
    await symlink('sub/.GIT', join(workspace.path, 'folder'))
    for (const path of [...files, './x/../.git/config', '.git', 'link.md', 'folder/config', '.git/none']) {
      expect(await problemOf(path, workspace)).toContain(
        "which is in .git. Git's own files are not read, because they can contain credentials. Name a file of the repository.",
      )
    }
  })
})

describe('what is not a text file', () => {
  test('a file over 1 MiB is refused with its size and the limit', async () => {
    await using workspace = await openWorkspace({ 'a.md': 'x'.repeat(MAX_FILE_BYTES + 1) })
    expect(await problemOf('a.md', workspace)).toBe(
      'which has 1,025 KB. At most 1,024 KB are read, and Harmonica advises a context of about 500 words: shorten it to what the participants need.',
    )
    await truncate(join(workspace.path, 'a.md'), 5_000_000_000)
    expect(await problemOf('a.md', workspace)).toContain('which has 4,882,813 KB.')
  })

  test.each([
    ['Latin-1', Buffer.from(`${SECRET} für`, 'latin1'), 'which is not UTF-8 text. Save it as UTF-8'],
    ['UTF-16', Buffer.from(`\ufeff${SECRET}`, 'utf16le'), 'which is not UTF-8 text. Save it'],
    ['a surrogate half', Buffer.from([0xed, 0xa0, 0x80]), 'which is not UTF-8 text. Save it'],
    ['NUL', `${SECRET}\n\r\n${SECRET}\0\n\n`, 'which is not UTF-8 text. Save it'],
  ])('a file is refused that is not UTF-8 text: %s', async (_, content, problem) => {
    await using workspace = await openWorkspace({ 'a.md': content })
    expect(await problemOf('a.md', workspace)).toContain(problem)
  })

  test('what is not a regular file is refused at once', async () => {
    await using workspace = await openWorkspace({ 'docs/a.md': 'a' })
    const at = (name: string) => join(workspace.path, name)
    execFileSync('mkfifo', [at('pipe')])
    await symlink('pipe', at('link'))
    await symlink('ring', at('ring'))
    const server = createServer().listen(at('socket'))
    await once(server, 'listening')
    for (const path of ['docs', '.', ''])
      expect(await problemOf(path, workspace)).toContain('which is a folder. Name a text file.')
    for (const path of ['pipe', 'link', 'socket'])
      expect(await problemOf(path, workspace)).toContain('which is not a regular file. Name a text file')
    expect(await problemOf('zero', '/dev')).toContain('which is not a regular file.')
    expect(await problemOf('ring', workspace)).toContain('which could not be read (ELOOP). An earlier step')
    server.close()
  })
})

describe('what cannot be read', () => {
  test('a missing file is reported, with one of a similar name', async () => {
    const files = { 'SESSION.md': 'a', 'docs/Rückblick.md': 'a' }
    await using workspace = await openWorkspace(files)
    await symlink('nothing.md', join(workspace.path, 'link.md'))
    for (const path of ['docs/a.md', 'SESSION.md/x', 'x'.repeat(9000)])
      expect(await problemOf(path, workspace)).toContain(
        'which is not in the workspace. Check the path, or leave the input out until the file exists. Make',
      )
    expect(await problemOf('session.md', workspace)).toBe(
      `which is not in the workspace. Did you mean SESSION.md? ${CHECK_OUT}`,
    )
    const sameName = 'docs/rückblick.MD'.normalize('NFD')
    expect(await problemOf(sameName, workspace)).toContain('Did you mean docs/Rückblick.md?')
    expect(await problemOf('link.md', workspace)).toContain(
      'is not in the workspace. Check the path, or leave',
    )
  })

  test('a path of the host in a container, or one of Windows, is reported', async () => {
    await using workspace = await openWorkspace({ 'a.md': 'a' })
    expect(await problemOf('/home/runner/work/repo/repo/SESSION.md', workspace)).toBe(
      'which is not in the workspace. Write the path relative to the workspace, such as SESSION.md, because its absolute path is different in a container, for instance.',
    )
    expect(await problemOf('docs\\SESSION.md', workspace)).toContain(
      'Write / between folders: docs/SESSION.md.',
    )
  })

  test.each(['a.md, docs/a.md', 'a.md docs/a.md', 'docs/*.md', 'https://example.org/a.md'])(
    'what is no path to a file is reported as that: %s',
    async (path) => {
      await using workspace = await openWorkspace({ 'a.md': 'a' })
      expect(await problemOf(path, workspace)).toBe(
        `which is not in the workspace. Write one path per line. URLs and patterns such as *.md are not supported. ${CHECK_OUT}`,
      )
    },
  )

  test('a missing workspace is reported', async () => {
    await using workspace = await openWorkspace({ 'a.md': 'a' })
    for (const from of ['', join(workspace.base, 'nothing'), join(workspace.path, 'a.md')]) {
      expect(await problemOf('a.md', from)).toBe(
        `but there is no workspace to read it from: GITHUB_WORKSPACE is not set or is not a folder. ${CHECK_OUT}`,
      )
    }
  })

  test('a missing permission is reported', async () => {
    await using workspace = await openWorkspace()
    await chmod(workspace.base, 0o755)
    await chmod(await workspace.put('mine.md', SECRET), 0)
    const asNobody = process.getuid?.() === 0
    if (asNobody) process.seteuid?.(65534)
    const problem = await problemOf('mine.md', workspace).finally(() => asNobody && process.seteuid?.(0))
    expect(problem).toContain(
      'which could not be read (EACCES). An earlier step may have written it as another user',
    )
  })

  test('a path with a NUL character is reported', async () => {
    await using workspace = await openWorkspace()
    await mkdir(join(workspace.path, 'a'))
    expect(await problemOf('a\0b', workspace)).toContain(
      'which is not a valid path: it contains a NUL character.',
    )
  })
})
