import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

/** The packages of which something is loaded to read a body, in a process of its own. */
function loadedFor(body: string): string[] {
  const module = JSON.stringify(resolve('src/request/body/body.ts'))
  const script = `
    import { registerHooks } from 'node:module'
    const loaded = []
    registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context) } })
    const { readBody } = await import(${module})
    await readBody(${JSON.stringify(body)})
    console.log(JSON.stringify(loaded))`
  const args = ['--input-type=module', '--eval', script]
  const urls: string[] = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
  return urls.flatMap((url) => /node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(url)?.[1] ?? [])
}

test.each([
  ['## Goal\nfrom *a* to $5\n\n## Context\n- [x] b\n\n```js\nc\n```', false],
  ['## Goal\na <!-- hint -->', true],
  ['## Goal\n![a](b)', true],
])('for %j the HTML parser is loaded: %s', (body, isLoaded) => {
  const packages = loadedFor(body)
  expect({ markdown: packages.includes('micromark'), html: packages.includes('parse5') }).toEqual({
    markdown: true,
    html: isLoaded,
  })
})
