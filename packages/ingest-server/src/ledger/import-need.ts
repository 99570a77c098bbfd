/** Which rows a stretch of an imported file needs. */
import type { Entry, FileStretch } from '../entry.ts'
import type { RowFact } from '../facts.ts'
import { emailKey } from './desk.ts'
import type { Desk } from './desk.ts'
import { slugOf } from './groups.ts'
import { askCustomerKey, askPlatformId } from './need.ts'
import type { Need } from './need.ts'
import { DEFAULT_GROUP, partnerOf } from './partner-refs.ts'

/** A customer who pays. Most are named by their own key: what is no internal key and no e-mail is not looked for as one. */
function askPayer(need: Need, customerKey: string | null, customerEmail: string | null): void {
  if (customerKey === null) return need.ask('emails', emailKey(customerEmail))
  need.ask('customerKeys', customerKey)
  if (customerKey.startsWith('cus_')) need.ask('customers', customerKey)
  if (customerKey.includes('@')) need.ask('emails', emailKey(customerKey))
}

function askRow(need: Need, fact: RowFact): void {
  switch (fact.kind) {
    case 'import.partner':
      need.ask('partnerKeys', fact.partnerKey)
      need.ask('partnerEmails', emailKey(fact.email))
      need.ask('linkPaths', fact.partnerKey)
      return need.ask('groups', DEFAULT_GROUP, fact.group, fact.group && slugOf(fact.group))
    case 'import.customer':
      askCustomerKey(need, fact.customerKey ?? emailKey(fact.email))
      askPlatformId(need, fact.providerKey)
      need.ask('emails', emailKey(fact.email))
      return need.ask('partnerKeys', fact.partnerKey)
    case 'import.transaction':
      askPayer(need, fact.customerKey, fact.customerEmail)
      return need.ask('payments', fact.key ?? fact.row)
    case 'import.reward':
      need.ask('partnerKeys', fact.partnerKey)
      need.ask('payments', fact.transactionKey)
      need.ask('rewardsFor', fact.row)
      if (fact.customerKey !== null) askPayer(need, fact.customerKey, null)
  }
}

/** Nothing but what customers have paid: by which ids platforms know them hardly ever matters, and is asked for where it does. */
export const isPaidOnly = ({ file, facts }: Entry): boolean =>
  file !== undefined && facts.length === 0 && file.rows.every(({ fact }) => !fact || fact.kind === 'import.transaction')

export function askStretch(need: Need, { importKey, rows }: FileStretch): void {
  need.ask('imports', importKey)
  for (const { fact } of rows) if (fact) askRow(need, fact)
}

/** What a partner who stands has, once it is known who they are. */
export function askJoining(need: Need, desk: Desk, { rows }: FileStretch): void {
  for (const { fact } of rows) {
    if (fact?.kind !== 'import.partner') continue
    const partner = partnerOf(desk, fact.partnerKey ?? fact.email)
    need.ask('groups', partner?.groupKey)
    need.ask('linkPaths', partner?.partnerKey)
  }
}
