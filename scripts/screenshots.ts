import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { chromium } from 'playwright-core'
import { runDemo } from './demo.ts'

const docs = fileURLToPath(new URL('../docs/', import.meta.url))
const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

/**
 * Makes the README's pictures from a run of the bundle, with GitHub's styles, in light and dark. It needs Debian's
 * `chromium`; CHROMIUM names another one.
 */
async function takeScreenshots(): Promise<void> {
  const { outcome, comment } = await runDemo({})
  const style = await readFile(createRequire(import.meta.url).resolve('github-markdown-css'), 'utf8')
  const profile = await mkdtemp(join(tmpdir(), 'chromium-'))
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: flags.split(' '),
    deviceScaleFactor: 2,
    viewport: { width: 860, height: 600 },
  })
  try {
    const page = await browser.newPage()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const [name, markdown] of Object.entries({
        comment: comment ?? '',
        summary: outcome.summary ?? '',
      })) {
        await page.setContent(frame(markdown, style))
        await page.locator('article').screenshot({ path: join(docs, `${name}-${colorScheme}.png`) })
      }
    }
  } finally {
    await browser.close()
    await rm(profile, { recursive: true, force: true })
  }
}

/** GitHub's box around a comment, and its rendering of the Markdown. */
function frame(markdown: string, style: string): string {
  const html = micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  })
  return `<!doctype html><meta charset="utf-8"><style>${style}
    body { margin: 0 }
    .markdown-body { padding: 24px; border: 1px solid var(--borderColor-default); border-radius: 6px }
    @media (prefers-color-scheme: dark) { body { background: #0d1117 } }
  </style><article class="markdown-body">${html}</article>`
}

await takeScreenshots()
