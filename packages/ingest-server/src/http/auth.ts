/** HTTP Basic with a key pair: `public_key:secret_key`. The pair decides the mode. */
import type { Request, RequestHandler, Response } from 'express'
import { AppError } from '../errors.ts'
import type { Mode } from '../facts.ts'
import { matchesHash } from '../secrets.ts'
import type { Lookups } from './lookups.ts'

function pairOf(req: Request): { publicKey: string; secretKey: string } | null {
  const encoded = /^basic +([\w+/=-]+) *$/i.exec(req.get('authorization') ?? '')?.[1]
  if (!encoded) return null
  const [publicKey = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  return { publicKey, secretKey: secret.join(':') }
}

export function authenticate(lookups: Lookups): RequestHandler {
  return async (req, res, next) => {
    const pair = pairOf(req)
    if (!pair) throw new AppError('UNAUTHORIZED', 'Send your public key and secret key by HTTP Basic authentication.')
    const key = await lookups.apiKey(pair.publicKey)
    if (!key || key.revokedAt !== null || !matchesHash(pair.secretKey, key.secretHash)) {
      throw new AppError('UNAUTHORIZED', 'The public key and secret key are not a standing pair of this program.')
    }
    res.locals['mode'] = key.mode
    next()
  }
}

/** The mode of the key pair this call came with. */
export function modeOf(res: Response): Mode {
  const mode: unknown = res.locals['mode']
  if (mode === 'production' || mode === 'test') return mode
  throw new Error('a route reads its mode without standing behind authenticate()')
}
