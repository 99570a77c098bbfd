/** Who sent this visitor: the partner's key, as a referral link brings it. */
import type { RequestHandler } from 'express'
import { saveSession, sessionOf } from './session.ts'

const WINDOW_MS = 90 * 86_400_000
const LONGEST = 255

// ── partner attribution ── any page may be the landing page; the last link clicked counts
export function rememberReferral(now: () => number): RequestHandler {
  return (req, res, next) => {
    const key = decodePartnerKey(req.query['gspk']) ?? decodePartnerKey(req.query['ps_partner_key'])
    if (key !== null) {
      sessionOf(res).partner = { key, at: now() }
      saveSession(req, res)
    }
    next()
  }
}

/** The partner of the last 90 days, whatever else kept the session alive. */
export function partnerKey(partner: { key: string; at: number } | null, now: number): string | null {
  return partner && now - partner.at < WINDOW_MS ? partner.key : null
}

/** Base64 of the key: either alphabet, with or without padding. What does not decode is nobody. */
export function decodePartnerKey(value: unknown): string | null {
  if (typeof value !== 'string') return null
  // A plus in a query string arrives as a space, and some mailers encode the padding twice.
  const base64 = value
    .replaceAll(' ', '+')
    .replace(/(=|%3D)+$/i, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/')
  if (!/^[A-Za-z0-9+/]+$/.test(base64) || base64.length % 4 === 1) return null
  try {
    const key = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'))
    return /^[^\p{Cc}]+$/u.test(key) && key.length <= LONGEST ? key : null
  } catch {
    return null // bytes that are no text
  }
}
