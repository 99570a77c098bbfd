/** Where a referral link leads: its destination with the click's parameters and ours. Pure. */

/** Ours to set: whatever came under these names is dropped. */
const RESERVED = new Set(['gspk', 'gsxid', 'ps_partner_key', 'ps_xid', 'pscd', 'gspid'])

export interface Referral {
  readonly partnerKey: string
  readonly xid: string
  /** The link's host, where it is a custom domain. */
  readonly customDomain: string | null
}

/** Standard alphabet, no padding. */
export const encodePartnerKey = (partnerKey: string): string =>
  Buffer.from(partnerKey, 'utf8').toString('base64').replace(/=+$/, '')

/** The name of a `name=value` part, as a server would read it. */
function nameOf(part: string): string {
  const name = part.split('=', 1)[0]!.replaceAll('+', ' ')
  try {
    return decodeURIComponent(name)
  } catch {
    return name // not well-formed, so none of ours
  }
}

const partsOf = (query: string): string[] => query.split('&').filter((part) => part !== '')

function ours({ partnerKey, xid, customDomain }: Referral): string[] {
  const gspk = encodeURIComponent(encodePartnerKey(partnerKey))
  const parts = [`gspk=${gspk}`, `gsxid=${xid}`, `ps_partner_key=${gspk}`, `ps_xid=${xid}`]
  return customDomain === null ? parts : [...parts, `pscd=${encodeURIComponent(customDomain)}`]
}

/** Keeps the text of every parameter as it is: a shop may be particular about its own. */
export function linkTarget(destination: string, clickQuery: string, referral: Referral | null): string {
  const [address = '', ...fragment] = destination.split('#')
  const [path = '', ...query] = address.split('?')
  const own = partsOf(query.join('?')).filter((part) => !RESERVED.has(nameOf(part)))
  const ownNames = new Set(own.map(nameOf))
  const passed = partsOf(clickQuery).filter((part) => !RESERVED.has(nameOf(part)) && !ownNames.has(nameOf(part)))
  const search = [...own, ...passed, ...(referral ? ours(referral) : [])].join('&')
  return `${path}${search && `?${search}`}${fragment.length > 0 ? `#${fragment.join('#')}` : ''}`
}
