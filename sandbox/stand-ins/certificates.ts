import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'

/** A server's key and certificate, and the authority that signed it, all in PEM. */
export type Certificates = AsyncDisposable & {
  readonly key: string
  readonly cert: string
  readonly ca: string
  /** A file with `ca`, for NODE_EXTRA_CA_CERTS of a child process. */
  readonly caFile: string
}

/** Creates an authority and a certificate for these host names and IP addresses, valid for a day. */
export async function createCertificates(...hosts: readonly [string, ...string[]]): Promise<Certificates> {
  const common = {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + 86_400_000),
  } as const
  const authority = await generate([{ name: 'commonName', value: `Test authority ${randomUUID()}` }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
  const server = await generate([{ name: 'commonName', value: 'Test server' }], {
    ...common,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: hosts.map((host) => (isIP(host) ? { type: 7, ip: host } : { type: 2, value: host })),
      },
    ],
  })
  const folder = await mkdtemp(join(tmpdir(), 'certificates-'))
  const caFile = join(folder, 'ca.pem')
  await writeFile(caFile, authority.cert)
  return {
    key: server.private,
    cert: server.cert,
    ca: authority.cert,
    caFile,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}
