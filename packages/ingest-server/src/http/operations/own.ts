/** What a partner's token reaches: the partner's own rows, and of them what is not the vendor's to tell. */
import type { Company } from '../../objects/company.ts'
import { programOf } from '../program.ts'
import type { Call } from '../api/operation.ts'

export const ANYBODY = ['keys', 'partner'] as const

export const ownKey = ({ caller }: Pick<Call, 'caller'>): string | undefined =>
  caller.kind === 'partner' ? caller.partner.partnerKey : undefined

/** Whether the caller may see what belongs to this partner. */
export const mayRead = (call: Pick<Call, 'caller'>, partnerKey: string): boolean =>
  (ownKey(call) ?? partnerKey) === partnerKey

/** The filter by partner: what was asked for, within what the caller may see; null where the two exclude each other. */
export function partnerFilter(
  call: Pick<Call, 'caller'>,
  asked: string | undefined,
): { readonly partnerKey?: string } | null {
  const own = ownKey(call)
  if (own !== undefined && asked !== undefined && own !== asked) return null
  const partnerKey = own ?? asked
  return partnerKey === undefined ? {} : { partnerKey }
}

/** Presents to whoever calls: the whole object by key pair, the partner's share of it by token. */
export async function presenter<View, T>(
  call: Call,
  whole: (view: View) => T,
  share: (view: View, company: Company) => T,
): Promise<(view: View) => T> {
  if (call.caller.kind !== 'partner') return whole
  const { key, name } = await programOf(call)
  return (view) => share(view, { key, name })
}
