/** Who calls: a key pair by HTTP Basic, or the holder of a token: what they hold decides the mode. Or who has the dashboard open. */
import type { Request, RequestHandler, Response } from 'express'
import { AppError } from '../../errors.ts'
import type { Mode } from '../../facts.ts'
import { matchesHash } from '../../secrets.ts'
import type { PartnerRow } from '../../store/rows.ts'
import type { Web } from '../admin/guard.ts'
import type { Lookups } from '../lookups.ts'

export type Caller =
  | { readonly kind: 'keys'; readonly mode: Mode; readonly id: string }
  | { readonly kind: 'tracking'; readonly mode: Mode; readonly id: string }
  | { readonly kind: 'partner'; readonly mode: Mode; readonly id: string; readonly partner: PartnerRow }
  | { readonly kind: 'admin'; readonly mode: Mode; readonly id: string; readonly web: Web }
export type CallerKind = Caller['kind']

const refused = (why: string): AppError => new AppError('UNAUTHORIZED', why)

const NO_PAIR = 'The public key and secret key are not a standing pair of this program.'

async function byKeys(lookups: Lookups, encoded: string): Promise<Caller> {
  const [publicKey = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  const key = await lookups.apiKey(publicKey)
  if (!key || key.revokedAt !== null || !matchesHash(secret.join(':'), key.secretHash)) throw refused(NO_PAIR)
  return { kind: 'keys', mode: key.mode, id: publicKey }
}

async function byTracking(lookups: Lookups, token: string): Promise<Caller> {
  const key = await lookups.trackingKey(token)
  if (!key || key.revokedAt !== null) throw refused('The tracking token is not a standing one of this program.')
  return { kind: 'tracking', mode: key.mode, id: key.publicKey }
}

async function byPartner(lookups: Lookups, token: string, mayCall: boolean): Promise<Caller> {
  const partner = await lookups.partner(token)
  if (!partner) throw refused('The token is not that of a partner of this program.')
  if (!mayCall) throw new AppError('FORBIDDEN', "A partner's token reads that partner's own rows, and nothing else.")
  return { kind: 'partner', mode: partner.mode, id: partner.key, partner }
}

/** How an operation is called where it is served. */
export interface Entrance {
  readonly kinds: readonly CallerKind[]
  /** A partner's token is known here, though it may not reach this far. */
  readonly knowsPartners: boolean
}

/** Lets in who may call. */
export function authenticate({ kinds, knowsPartners }: Entrance, lookups: Lookups): RequestHandler {
  const how = kinds.includes('tracking')
    ? 'Send your tracking token as Authorization: Bearer.'
    : 'Send your public key and secret key by HTTP Basic authentication.'

  const identify = async (req: Request): Promise<Caller> => {
    const sent = /^(basic|bearer) +([\w+/=~.-]+) *$/i.exec(req.get('authorization') ?? '')
    const [scheme, credential] = [sent?.[1]?.toLowerCase(), sent?.[2] ?? '']
    if (scheme === 'basic' && kinds.includes('keys')) return byKeys(lookups, credential)
    if (scheme === 'bearer' && kinds.includes('tracking')) return byTracking(lookups, credential)
    if (scheme === 'bearer' && knowsPartners) return byPartner(lookups, credential, kinds.includes('partner'))
    throw refused(how)
  }
  return async (req, res, next) => {
    res.locals['caller'] = await identify(req)
    next()
  }
}

export function callerOf(res: Response): Caller {
  const caller = res.locals['caller'] as Caller | undefined
  if (caller) return caller
  throw new Error('a route asks who calls without standing behind authenticate()')
}
