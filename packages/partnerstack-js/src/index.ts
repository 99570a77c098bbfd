// The module entry: exports only. Importing it does nothing, in a browser or on a server.
import { createGrowsumo } from './growsumo.ts'
import type { Growsumo, Options } from './members.ts'

/** Makes the object that pages know as `window.growsumo`. Nothing is read or written before its `_initialize`. */
export const createClient = (options: Options): Growsumo => createGrowsumo(options)

export type { EarlyCall, Growsumo, Options, Outcome, SignupCallback } from './members.ts'
export type { Attribution } from './referral.ts'
export type { SignupData } from './signup.ts'
export type { SignupResult } from './transport.ts'

declare global {
  interface Window {
    /** The script's object. Not there before it loads, and pages may set it to null. */
    growsumo?: Growsumo | null | undefined
    /** The same object. */
    partnerstack?: Growsumo | null | undefined
    /** The page's own hook, called once the script is initialized. */
    growsumoInit?: (() => void) | undefined
  }
}
