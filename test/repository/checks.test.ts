import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify, stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { ROOT, textsLike } from '../../sandbox/repository-files.ts'

const { scripts } = JSON.parse(textsLike(/^package\.json$/u)[0]?.text ?? '')

/** What `npm run check` runs, one program after the other. Here they run beside the tests, and none hides another. */
const programs: string[] = scripts.check.split(' && ')

test.each(programs)('%s finds nothing wrong', { timeout: 120_000 }, async (program) => {
  const [name = '', ...args] = program.split(' ')
  const file = join(ROOT, 'node_modules/.bin', name)
  const {
    code = 0,
    stdout,
    stderr,
  } = await promisify(execFile)(file, args, { cwd: ROOT }).catch((error) => error)
  expect(code, stripVTControlCharacters(`${stdout}${stderr}`)).toBe(0)
})
