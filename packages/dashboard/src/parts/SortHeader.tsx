import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react'
import { useListParams, type Sort } from './list-params.ts'

interface Props {
  readonly label: string
  readonly sort: Sort
}

export function SortHeader({ label, sort }: Props) {
  const { order, set } = useListParams()
  const is = order === sort ? 'ascending' : order === `-${sort}` ? 'descending' : 'none'
  const Icon = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort }[is]
  const next = is === 'descending' ? sort : `-${sort}`
  return (
    <th role="columnheader" scope="col" aria-sort={is}>
      <button type="button" className="sort" onClick={() => set({ order: next === '-created_at' ? null : next })}>
        {label}
        <Icon size={14} aria-hidden />
      </button>
    </th>
  )
}
