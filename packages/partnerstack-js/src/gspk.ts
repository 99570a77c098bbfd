// Reads a partner key out of a referral link's `gspk` or `ps_partner_key` parameter.
import { attempt } from './attempt.ts'

/**
 * Decodes base64 in every dress it arrives in: both alphabets, with or without padding, escaped once too often
 * (`%3D`), or with a plus sign that the URL turned into a space. What cannot be decoded is undefined, never an error.
 */
export function decodeGspk(value: string | undefined): string | undefined {
  return attempt(() => {
    const base64 = decodeURIComponent(value || '')
      .replace(/[ -]/g, '+')
      .replace(/_/g, '/')
      .split('=')[0]!
    // escape spells atob's one character a byte as %xx, so that they are read as UTF-8 and anything else is refused.
    return decodeURIComponent(escape(atob(base64)))
  })
}
