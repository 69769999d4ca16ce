import type { Outcome } from './action.ts'
import type { Recorded } from './http.ts'

/** What people see on the run's page: `warning: …`, `error: <title>: …`, in order. */
export function annotationsOf({ commands }: Outcome): string[] {
  const shown = commands.filter(({ command }) => ['error', 'warning', 'notice'].includes(command))
  return shown.map(({ command, properties, message }) =>
    [command, ...Object.values(properties), message].join(': '),
  )
}

/** `METHOD path` of each request. */
export function callsOf(requests: readonly Recorded[]): string[] {
  return requests.map(({ method, path }) => `${method} ${path}`)
}
