/** Where changes may be told: an address of the public internet, unless the operator allows others. */
import { lookup as systemLookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '../errors.ts'
import type { Mode } from '../facts.ts'
import { isPublic } from './addresses.ts'

/** All addresses of a name; rejects where there are none. */
export type Lookup = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>

export interface TargetRules {
  /** The operator lets hooks reach private addresses, and do without https. */
  readonly privateTargets: boolean
  readonly lookup?: Lookup
}

/** A name that is not resolved by then is not waited for: it is looked up again each time something is sent. */
const PATIENCE_MS = 3_000
const LONGEST = 2_048

export const lookUp: Lookup = (host) => systemLookup(host, { all: true })

/** The host of an address, as a resolver or a socket takes it. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

/** All of them public, or none of them is to be connected to. */
export const areAllPublic = (found: Awaited<ReturnType<Lookup>>): boolean =>
  found.every(({ address }) => isPublic(address))

async function isPrivate(url: URL, lookup: Lookup): Promise<boolean> {
  const host = hostOf(url)
  if (isIP(host) > 0) return !isPublic(host)
  const found = await Promise.race([lookup(host).catch(() => []), wait(PATIENCE_MS, [], { ref: false })])
  return !areAllPublic(found)
}

/** The address in its one spelling. `field` is what the caller knows it by. */
export async function checkedTarget(
  target: string,
  field: string,
  mode: Mode,
  { privateTargets, lookup = lookUp }: TargetRules,
): Promise<string> {
  const refuse = (problem: string): AppError => new AppError('INVALID_FIELD', `'${field}' ${problem}`)
  const url = URL.parse(target)
  if (!url || !/^https?:$/.test(url.protocol)) throw refuse('must be an http or https address')
  if (target.length > LONGEST) throw refuse(`must be at most ${LONGEST} characters`)
  if (url.username !== '' || url.password !== '') {
    throw refuse('must not hold a user name or a password: what is sent is signed with the secret of the webhook')
  }
  if (privateTargets) return url.href
  if (mode === 'production' && url.protocol !== 'https:') throw refuse('must be an https address in production')
  if (await isPrivate(url, lookup)) {
    throw refuse(
      'must be an address of the public internet. If this server is to reach its own network, its operator sets WEBHOOK_PRIVATE_TARGETS=allow',
    )
  }
  return url.href
}
