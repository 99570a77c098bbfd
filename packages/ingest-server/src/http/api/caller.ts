/** Who calls: a key pair by HTTP Basic, or the holder of a token. What they hold decides the mode. */
import type { Request, RequestHandler, Response } from 'express'
import { AppError } from '../../errors.ts'
import type { Mode } from '../../facts.ts'
import { matchesHash } from '../../secrets.ts'
import type { PartnerRow } from '../../store/rows.ts'
import type { Lookups } from '../lookups.ts'

export type Caller =
  | { readonly kind: 'keys'; readonly mode: Mode; readonly id: string }
  | { readonly kind: 'tracking'; readonly mode: Mode; readonly id: string }
  | { readonly kind: 'partner'; readonly mode: Mode; readonly id: string; readonly partner: PartnerRow }
export type CallerKind = Caller['kind']

const refused = (why: string): AppError => new AppError('UNAUTHORIZED', why)

const NO_PAIR = 'The public key and secret key are not a standing pair of this program.'

async function byKeys(lookups: Lookups, encoded: string): Promise<Caller> {
  const [publicKey = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  const key = await lookups.apiKey(publicKey)
  if (!key || key.revokedAt !== null || !matchesHash(secret.join(':'), key.secretHash)) throw refused(NO_PAIR)
  return { kind: 'keys', mode: key.mode, id: publicKey }
}

/** Lets in who may call; `kinds` are those an operation is for. */
export function authenticate(kinds: readonly CallerKind[], lookups: Lookups): RequestHandler {
  const how = kinds.includes('tracking')
    ? 'Send your tracking token as Authorization: Bearer.'
    : 'Send your public key and secret key by HTTP Basic authentication.'

  const identify = async (req: Request): Promise<Caller> => {
    const [, scheme = '', credential = ''] =
      /^(basic|bearer) +([\w+/=~.-]+) *$/i.exec(req.get('authorization') ?? '') ?? []
    if (scheme.toLowerCase() === 'basic' && kinds.includes('keys')) return byKeys(lookups, credential)
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
