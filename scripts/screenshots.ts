import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, chromium } from 'playwright-core'
import { FIRST_WORKFLOW, runRound } from './demo.ts'
import { annotations, boxed, digestOf, page } from './pictures.ts'

const docs = fileURLToPath(new URL('../docs/', import.meta.url))
/** What each picture shows, as a digest of its page. */
const record = join(docs, 'pictures.json')
const executable = process.env.CHROMIUM ?? '/usr/bin/chromium'
const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

/** Three mistakes that are often made: a value that there is not, a goal forgotten, a file that was not checked out. */
const mistakes = { 'results-visibility': 'everyone', goal: '', 'context-file': 'SESSION.md' }

/**
 * Makes the documents' pictures from runs of the bundle, with GitHub's styles, in light and dark. Only those whose page has
 * changed: on another machine, with other fonts, each would come out different. It needs Debian's `chromium`; CHROMIUM
 * names another one.
 */
async function updatePictures(): Promise<void> {
  const style = await readFile(createRequire(import.meta.url).resolve('github-markdown-css'), 'utf8')
  const boxes = { ...(await ofSession()), ...(await ofResults()), ...(await ofMistakes()) }
  const known: Record<string, string> = JSON.parse(await readFile(record, 'utf8'))
  const pictures = Object.entries(boxes).map(([name, box]) => {
    const html = page(box, style)
    return { name, html, digest: digestOf(html) }
  })
  const changed = pictures.filter(({ name, digest }) => known[name] !== digest || !isThere(name))
  if (changed.length === 0) {
    console.log('The pictures show what runs show now. To take one again all the same, delete it.')
    return
  }
  if (!existsSync(executable)) {
    console.error(
      `No picture was taken: there is no Chromium at ${executable}. Install it, on Debian by "apt-get install chromium", or set CHROMIUM to the path of yours.`,
    )
    process.exitCode = 1
    return
  }
  await takePictures(changed)
  const digests = Object.fromEntries(pictures.map(({ name, digest }) => [name, digest]))
  await writeFile(record, `${JSON.stringify(digests, null, 2)}\n`)
  console.log(`Taken: ${changed.map(({ name }) => name).join(', ')}.`)
}

const SCHEMES = ['light', 'dark'] as const
const fileOf = (name: string, scheme: string): string => join(docs, `${name}-${scheme}.png`)
const isThere = (name: string): boolean => SCHEMES.every((scheme) => existsSync(fileOf(name, scheme)))

async function takePictures(pictures: readonly { name: string; html: string }[]): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'chromium-'))
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    headless: true,
    args: flags.split(' '),
    deviceScaleFactor: 2,
    viewport: { width: 752, height: 600 },
  })
  try {
    for (const { name, html } of pictures) await takeBoth(browser, name, html)
  } finally {
    await browser.close()
    await rm(profile, { recursive: true, force: true })
  }
}

/** The comment and the summary of a run that opens a session. */
async function ofSession(): Promise<Record<string, string>> {
  const { outcome, comment } = (await runRound(FIRST_WORKFLOW)).opened
  const { exitCode, summary, log } = outcome
  if (exitCode !== 0 || !comment) throw new Error(`The run opened no session:\n${log}`)
  return { comment: boxed(comment), summary: boxed(summary) }
}

/** The same in a picture of any day. */
const OPENED = '2026-10-02T09:00:00.000Z'

/** The results of a session that promised them, as the second action comments them. */
async function ofResults(): Promise<Record<string, string>> {
  const promised = { ...FIRST_WORKFLOW, 'share-results': 'true' }
  const { results } = await runRound(promised, { openedAt: OPENED })
  if (results?.outcome.outputs.created !== 'true' || !results.comment)
    throw new Error(`The run brought no results back:\n${results?.outcome.log}`)
  return { results: boxed(results.comment) }
}

/** The annotation of a run that cannot begin. */
async function ofMistakes(): Promise<Record<string, string>> {
  const { outcome } = (await runRound(mistakes)).opened
  if (outcome.exitCode !== 1) throw new Error(`The run made nothing of the mistakes:\n${outcome.log}`)
  return { annotation: annotations(outcome.annotations, 'open') }
}

async function takeBoth(browser: BrowserContext, name: string, html: string): Promise<void> {
  const tab = await browser.newPage()
  await tab.setContent(html)
  for (const colorScheme of SCHEMES) {
    await tab.emulateMedia({ colorScheme })
    await tab.locator('article').screenshot({ path: fileOf(name, colorScheme) })
  }
}

await updatePictures()
