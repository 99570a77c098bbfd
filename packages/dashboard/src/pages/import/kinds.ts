/** What can be imported, in words. */
import { useRead } from '../../api/reads.ts'
import type { Import } from '../../api/types.ts'

export type Kind = Import['type']
export const KINDS: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: 'partners', label: 'Partners' },
  { value: 'customers', label: 'Customers' },
  { value: 'transactions', label: 'Transactions' },
  { value: 'rewards', label: 'Rewards' },
]
export const kindName = (kind: Kind): string => KINDS.find(({ value }) => value === kind)?.label ?? kind
export const isKind = (text: string): text is Kind => KINDS.some(({ value }) => value === text)
export const hasAmounts = (kind: Kind): boolean => kind === 'transactions' || kind === 'rewards'

export interface KindColumns {
  readonly type: Kind
  /** Of each, one column has to be there. */
  readonly required: readonly (readonly string[])[]
  readonly custom: boolean
  readonly columns: readonly { readonly name: string; readonly meaning: string; readonly example: string }[]
}

export const useKinds = () => useRead<{ readonly items: readonly KindColumns[] }>('/import-types')
