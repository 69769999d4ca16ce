import { expect, test } from 'vitest'
import type { Fault } from '../../../sandbox/stand-ins/faults.ts'
import { UserError } from '../../../src/text/errors.ts'
import { create, REQUEST, SITE } from './creating.ts'

async function reportedFor(fault: Fault): Promise<string> {
  const { error } = await create({ faults: [{ ...fault, times: 99 }] })
  return error instanceof UserError ? `${error.title.text}: ${error.message}` : String(error)
}

/** Responses of the API and of gateways, and what the message must contain. */
const REFUSALS: [Fault, ...string[]][] = [
  [{ kind: 'status', status: 400 }, 'It says: topic is required.', 'dry-run: true'],
  [
    { kind: 'status', status: 401 },
    'It says: Invalid or missing API key.',
    'hm_live_',
    'app.harmonica.chat/profile',
  ],
  [{ kind: 'status', status: 402 }, 'It says: Your plan does not include more sessions.', "plan's limits"],
  [{ kind: 'status', status: 403 }, 'You do not have access', 'template-id and project-id'],
  [{ kind: 'status', status: 404 }, `no Harmonica API at ${SITE}/api/v1`, 'Check input api-url'],
  [{ kind: 'gateway', status: 404 }, 'Harmonica responded with 404. There is no Harmonica API'],
  [{ kind: 'status', status: 405 }, 'Harmonica responded with 405. There is no Harmonica API'],
  [{ kind: 'status', status: 413 }, 'Request Entity Too Large', 'Shorten the context'],
  [{ kind: 'status', status: 422 }, 'The request cannot be carried out.'],
  [
    { kind: 'status', status: 308, body: '/api/v1/sessions' },
    'Harmonica responded with 308. That is a redirect',
  ],
  [
    { kind: 'status', status: 418, body: '{"error":"odd"}' },
    'It says: {"error":"odd"}. Run the step with dry-run',
  ],
]

test.for(REFUSALS)('%j is reported with its usual cause', async ([fault, ...parts]) => {
  const message = await reportedFor(fault)
  expect(message).toMatch(/^Harmonica refused the session: /u)
  for (const part of parts) expect(message).toContain(part)
})

test('a server’s message is shown on one line without commands, and a web page is not shown', async () => {
  const hostile = { error: { code: 'validation_error', message: '##[error]no\n::set-env::\u001b[31m' } }
  expect(await reportedFor({ kind: 'status', status: 400, body: hostile })).toContain(
    'It says: ## [error]no␊::set-env::␛[31m.',
  )
  expect(await reportedFor({ kind: 'gateway', status: 403 })).not.toContain('<')
})

test('a request that is too large is reported with its size', async () => {
  const { error } = await create({ request: { ...REQUEST, context: 'ä'.repeat(3_000_000) } })
  expect((error as Error).message).toMatch(
    /The request has 6,000,\d{3} bytes, and Harmonica accepts about 4,500,000/u,
  )
})
