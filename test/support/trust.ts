import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { type Certificates, createCertificates } from './certificates.ts'

/** Certificates for these hosts whose authority this process trusts until they are disposed of. */
export async function trustCertificates(...hosts: readonly [string, ...string[]]): Promise<Certificates> {
  const certificates = await createCertificates(...hosts)
  const authorities = getCACertificates('default')
  setDefaultCACertificates([...authorities, certificates.ca])
  return {
    ...certificates,
    async [Symbol.asyncDispose]() {
      setDefaultCACertificates(authorities)
      await certificates[Symbol.asyncDispose]()
    },
  }
}
