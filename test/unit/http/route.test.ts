import { expect, test } from 'vitest'
import { findRoute } from '../../../src/http/route.ts'
import { failure, password } from './asking.ts'

const PROXY = 'http://proxy.example:3128'
const proxyOf = (url: string, env: Record<string, string>) => findRoute(new URL(url), env).proxy

test.each([
  ['https://api.test', { HTTPS_PROXY: PROXY, HTTP_PROXY: 'http://other' }, 'HTTPS_PROXY'],
  ['https://api.test', { https_proxy: PROXY, HTTPS_PROXY: 'http://other' }, 'https_proxy'],
  ['https://api.test', { https_proxy: '', HTTPS_PROXY: 'proxy.example:3128' }, 'HTTPS_PROXY'],
  ['http://api.test', { HTTPS_PROXY: 'http://other', HTTP_PROXY: PROXY }, 'HTTP_PROXY'],
])('the route to %s with %o is set by %s', (url, env, variable) => {
  const { headers, ...proxy } = proxyOf(url, env) ?? {}
  expect(proxy).toMatchObject({ variable, url: { origin: PROXY } })
  expect(headers).toEqual({})
})

test('a proxy is sent the login in its address, as Basic authorization', () => {
  const headers = { 'proxy-authorization': `Basic ${Buffer.from('me:p@€').toString('base64')}` }
  const env = { HTTPS_PROXY: 'http://me:p%40%E2%82%AC@proxy.example' }
  expect(proxyOf('https://api.test', env)).toMatchObject({ headers })
})

test.each([
  ['svc:50%', 'svc:50%'],
  ['CORP\\svc:pw', 'CORP\\svc:pw'],
  ['me:p@ss/word#1', 'me:p@ss/word#1'],
  ['me%3A:%zz%ff', 'me::%zz%ff'],
  ['me', 'me:'],
])('a login such as %s is sent as curl sends it', (login, sent) => {
  const headers = { 'proxy-authorization': `Basic ${Buffer.from(sent).toString('base64')}` }
  for (const scheme of ['http://', ''])
    expect(
      proxyOf('https://api.test', { HTTPS_PROXY: `${scheme}${login}@proxy.example:3128` }),
    ).toMatchObject({
      url: { origin: PROXY },
      headers,
    })
})

test.each([`http://me:${password}@[`, `socks5://me:${password}@127.0.0.1:1080`, ' ', `${PROXY}\n`])(
  '%j is not the address of a proxy, which is final',
  async (HTTPS_PROXY) => {
    const finding = (async () => proxyOf('https://api.test', { HTTPS_PROXY }))()
    expect(await failure(finding)).toBe(': HTTPS_PROXY is not the address of an HTTP proxy')
    expect(proxyOf('https://api.test', { HTTPS_PROXY, NO_PROXY: '*' })).toBeUndefined()
  },
)

const exempt = ['*', 'api.test', ' a.example , API.Test ', 'a.example test', '.test', '.api.test', '*.test']
const others = ['', ',', 'pi.test', 'a.example, test.example', 'api.test:8443']
const loopback = ['LOCALHOST:9', '127.10.20.30', '127.1', '[0:0::1]']

test.each<[names: string, host: string, through: boolean]>([
  ...exempt.map((names): [string, string, boolean] => [names, 'api.test', false]),
  ...others.map((names): [string, string, boolean] => [names, 'api.test', true]),
  ...loopback.map((host): [string, string, boolean] => ['', host, false]),
  ['', 'mylocalhost', true],
  ['', 'localhost.test', true],
  ['', 'api.test.', true],
  ['api.test:443', 'api.test', false],
  ['api.test:443', 'api.test:8443', true],
  ['.test:8443', 'api.test:8443', false],
  ['10.0.0.1', '10.0.0.1', false],
  ['fd00::1', '[fd00::1]', false],
  ['fd00::2', '[fd00::1]', true],
  ['[fd00::1]:8443', '[fd00::1]:8443', false],
])('with NO_PROXY=%j the route to %s leads through the proxy: %s', (names, host, through) => {
  for (const exemption of [{ NO_PROXY: names }, { NO_PROXY: 'x', no_proxy: names || 'x' }])
    expect(Boolean(proxyOf(`https://${host}`, { HTTPS_PROXY: PROXY, ...exemption }))).toBe(through)
})
