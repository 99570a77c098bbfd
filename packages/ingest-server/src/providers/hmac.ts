/** What platforms that sign their deliveries have in common: HMAC-SHA256, written in hex. */
import { createHmac, timingSafeEqual } from 'node:crypto'

const SHA256_HEX = /^[0-9a-f]{64}$/i

/** HMAC-SHA256 over the parts, one after another. */
export function hmacSha256(secret: string, ...parts: readonly (string | Uint8Array)[]): Buffer {
  const hmac = createHmac('sha256', secret)
  for (const part of parts) hmac.update(part)
  return hmac.digest()
}

/** Whether `hex` spells `expected`. How long it takes says nothing about where the two differ. */
export function sameHex(expected: Buffer, hex: string): boolean {
  return SHA256_HEX.test(hex) && timingSafeEqual(expected, Buffer.from(hex, 'hex'))
}
