/**
 * Stands in the bundle for what `@actions/core` and `@actions/github` import and this action never calls: undici and
 * `@actions/http-client`, since all requests go through src/http/fetch.ts, which knows proxies, certificates and limits;
 * `@actions/exec`; and Octokit's methods for the REST API. Here is what those packages touch while they are imported or
 * constructed. A request that came this way after an update throws, and the tests see it.
 */
exports.HttpClient = class {
  getAgent() {}
  getAgentDispatcher() {}
}
exports.BearerCredentialHandler = class {}
exports.getExecOutput = exports.fetch = async () => {
  throw new Error('Not in this bundle: requests go through src/http/fetch.ts.')
}
exports.paginateRest = exports.restEndpointMethods = () => ({})
