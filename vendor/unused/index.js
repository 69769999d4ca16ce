/**
 * Stands in the bundle for what `@actions/core` and `@actions/github` import and this action never calls: undici and
 * `@actions/http-client`, since all requests go through src/http/fetch.ts, which knows proxies, certificates and limits;
 * and `@actions/exec`. Here is what those packages touch while they are imported: `@actions/github` asks for the agents
 * of a proxy. A request that came this way after an update throws, and the tests see it.
 */
exports.HttpClient = class {
  getAgent() {}
  getAgentDispatcher() {}
}
exports.BearerCredentialHandler = class {}
exports.getExecOutput = exports.fetch = async () => {
  throw new Error('Not in this bundle: requests go through src/http/fetch.ts.')
}
