import { getOctokit } from '@actions/github'
import { describe, expect, it } from 'vitest'
import { fetcher } from '../support/fetching.ts'
import { freePort, serve } from '../support/servers.ts'

describe('Octokit', () => {
  const issue = { owner: 'o', repo: 'r', issue_number: 7 }

  it('reads page after page', async () => {
    await using server = await serve(({ url = '', headers }, response) => {
      const page = Number(new URL(url, 'http://x').searchParams.get('page') ?? 1)
      const next = `<http://${headers.host}/repos/o/r/issues/7/comments?page=${page + 1}>; rel="next"`
      if (page < 3) response.setHeader('Link', next)
      response
        .setHeader('Content-Type', 'application/json; charset=utf-8')
        .end(`[{"id": ${page}, "body": "é"}]`)
    })
    const octokit = getOctokit('token', { request: { fetch: fetcher() }, baseUrl: server.origin })
    const comments = await octokit.paginate(octokit.rest.issues.listComments, issue)
    expect(comments.map(({ id, body }) => [id, body])).toEqual([1, 2, 3].map((id) => [id, 'é']))
    expect([server.requests(), server.connections()]).toEqual([3, 1])
  })

  it('posts, and tells errors with their status', async () => {
    let sent = ''
    await using server = await serve(async (incoming, response) => {
      for await (const chunk of incoming) sent += chunk
      response.writeHead(sent.includes('no') ? 403 : 201, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify({ id: 9, message: 'Resource not accessible by integration' }))
    })
    const octokit = getOctokit('token', { request: { fetch: fetcher() }, baseUrl: server.origin })
    const made = await octokit.rest.issues.createComment({ ...issue, body: 'Grüße' })
    expect([made.status, made.data.id, sent]).toEqual([201, 9, '{"body":"Grüße"}'])
    await expect(octokit.rest.issues.createComment({ ...issue, body: 'no' })).rejects.toMatchObject({
      name: 'HttpError',
      status: 403,
      message: 'Resource not accessible by integration',
    })
  })

  it('tells a failed connection in our words', async () => {
    const baseUrl = `http://127.0.0.1:${await freePort()}`
    const octokit = getOctokit('token', { request: { fetch: fetcher() }, baseUrl })
    await expect(octokit.rest.issues.get(issue)).rejects.toMatchObject({
      status: 500,
      message: expect.stringContaining('could not be reached (ECONNREFUSED)'),
      cause: expect.objectContaining({ kind: 'not-sent', sent: false }),
    })
  })
})
