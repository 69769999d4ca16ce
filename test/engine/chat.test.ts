import { expect, test } from 'vitest'
import { plainEvent } from '../../sandbox/events.ts'
import { serve } from '../../sandbox/stand-ins/serve.ts'
import { type Service, text } from '../../sandbox/stand-ins/service.ts'
import { openEngine, textOf } from './act.ts'

/** The page's blocks of steps: the one that opens a session, and one for each chat. */
const blocks = (await textOf('docs/recipes/chat.md')).matchAll(/```yaml\n(.*?)```/gsu)
const [opening = '', slack = '', teams = '', discord = ''] = Array.from(blocks, ([, steps = '']) => steps)

const HOSTILE = '**Sale** [here](https://evil.example) @everyone <!channel> <@1> "; `id` & \\ 🎉 _x_'
const hostileOpening = opening.replace('Sprint 42 retro', JSON.stringify(HOSTILE))
const workflowWith = (steps: string) =>
  `on: workflow_dispatch\njobs:\n  open:\n    runs-on: ubuntu-latest\n${hostileOpening}${steps}`

/** A chat's webhook, which takes what it is sent. */
const createChat = (): Service => ({
  requests: [],
  faults: [],
  handle: () => text(204),
  usual: (status) => text(status),
  writes: () => true,
  date: () => undefined,
})

test.each([
  [
    'Teams',
    teams,
    'TEAMS_WEBHOOK_URL',
    (link: string) => ({
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: {
            type: 'AdaptiveCard',
            version: '1.4',
            body: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: HOSTILE }] }],
            actions: [{ type: 'Action.OpenUrl', title: 'Join the session', url: link }],
          },
        },
      ],
    }),
  ],
  [
    'Discord',
    discord,
    'DISCORD_WEBHOOK_URL',
    (link: string) => ({
      content:
        String.raw`\*\*Sale\*\* \[here\]\(https\:\/\/evil\.example\) \@everyone \<\!channel\> \<\@1\> \"\; \`id\` \& \\ 🎉 \_x\_` +
        `\nJoin the session: <${link}>`,
      allowed_mentions: { parse: [] },
    }),
  ],
])('the link is posted in %s, and the topic is text', async (_, steps, secret, payloadOf) => {
  await using engine = await openEngine()
  const webhook = createChat()
  await using served = await serve(webhook)
  const secrets = { [secret]: `${served.origin}/hook` }
  const run = await engine.run(workflowWith(steps), plainEvent('workflow_dispatch'), { secrets })
  expect(run.jobs).toEqual({ open: 'success' })
  expect(webhook.requests).toMatchObject([
    {
      method: 'POST',
      path: '/hook',
      headers: { 'content-type': 'application/json' },
      body: payloadOf(run.outputs['join-url'] ?? ''),
    },
  ])
})

test('a chat that refuses the message fails the step, and the address stays out of the log', async () => {
  await using engine = await openEngine()
  const webhook = createChat()
  webhook.faults.push({ kind: 'status', status: 404 })
  await using served = await serve(webhook)
  const secrets = { DISCORD_WEBHOOK_URL: `${served.origin}/hook` }
  const run = await engine.run(workflowWith(discord), plainEvent('workflow_dispatch'), {
    secrets,
  })
  expect(run.jobs).toEqual({ open: 'failure' })
  expect(run.printed).not.toContain(served.origin)
})

test('Slack gets the topic as text', async () => {
  await using engine = await openEngine()
  // The action that posts it is Slack's own.
  const [payload = ''] = slack.split(/(?=^ {6}- if:)/mu)
  const printing = `      - run: echo "Sent $PAYLOAD"\n        env:\n          PAYLOAD: \${{ steps.slack.outputs.payload }}\n`
  const run = await engine.run(workflowWith(payload + printing), plainEvent('workflow_dispatch'))
  const [, sent = ''] = /^Sent (.*)$/mu.exec(run.printed) ?? []
  const topic = HOSTILE.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  expect(JSON.parse(sent)).toEqual({ text: `${topic}\nJoin the session: ${run.outputs['join-url']}` })
})
