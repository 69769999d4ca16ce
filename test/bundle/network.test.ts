import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice, runBundle } from '../../sandbox/bundle.ts'
import { type Certificates, createCertificates } from '../../sandbox/stand-ins/certificates.ts'
import { startProxy } from '../../sandbox/stand-ins/proxy.ts'

let certificates: Certificates
beforeAll(async () => {
  certificates = await createCertificates('harmonica.test', 'ghes.test', '127.0.0.1')
})
afterAll(() => certificates[Symbol.asyncDispose]())

/** A Harmonica and an Enterprise Server behind names that only a proxy with a password can resolve. */
async function openEnterprise() {
  const office = await openOffice(certificates)
  const { harmonica, github, ports } = office
  Object.assign(github.options, { path: '/api/graphql', site: 'https://ghes.test' })
  const hosts = { 'harmonica.test': ports.harmonica, 'ghes.test': ports.github }
  const proxy = await startProxy({ hosts, credentials: 'proxy-user:pa$$word' })
  return {
    harmonica,
    github,
    ports,
    proxy,
    run: (inputs: Record<string, string>, env: NodeJS.ProcessEnv = {}, action = 'action.yml') =>
      runBundle(office, {
        action,
        inputs: { 'api-url': 'https://harmonica.test', comment: 'true', retries: '0', ...inputs },
        env: {
          HTTPS_PROXY: proxy.url.replace('//', '//proxy-user:pa%24%24word@'),
          GITHUB_SERVER_URL: 'https://ghes.test',
          GITHUB_API_URL: 'https://ghes.test/api/v3',
          ...env,
        },
      }),
    async [Symbol.asyncDispose]() {
      await Promise.all([proxy.close(), office[Symbol.asyncDispose]()])
    },
  }
}

test('both actions reach an Enterprise Server and Harmonica through HTTPS_PROXY, each with its own secret', async () => {
  await using office = await openEnterprise()
  const { harmonica, github, proxy } = office
  const opened = await office.run({ 'share-results': 'true' })
  Object.assign(harmonica.sessions[0] ?? {}, { participant_count: 7, summary: 'Reviews wait.' })
  const results = await office.run({}, {}, 'results/action.yml')
  expect(opened).toMatchObject({ exitCode: 0, reported: [] })
  expect(results).toMatchObject({ exitCode: 0, reported: [] })
  expect(new Set(proxy.targets)).toEqual(new Set(['harmonica.test:443', 'ghes.test:443']))
  expect(proxy.requests).toEqual([])
  expect(new Set(github.requests.map(({ path }) => path))).toEqual(new Set(['/api/graphql']))
  const comments = github.threads[0]?.comments.map(({ body }) => body)
  const linked = expect.stringContaining('https://ghes.test/octo-org/octo-repo/actions/runs/')
  expect(comments).toEqual([linked, linked])
  expect(comments?.[1]).toContain('(https://ghes.test/octo-org/octo-repo/issues/42#issuecomment-')
  const atHarmonica = JSON.stringify(harmonica.requests)
  expect(atHarmonica).toContain('hm_live_')
  expect(atHarmonica).not.toContain('ghs_')
  const atGitHub = JSON.stringify(github.requests)
  expect(atGitHub).toContain('ghs_')
  expect(atGitHub).not.toContain('hm_live_')
  const shown = JSON.stringify([opened, results, atHarmonica, atGitHub])
  expect(shown).not.toMatch(/proxy-authorization|pa(?:\$|%24){2}word|proxy-user/u)
})

test('a host that NO_PROXY names is reached without the proxy', async () => {
  await using office = await openEnterprise()
  const direct = `https://127.0.0.1:${office.ports.harmonica}`
  const outcome = await office.run({ 'api-url': direct }, { NO_PROXY: 'example.org, 127.0.0.1' })
  expect(outcome).toMatchObject({ exitCode: 0, reported: [] })
  expect(office.harmonica.sessions).toHaveLength(1)
  expect(new Set(office.proxy.targets)).toEqual(new Set(['ghes.test:443']))
})

test('a certificate that nobody trusts stops the key before it leaves, at the first try', async () => {
  await using office = await openEnterprise()
  const untrusting = { NODE_EXTRA_CA_CERTS: undefined }
  const outcome = await office.run({ comment: 'false', retries: '5' }, untrusting)
  expect(outcome).toMatchObject({
    exitCode: 1,
    reported: [expect.stringMatching(/^error: .*https:\/\/harmonica\.test has no trusted certificate/u)],
  })
  expect(office.harmonica.requests).toEqual([])
  expect(office.proxy.targets).toHaveLength(1)
})
