import { createHash } from 'node:crypto'
import { render } from '../sandbox/judges/rendered.ts'

/** An error or a warning as a run's log has it. */
type Annotation = { readonly kind: string; readonly title: string; readonly message: string }

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A circle with a cross. */
const icon = `<svg viewBox="0 0 16 16" aria-hidden="true">
  <circle cx="8" cy="8" r="7"/><path d="M5.4 5.4l5.2 5.2m0-5.2l-5.2 5.2"/>
</svg>`

/** What github-markdown-css leaves to the page. Colors are its own, so that they follow light and dark. */
const look = `
  body { margin: 0 }
  .markdown-body { padding: 24px; border: 1px solid var(--borderColor-default); border-radius: 6px; font-size: 14px }
  .annotations { padding: 0 }
  .annotations header, .annotations section { padding: 16px 24px }
  .annotations header { background: var(--bgColor-muted); border-radius: 6px 6px 0 0 }
  .annotations section { display: flex; gap: 12px; border-top: 1px solid var(--borderColor-default) }
  .annotations svg { flex: none; width: 16px; height: 16px; margin-top: 2px }
  .annotations circle { fill: var(--fgColor-danger) }
  .annotations path { stroke: var(--bgColor-default); stroke-width: 1.6; stroke-linecap: round }
  .annotations .muted { color: var(--fgColor-muted) }
  .annotations p { margin: 6px 0 0 }
  @media (prefers-color-scheme: dark) { body { background: #0d1117 } }`

/** GitHub's box around a comment or a summary, and its rendering of the Markdown. */
export function boxed(markdown: string): string {
  return `<article class="markdown-body">${render(markdown)}</article>`
}

/** GitHub's box with the errors of a run, as they stand on the run's page: the job, the title, the message's lines. */
export function annotations(all: readonly Annotation[], job: string): string {
  const errors = all.filter(({ kind }) => kind === 'error')
  const sections = errors.map(({ title, message }) => {
    const lines = message.split('\n').map((line) => `<p>${escaped(line)}</p>`)
    return `<section>${icon}<div>
      <div class="muted">${escaped(job)}</div><strong>${escaped(title)}</strong>${lines.join('')}
    </div></section>`
  })
  return `<article class="markdown-body annotations">
    <header><strong>Annotations</strong><br>
      <span class="muted">${errors.length} ${errors.length === 1 ? 'error' : 'errors'}</span></header>
    ${sections.join('')}
  </article>`
}

/** A page with such boxes, in GitHub's styles. */
export function page(boxes: string, githubCss: string): string {
  return `<!doctype html><meta charset="utf-8"><style>${githubCss}${look}</style>${boxes}`
}

/** Changes if a picture of the page would change. Where links lead, such as to a port, and comments are not seen. */
export function digestOf(html: string): string {
  return createHash('sha256')
    .update(html.replaceAll(/ href="[^"]*"|<!--.*?-->/gsu, ''))
    .digest('hex')
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => escapes[character] ?? '')
}
