import dns from 'node:dns'

/*
 * Loaded into a child process by `node --import`: host names are found at 127.0.0.1, except by the look-ups whose
 * numbers stand in FAILING_LOOKUPS (`1,2,3`, or `all`).
 */
const failing = process.env.FAILING_LOOKUPS ?? ''
let lookups = 0

Object.assign(dns, {
  lookup(
    hostname: string,
    options: { all?: boolean },
    callback: (error: Error | null, address?: unknown, family?: number) => void,
  ) {
    lookups += 1
    if (failing === 'all' || failing.split(',').includes(String(lookups))) {
      const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND' })
      process.nextTick(callback, error)
    } else if (options.all) process.nextTick(callback, null, [{ address: '127.0.0.1', family: 4 }])
    else process.nextTick(callback, null, '127.0.0.1', 4)
  },
})
