/** Who calls: a key pair by HTTP Basic, or the holder of a token: what they hold decides the mode. Or who has the dashboard open. */
import type { Request, RequestHandler, Response } from 'express'
import { AppError } from '../../errors.ts'
import type { Mode } from '../../facts.ts'
import { matchesHash } from '../../secrets.ts'
import type { PartnerRow } from '../../store/rows.ts'
import type { Web } from '../admin/guard.ts'
import { addressOf, limitCalls } from '../limits.ts'
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

const onlyReads = (): AppError =>
  new AppError('FORBIDDEN', "A partner's token reads that partner's own rows, and nothing else.")

async function byPartner(lookups: Lookups, token: string, mayCall: boolean): Promise<Caller> {
  const partner = await lookups.partner(token)
  if (!partner) throw refused('The token is not that of a partner of this program.')
  if (!mayCall) throw onlyReads()
  return { kind: 'partner', mode: partner.mode, id: partner.key, partner }
}

/** How an operation is called where it is served. */
export interface Entrance {
  readonly kinds: readonly CallerKind[]
  /** A partner's token is known here, though it may not reach this far. */
  readonly knowsPartners: boolean
}

/** What an `Authorization` header holds. */
function sentBy(req: Request): { readonly scheme: string | undefined; readonly credential: string } {
  const sent = /^(basic|bearer) +([\w+/=~.-]+) *$/i.exec(req.get('authorization') ?? '')
  return { scheme: sent?.[1]?.toLowerCase(), credential: sent?.[2] ?? '' }
}

/** Who calls, or why nobody does who may. */
function identify({ kinds, knowsPartners }: Entrance, lookups: Lookups): RequestHandler {
  const how = kinds.includes('tracking')
    ? 'Send your tracking token as Authorization: Bearer.'
    : 'Send your public key and secret key by HTTP Basic authentication.'

  const callerBy = async (req: Request): Promise<Caller> => {
    const { scheme, credential } = sentBy(req)
    if (scheme === 'basic' && kinds.includes('keys')) return byKeys(lookups, credential)
    if (scheme === 'bearer' && kinds.includes('tracking')) return byTracking(lookups, credential)
    if (scheme === 'bearer' && knowsPartners) return byPartner(lookups, credential, kinds.includes('partner'))
    throw refused(how)
  }
  return async (req, res, next) => {
    try {
      res.locals['caller'] = await callerBy(req)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (error.status === 401 && kinds.includes('tracking')) res.set('WWW-Authenticate', 'Bearer')
      res.locals['refusal'] = error
    }
    next()
  }
}

const admit: RequestHandler = (_req, res, next) => {
  const refusal = res.locals['refusal'] as AppError | undefined
  if (refusal) throw refusal
  next()
}

/** The calls of a key pair or token are counted together, wherever they go; of one address, those that bring none that stands. */
export const limitCallers = (perMinute: number): RequestHandler =>
  limitCalls(perMinute, (req, res) => (res.locals['caller'] as Caller | undefined)?.id ?? addressOf(req))

/** Lets in who may call, as often as they may. */
export const letIn = (entrance: Entrance, lookups: Lookups, limit: RequestHandler): RequestHandler[] => [
  identify(entrance, lookups),
  limit,
  admit,
]

/** To a partner writing is 403 wherever it is tried, also where nobody can. */
export const partnersOnlyRead =
  (lookups: Lookups): RequestHandler =>
  async (req, _res, next) => {
    const { scheme, credential } = sentBy(req)
    if (scheme === 'bearer' && (await lookups.partner(credential))) throw onlyReads()
    next()
  }

export function callerOf(res: Response): Caller {
  const caller = res.locals['caller'] as Caller | undefined
  if (caller) return caller
  throw new Error('a route asks who calls without standing behind letIn()')
}
