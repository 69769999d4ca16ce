import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, chromium } from 'playwright-core'
import { DEMO, runDemo } from './demo.ts'
import { annotations, boxed, page } from './pictures.ts'

const docs = fileURLToPath(new URL('../docs/', import.meta.url))
const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

/** Three mistakes that are often made: a value that there is not, a goal forgotten, a file that was not checked out. */
const mistakes = { 'results-visibility': 'everyone', goal: '', 'context-file': 'SESSION.md' }

/**
 * Makes the documents' pictures from runs of the bundle, with GitHub's styles, in light and dark. It needs Debian's
 * `chromium`; CHROMIUM names another one. The same runs give the same bytes, with the same fonts and browser.
 */
async function takeScreenshots(): Promise<void> {
  const boxes = { ...(await ofSession()), ...(await ofResults()), ...(await ofMistakes()) }
  const profile = await mkdtemp(join(tmpdir(), 'chromium-'))
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: flags.split(' '),
    deviceScaleFactor: 2,
    viewport: { width: 752, height: 600 },
  })
  try {
    for (const [name, box] of Object.entries(boxes)) await takeBoth(browser, name, box)
  } finally {
    await browser.close()
    await rm(profile, { recursive: true, force: true })
  }
}

/** The comment and the summary of a run that opens a session. */
async function ofSession(): Promise<Record<string, string>> {
  const { outcome, comment } = await runDemo(DEMO)
  const { exitCode, summary, log } = outcome
  if (exitCode !== 0 || !comment) throw new Error(`The run opened no session:\n${log}`)
  return { comment: boxed(comment), summary: boxed(summary) }
}

/** The results of a session that promised them, as the second action comments them. */
async function ofResults(): Promise<Record<string, string>> {
  const { results } = await runDemo({ ...DEMO, 'share-results': 'true' })
  if (results?.outcome.outputs.created !== 'true' || !results.comment)
    throw new Error(`The run brought no results back:\n${results?.outcome.log}`)
  return { results: boxed(results.comment) }
}

/** The annotation of a run that cannot begin. */
async function ofMistakes(): Promise<Record<string, string>> {
  const { outcome } = await runDemo(mistakes)
  if (outcome.exitCode !== 1) throw new Error(`The run made nothing of the mistakes:\n${outcome.log}`)
  return { annotation: annotations(outcome.annotations, 'open') }
}

async function takeBoth(browser: BrowserContext, name: string, box: string): Promise<void> {
  const style = await readFile(createRequire(import.meta.url).resolve('github-markdown-css'), 'utf8')
  const tab = await browser.newPage()
  await tab.setContent(page(box, style))
  for (const colorScheme of ['light', 'dark'] as const) {
    await tab.emulateMedia({ colorScheme })
    await tab.locator('article').screenshot({ path: join(docs, `${name}-${colorScheme}.png`) })
  }
}

await takeScreenshots()
