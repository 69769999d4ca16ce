import fc from 'fast-check'
import type { Fault } from '../../sandbox/stand-ins/faults.ts'
import { saying } from '../../sandbox/stand-ins/github-saying.ts'

const afterMs = fc.nat(8000)
/** It may be done before its response is lost, some seconds later, or never. */
const stored = fc.oneof(fc.constantFrom('before' as const, 'never' as const), fc.nat(20_000))

const lost: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constantFrom('reset', 'hang'), stored, afterMs }),
  fc.record({ kind: fc.constantFrom('cut-body', 'unreadable'), afterMs }),
  fc.record({ kind: fc.constant('gateway'), status: fc.constantFrom(502, 504), stored, afterMs }),
  fc.record({ kind: fc.constant('not-sent'), afterMs }),
)
/** What can go wrong with a request to GitHub. */
export const github: fc.Arbitrary<Fault> = fc.oneof(
  lost,
  fc.constantFrom<Fault>(
    saying.badCredentials(),
    saying.forbidden,
    saying.notFound,
    saying.rateLimit(),
    saying.rateLimited(),
    saying.secondaryLimit(),
    saying.timedOut,
    saying.tooMuch,
    saying.tooQuickly,
  ),
)
/** What can go wrong with a request to Harmonica. */
export const harmonica: fc.Arbitrary<Fault> = fc.oneof(
  lost,
  fc.record({ kind: fc.constant('status'), status: fc.constantFrom(401, 403, 429), afterMs }),
  fc.record({ kind: fc.constant('status'), status: fc.constantFrom(500, 503), stored, afterMs }),
)
