/**
 * Stands in the bundle for undici, an HTTP client of 0.8 MB that `@actions/core` and `@actions/github` import and that
 * this action never calls: all its requests go through src/http/fetch.ts, which knows proxies, certificates and limits.
 * Here is what those packages touch without making a request: `@actions/github` constructs a ProxyAgent while it is
 * imported where a proxy is set. A request that came this way after an update throws, and the tests see it.
 */
class Unused {}

exports.Agent = Unused
exports.ProxyAgent = Unused
exports.fetch = async () => {
  throw new Error('This bundle holds no undici: requests go through src/http/fetch.ts.')
}
