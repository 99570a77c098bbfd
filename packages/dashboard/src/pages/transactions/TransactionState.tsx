import { Badge } from '@mantine/core'
import type { Transaction } from '../../api/types.ts'

export function TransactionState({ of }: { readonly of: Transaction }) {
  if (of.replaced_by !== null) return <Badge color="gray" children="Replaced" />
  if (of.archived && of.amount_refunded >= of.amount && of.amount > 0) return <Badge color="gray" children="Refunded" />
  if (of.archived) return <Badge color="gray" children="Archived" />
  if (!of.approved) return <Badge color="yellow" children="Not approved" />
  return <Badge color="teal" children="Approved" />
}
