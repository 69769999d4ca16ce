/*
 * Stands in the bundle for what `@actions/core` and `@actions/github` import and this action never calls: undici and
 * `@actions/http-client`, since all requests go through src/http/fetch.ts, which knows proxies, certificates and limits;
 * `@actions/exec`; and Octokit's methods for the REST API. Here is what those packages touch while they are imported or
 * constructed. A request that came this way after an update throws, and the tests see it.
 */

/** @throws always */
async function refuse(): Promise<never> {
  throw new Error('Not in this bundle: requests go through src/http/fetch.ts.')
}

/** Of undici. */
export const fetch = refuse

/** Of `@actions/exec`. */
export const getExecOutput = refuse

/** Of `@actions/http-client`: what is to send on the way that a proxy asks for. */
export class HttpClient {
  getAgent(): void {}
  getAgentDispatcher(): void {}
}

/** Of `@actions/http-client`, which OIDC tokens would need. */
export class BearerCredentialHandler {}

/** Octokit's plugins add nothing. */
export const paginateRest = () => ({})

/** Octokit's plugins add nothing. */
export const restEndpointMethods = () => ({})
