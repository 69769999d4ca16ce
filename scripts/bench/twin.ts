import { readFileSync } from 'node:fs'
import * as core from '@actions/core'
import { context, getOctokit } from '@actions/github'
import { z } from 'zod'

/*
 * The yardstick of `npm run bench`: what one would write first with the usual packages and the global fetch. It does a
 * usual step's work and keeps none of the action's promises.
 */
const inputs = z
  .object({
    apiKey: z.string().min(1),
    apiUrl: z.url(),
    topic: z.string().min(1),
    goal: z.string().min(1),
    context: z.string().optional(),
    comment: z.stringbool(),
  })
  .parse({
    apiKey: core.getInput('api-key'),
    apiUrl: core.getInput('api-url'),
    topic: core.getInput('topic'),
    goal: core.getInput('goal'),
    context: readContext(core.getInput('context-file')),
    comment: core.getInput('comment'),
  })
const answer = z.object({ id: z.string(), join_url: z.url() })

core.setSecret(inputs.apiKey)
const { topic, goal } = inputs
const response = await fetch(`${inputs.apiUrl}/sessions`, {
  method: 'POST',
  headers: { authorization: `Bearer ${inputs.apiKey}`, 'content-type': 'application/json' },
  body: JSON.stringify({ topic, goal, context: inputs.context }),
})
if (!response.ok) throw new Error(`HTTP ${response.status}`)
const session = answer.parse(await response.json())
core.setOutput('session-id', session.id)
core.setOutput('join-url', session.join_url)
if (inputs.comment) await comment()
await core.summary.addHeading(topic).addLink('Join', session.join_url).write()

async function comment(): Promise<void> {
  const octokit = getOctokit(core.getInput('github-token'))
  const issue = { ...context.repo, issue_number: context.issue.number }
  const all = await octokit.paginate(octokit.rest.issues.listComments, { ...issue, per_page: 100 })
  if (all.some(({ body }) => body?.includes(session.join_url))) return
  await octokit.rest.issues.createComment({ ...issue, body: `Join: ${session.join_url}` })
}

function readContext(path: string): string | undefined {
  return path === '' ? undefined : readFileSync(path, 'utf8')
}
