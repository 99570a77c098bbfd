// The module with more: exports only, as the plain one.
import type { Growsumo, Options } from '../members.ts'
import { createMore } from './create.ts'

/** As the plain `createClient`, with an outbox, routes and lasting cookies. */
export const createClient = (options: Options): Growsumo => createMore(options)

export type * from '../index.ts'
