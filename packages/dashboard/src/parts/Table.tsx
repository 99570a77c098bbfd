/** Rows under named columns. On a narrow screen the style sheet makes a card of each row, hence the roles and labels. */
import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { SortHeader } from './SortHeader.tsx'
import type { Sort } from './list-params.ts'

export interface Column<T> {
  readonly label: string
  readonly cell: (row: T) => ReactNode
  readonly sort?: Sort
  /** Numbers stand at the end. */
  readonly isEnd?: boolean
  /** What the row is about. */
  readonly isLead?: boolean
}

export interface Choice {
  readonly keys: ReadonlySet<string>
  readonly set: (keys: ReadonlySet<string>) => void
}

interface Props<T> {
  readonly label: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
  readonly isBusy?: boolean
  readonly isSortable?: boolean
  readonly choice?: Choice | undefined
}

const toggled = (keys: ReadonlySet<string>, key: string): ReadonlySet<string> =>
  keys.has(key) ? new Set([...keys].filter((one) => one !== key)) : new Set([...keys, key])

export function Table<T>({ label, columns, rows, keyOf, isBusy = false, isSortable = false, choice }: Props<T>) {
  const all = rows.map(keyOf)
  const chosen = all.filter((key) => choice?.keys.has(key)).length
  return (
    <table className="table" role="table" aria-label={label} aria-busy={isBusy}>
      <thead role="rowgroup">
        <tr role="row">
          {choice && (
            <th role="columnheader" scope="col">
              <Checkbox
                aria-label="Choose all on this page"
                checked={chosen > 0 && chosen === all.length}
                indeterminate={chosen > 0 && chosen < all.length}
                onChange={() => choice.set(new Set(chosen === all.length ? [] : all))}
              />
            </th>
          )}
          {columns.map((column) =>
            isSortable && column.sort ? (
              <SortHeader key={column.label} label={column.label} sort={column.sort} />
            ) : (
              <th key={column.label} role="columnheader" scope="col" className={column.isEnd ? 'end' : undefined}>
                {column.label}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {choice && (
              <td role="cell" data-label="Choose" className="choose">
                <Checkbox
                  aria-label={`Choose ${keyOf(row)}`}
                  checked={choice.keys.has(keyOf(row))}
                  onChange={() => choice.set(toggled(choice.keys, keyOf(row)))}
                />
              </td>
            )}
            {columns.map(({ label, cell, isEnd, isLead }) => (
              <td key={label} role="cell" data-label={label} className={isEnd ? 'end' : isLead ? 'lead' : undefined}>
                <div>{cell(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
