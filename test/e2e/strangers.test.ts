import { expect, test } from 'vitest'
import type { Outcome } from '../support/action.ts'
import { eventLike } from '../support/payloads.ts'
import { addressesOf, commentsOf, elementsOf, render, textNodesOf, textOf } from '../support/rendered.ts'
import { openScene, type Scene } from '../support/scene.ts'
import { annotationsOf } from '../support/told.ts'

/** Everything that GitHub makes more of than text, and what people do to break out. */
const hostile =
  'Hey @everyone @octo-org/all, see #1 GH-2 octo-org/octo-repo#3 </strong></li></ul></details> ' +
  '<img src=x onerror=alert(1)> <script>alert(1)</script> **now** `x` ~~y~~ | a | [here](https://evil.example) ' +
  '![i](https://evil.example/i.png) www.evil.example https://evil.example/x <https://evil.example> a@evil.example ' +
  '0123456789abcdef0123456789abcdef01234567 :tada: $x$ [^1] &lt;b&gt; %0A::error::gotcha ##[error]no <!-- ``` ~~~'

/** Elements that are not of our own making. The session's id, alone, may be code. */
function foreignTo(page: string, id = ''): string[] {
  const ours = 'p strong a sub h2 h3 ul li br span'.split(' ')
  const code = textNodesOf(page).includes(id) ? ['code'] : []
  const elements = elementsOf(page).filter((name) => !ours.includes(name))
  return elements.join() === code.join() ? [] : elements
}

const withoutGaps = (text: string): string => text.replaceAll('\u200b', '')

/** The comment and the summary as they are rendered; nothing in them is a stranger's doing. */
function pagesOf(
  { github, harmonica }: Scene,
  { summary = '' }: Outcome,
): [comment: string, summary: string] {
  const [comment = ''] = github.comments('octo-org/octo-repo#1').map(({ body }) => render(body))
  const pages: [string, string] = [comment, render(summary)]
  for (const page of pages) {
    const links = addressesOf(page).filter((address) => !address.startsWith('https://github.com/octo-org/'))
    expect(links).toEqual([harmonica.sessions[0]?.join_url])
    expect(foreignTo(page, harmonica.sessions[0]?.id)).toEqual([])
    for (const text of textNodesOf(page)) {
      expect(text).not.toMatch(/@\w|#\d|GH-\d|\b[0-9a-f]{7,40}\b|:tada:|www\.|:\/\//u)
    }
  }
  expect(commentsOf(comment)).toEqual([expect.stringMatching(/^ harmonica-session v1 [\w.-]+ $/u)])
  return pages
}

test.concurrent('a title is one line of text, whoever wrote it', async () => {
  await using scene = await openScene()
  const title = `Retro\r\n::error::gotcha\n\n## ${hostile}`
  const event = await eventLike('issues', 'issues.opened', { issue: { title } })
  const outcome = await scene.run({ event, inputs: { comment: 'true' } })
  const topic = title.replace(/\s+/gu, ' ')
  expect(scene.harmonica.requests[0]?.body).toMatchObject({ topic })
  for (const page of pagesOf(scene, outcome)) {
    expect(withoutGaps(textOf(page))).toContain(`Join the session: ${topic.slice(0, 150)}`)
  }
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})

test.concurrent('goal, critical question and questions show as the very text they are', async () => {
  await using scene = await openScene()
  const inputs = {
    comment: 'true',
    goal: hostile,
    critical: `- ${hostile}`,
    questions: `1. ${hostile}\n> why?`,
  }
  const outcome = await scene.run({ inputs })
  const [comment, summary] = pagesOf(scene, outcome).map((page) => withoutGaps(textOf(page)))
  expect(comment).toContain(`Goal: ${hostile}`)
  expect(comment).toContain(`Critical question: - ${hostile}`)
  expect(summary).toContain(`Goal: ${hostile}`)
  expect(summary).toContain(`Critical question: - ${hostile}`)
  expect(summary).toContain(`1. ${hostile.slice(0, 400)}`)
  expect(summary).toContain('> why?')
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})

test.concurrent('the API’s words are text as well', async () => {
  await using scene = await openScene({
    harmonica: {
      answer: (session) => ({ ...session, topic: hostile, goal: hostile, status: `\n# ${hostile}` }),
    },
  })
  const outcome = await scene.run({ inputs: { comment: 'true' } })
  const [, summary] = pagesOf(scene, outcome).map((page) => withoutGaps(textOf(page)))
  expect(summary).toContain(`Goal: ${hostile}`)
  expect(outcome.outputs).toMatchObject({ topic: hostile, status: `\n# ${hostile}` })
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})

test.concurrent('what GitHub answers a comment with is text, too, and no link but http', async () => {
  await using scene = await openScene()
  const body = JSON.stringify({ id: 7, html_url: 'javascript:alert(1)', body: hostile })
  scene.github.faults.push({ kind: 'raw', body })
  const outcome = await scene.run({ inputs: { comment: 'true' } })
  expect(addressesOf(render(outcome.summary ?? ''))).toEqual([scene.harmonica.sessions[0]?.join_url])
  expect(outcome.outputs['comment-url']).not.toContain('javascript')
  expect(outcome.outputs['join-url']).toBe(scene.harmonica.sessions[0]?.join_url)
  expect(outcome.exitCode).toBe(0)
})

test.concurrent('an address of GitHub’s that is none costs the run nothing', async () => {
  await using scene = await openScene()
  scene.github.faults.push({ kind: 'raw', body: '{"id":7,"html_url":"nonsense","body":""}' })
  const outcome = await scene.run({ inputs: { comment: 'true' } })
  expect(outcome.log).not.toContain('Unexpected failure')
  expect(outcome.outputs['join-url']).toBe(scene.harmonica.sessions[0]?.join_url)
  expect(outcome.exitCode).toBe(0)
})

test.concurrent('a refusal of GitHub’s in hostile words is one line of text', async () => {
  await using scene = await openScene()
  const message = `No.\n::error::gotcha\n\u001b[31m${hostile}`
  scene.github.faults.push({ kind: 'status', status: 422, body: { message } })
  const outcome = await scene.run({ inputs: { comment: 'true' } })
  expect(annotationsOf(outcome)).toEqual([
    expect.stringMatching(/^warning: .*No\.␊::error::gotcha␊␛\[31mHey/u),
  ])
  expect(outcome.log).not.toContain('##[')
  const page = render(outcome.summary ?? '')
  expect(foreignTo(page, scene.harmonica.sessions[0]?.id)).toEqual([])
  expect(addressesOf(page)).toEqual([scene.harmonica.sessions[0]?.join_url])
  expect(withoutGaps(textOf(page))).toContain('No.␊::error::gotcha')
  expect(outcome.exitCode).toBe(0)
})
