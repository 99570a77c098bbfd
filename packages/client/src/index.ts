/** A typed client of the partner attribution API. */
export { createClient } from './client.ts'
export type { Client, ClientOptions } from './client.ts'
export { ApiError, isConflict, isInvalid, isNotFound, isTemporary, isUnauthorized } from './errors.ts'
export type { components, paths } from './generated.ts'
