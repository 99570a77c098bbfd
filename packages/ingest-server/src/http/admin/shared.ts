/** The operations of the API that the dashboard has as well: the same objects, called by a session instead of a key pair. */
import type { Operation } from '../api/operation.ts'

/** Those of version 2 that a key pair may call. They are about the mode in the path. */
export const forAdmin = (operations: readonly Operation[]): Operation[] =>
  operations
    .filter(({ bases, callers }) => bases.includes('/api/v2') && callers.includes('keys'))
    .map((one) => ({
      ...one,
      bases: ['/admin/api/{mode}'],
      callers: ['admin'],
    }))
