import { registerHooks } from 'node:module'

/*
 * GitHub's language service imports JSON without saying that it is JSON, which Node refuses. Whoever imports this file
 * first has it said for them.
 */
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    return found.url.endsWith('.json') ? { ...found, importAttributes: { type: 'json' } } : found
  },
})
