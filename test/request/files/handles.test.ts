import { readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { createDisk } from '../../support/disk.ts'

test.runIf(process.platform === 'linux')('every handle is closed again', async () => {
  await using disk = await createDisk()
  await disk.put('workspace/x.md', Buffer.from([0xff]))
  const before = (await readdir('/proc/self/fd')).length
  for (let round = 0; round < 20; round += 1)
    await Promise.all([disk.read('SESSION.md'), disk.read('x.md'), disk.read('none')])
  expect((await readdir('/proc/self/fd')).length).toBeLessThan(before + 10)
})
