import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Outcome, Scenario } from '../support/action.ts'
import { type Certificates, createCertificates } from '../support/certificates.ts'
import { type ProxyOptions, startProxy } from '../support/proxy.ts'
import { openScene } from '../support/scene.ts'
import { annotationsOf, callsOf } from '../support/told.ts'

let certificates: Certificates
beforeAll(async () => {
  certificates = await createCertificates('harmonica.test', 'ghes.test', '0.0.0.0')
})
afterAll(() => certificates[Symbol.asyncDispose]())

/** A Harmonica and an Enterprise Server behind names that only the proxy can resolve, with certificates. */
async function openOffice(options: Omit<ProxyOptions, 'hosts'> = {}) {
  const scene = await openScene({
    harmonica: { tls: certificates, site: 'https://harmonica.test' },
    github: { tls: certificates, prefix: '/api/v3', site: 'https://ghes.test' },
  })
  const ports = { harmonica: portOf(scene.harmonica.origin), github: portOf(scene.github.origin) }
  const hosts = { 'harmonica.test': ports.harmonica, 'ghes.test': ports.github }
  const proxy = await startProxy({ ...options, hosts })
  return {
    scene,
    ports,
    proxy,
    run: (scenario: Scenario = {}) =>
      scene.run({
        ...scenario,
        inputs: { 'api-url': 'https://harmonica.test', comment: 'true', retries: '0', ...scenario.inputs },
        env: {
          HTTPS_PROXY: proxy.url,
          NODE_EXTRA_CA_CERTS: certificates.caFile,
          GITHUB_SERVER_URL: 'https://ghes.test',
          GITHUB_API_URL: 'https://ghes.test/api/v3',
          GITHUB_GRAPHQL_URL: 'https://ghes.test/api/graphql',
          ...scenario.env,
        },
      }),
    async [Symbol.asyncDispose]() {
      await Promise.all([proxy.close(), scene[Symbol.asyncDispose]()])
    },
  }
}

const portOf = (origin: string): number => Number(new URL(origin).port)
const leavings = (outcome: Outcome): string => JSON.stringify(outcome)

test.concurrent('everything goes through HTTPS_PROXY, to the API and GitHub and nobody else', async () => {
  await using office = await openOffice()
  const outcome = await office.run()
  const { harmonica, github } = office.scene
  expect(new Set(office.proxy.targets)).toEqual(new Set(['harmonica.test:443', 'ghes.test:443']))
  expect(office.proxy.requests).toEqual([])
  expect(callsOf(harmonica.requests)).toEqual(['POST /api/v1/sessions'])
  const path = '/api/v3/repos/octo-org/octo-repo/issues/1/comments'
  expect(callsOf(github.requests)).toEqual([`GET ${path}`, `POST ${path}`])
  const [comment] = github.comments('octo-org/octo-repo#1')
  expect(comment?.body).toContain(`https://harmonica.test/chat?s=${harmonica.sessions[0]?.id}`)
  expect(comment?.body).toContain('https://ghes.test/octo-org/octo-repo/actions/runs/9876543210')
  expect(outcome.outputs['comment-url']).toBe(comment?.html_url)
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})

test.concurrent('key and token go out once each, to whom they belong, and the step says who it is', async () => {
  await using office = await openOffice()
  await office.run({ inputs: { reuse: 'never' } })
  const [create] = office.scene.harmonica.requests
  const [post] = office.scene.github.requests
  expect(create?.headers).toMatchObject({
    authorization: expect.stringMatching(/^Bearer hm_live_\w{32}$/u),
    host: 'harmonica.test',
    'user-agent': expect.stringMatching(/^harmonica-session-action\/\d+\.\d+\.\d+$/u),
  })
  expect(post?.headers).toMatchObject({
    authorization: expect.stringMatching(/^token ghs_\w+$/u),
    host: 'ghes.test',
  })
  expect(JSON.stringify(post)).not.toContain('hm_live_')
  expect(JSON.stringify(create)).not.toContain('ghs_')
})

test.concurrent('a discussion on GitHub Enterprise Server is commented at /api/graphql', async () => {
  await using office = await openOffice()
  const outcome = await office.run({ event: 'discussion.created' })
  const { github } = office.scene
  expect(callsOf(github.requests)).toEqual(['POST /api/graphql', 'POST /api/graphql'])
  const [comment] = github.comments('MDEwOkRpc2N1c3Npb24zMjk3NDQy')
  expect(outcome.outputs['comment-id']).toBe(String(comment?.id))
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})

/** `HTTPS_PROXY` with a name and a password in it. */
const withLogin = (url: string, login: string): string => url.replace('//', `//${login}@`)
const passwords = ['pa$$word', 'pa%24%24word', btoa('proxy-user:pa$$word'), 'proxy-user']

test.concurrent('a proxy gets its password, and nobody else sees it', async () => {
  await using office = await openOffice({ credentials: 'proxy-user:pa$$word' })
  const login = withLogin(office.proxy.url, 'proxy-user:pa%24%24word')
  const outcome = await office.run({ env: { HTTPS_PROXY: login } })
  const { harmonica, github } = office.scene
  expect(outcome.exitCode).toBe(0)
  const sent = JSON.stringify([...harmonica.requests, ...github.requests])
  for (const password of passwords) expect(leavings(outcome) + sent).not.toContain(password)
  expect(sent).not.toContain('proxy-authorization')
  expect(github.comments('octo-org/octo-repo#1')).toHaveLength(1)
})

