/** A key pair, made: what is shown once, and the row that keeps only hashes of it. */
import type { Mode } from './facts.ts'
import { randomBase62, sha256 } from './secrets.ts'
import type { ApiKeyRow } from './store/config-rows.ts'

export interface NewApiKey {
  readonly row: ApiKeyRow
  readonly secretKey: string
  readonly trackingToken: string
}

export function newApiKey(mode: Mode, now: number): NewApiKey {
  const [secretKey, trackingToken] = [`sk_${randomBase62(32)}`, `tt_${randomBase62(43)}`]
  const [secretHash, trackingHash] = [sha256(secretKey), sha256(trackingToken)]
  const row = { publicKey: `pk_${randomBase62(32)}`, mode, secretHash, trackingHash, createdAt: now, revokedAt: null }
  return { row, secretKey, trackingToken }
}