test.concurrent('a proxy that does not take the password fails the step, without showing it', async () => {
  await using office = await openOffice({ credentials: 'other:password' })
  const login = withLogin(office.proxy.url, 'proxy-user:pa%24%24word')
  const outcome = await office.run({ env: { HTTPS_PROXY: login }, inputs: { reuse: 'never' } })
  expect(annotationsOf(outcome)).toEqual([
    expect.stringMatching(/^error: .*harmonica\.test.*407.*HTTPS_PROXY.*No session was opened/u),
  ])
  for (const password of passwords) expect(leavings(outcome)).not.toContain(password)
  expect([office.scene.harmonica.requests, outcome.exitCode]).toEqual([[], 1])
})

test.concurrent.each([
  ['HTTPS_PROXY', '0.0.0.0'],
  ['https_proxy', 'example.org, 0.0.0.0'],
])('NO_PROXY goes before %s: %s', async (variable, noProxy) => {
  await using office = await openOffice()
  const env = { HTTPS_PROXY: undefined, [variable]: office.proxy.url, NO_PROXY: noProxy }
  const inputs = { 'api-url': `https://0.0.0.0:${office.ports.harmonica}` }
  const outcome = await office.run({ env, inputs })
  expect(office.scene.harmonica.sessions).toHaveLength(1)
  expect(new Set(office.proxy.targets)).toEqual(new Set(['ghes.test:443']))
  expect([annotationsOf(outcome), outcome.exitCode]).toEqual([[], 0])
})

test.concurrent.each([
  [407, /407/u],
  [502, /502/u],
  [200, /proxy/iu],
  ['silence', /proxy/iu],
] as const)('a proxy that answers %s itself is named, and no session exists', async (answer, words) => {
  await using office = await openOffice({ answer })
  const outcome = await office.run({ inputs: { timeout: '1', reuse: 'never' } })
  const [error = '', ...others] = annotationsOf(outcome)
  expect(error).toMatch(/^error: .*https:\/\/harmonica\.test.*HTTPS_PROXY/u)
  expect(error).toMatch(words)
  expect(error).toContain('No session was opened')
  expect(error).not.toMatch(/\.\.|guest network|<|may exist/u)
  expect([others, office.scene.harmonica.requests, outcome.exitCode]).toEqual([[], [], 1])
  expect(outcome.outputs['join-url'] ?? '').toBe('')
})

test.concurrent('a proxy that only GitHub needs and that fails costs the comment, not the session', async () => {
  await using office = await openOffice({ answer: 502 })
  await using direct = await openScene()
  const inputs = { 'api-url': direct.harmonica.apiUrl, reuse: 'never' }
  const outcome = await office.run({ inputs })
  expect(annotationsOf(outcome)).toEqual([expect.stringMatching(/^warning: .*ghes\.test.*502.*HTTPS_PROXY/u)])
  expect(annotationsOf(outcome)[0]).not.toMatch(/GitHub says|\.\./u)
  expect(outcome.outputs['join-url']).toBe(direct.harmonica.sessions[0]?.join_url)
  expect([direct.harmonica.sessions.length, outcome.exitCode]).toEqual([1, 0])
})

test.concurrent('a certificate that nobody trusts stops the key before it leaves', async () => {
  await using office = await openOffice()
  const outcome = await office.run({ env: { NODE_EXTRA_CA_CERTS: undefined }, inputs: { reuse: 'never' } })
  expect(annotationsOf(outcome)).toEqual([
    expect.stringMatching(/^error: .*https:\/\/harmonica\.test has no trusted certificate/u),
  ])
  expect([office.scene.harmonica.requests, outcome.exitCode]).toEqual([[], 1])
})

test.concurrent('a certificate for another host stops the token before it leaves', async () => {
  await using office = await openOffice()
  const env = { GITHUB_API_URL: `https://127.0.0.1:${office.ports.github}/api/v3` }
  const outcome = await office.run({ env, inputs: { reuse: 'never' } })
  expect(annotationsOf(outcome)).toEqual([expect.stringMatching(/^warning: .*no trusted certificate/u)])
  expect(office.scene.github.requests).toEqual([])
  expect(outcome.outputs['join-url']).toBe(office.scene.harmonica.sessions[0]?.join_url)
  expect(outcome.exitCode).toBe(0)
})

test.concurrent.each([
  'socks5://proxy-user:pa%24%24word@127.0.0.1:1080',
  'http://proxy-user:pa%24%24word@no host',
])('an HTTPS_PROXY that is no HTTP proxy’s address is told in a sentence: %s', async (address) => {
  await using office = await openOffice()
  const outcome = await office.run({ env: { HTTPS_PROXY: address } })
  expect(annotationsOf(outcome).at(-1)).toMatch(/^error: .*HTTPS_PROXY is not the address of an HTTP proxy/u)
  for (const password of passwords) expect(leavings(outcome)).not.toContain(password)
  expect(outcome.exitCode).toBe(1)
})
