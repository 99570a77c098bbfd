/** Forgetting a person, on PostgreSQL. */
import type { Table } from '../columns.ts'
import { scrubbedColumns, type Erasing } from '../erasing.ts'
import * as tables from '../tables.ts'
import { pack, unpacked } from './arrays.ts'
import type { Turns } from './turns.ts'
import { testOf } from './views.ts'

export const erasing = (inTurn: Turns['inTurn']): Erasing => ({
  scrub: (name, rows) =>
    inTurn(({ send, hold }) => {
      for (const mode of ['production', 'test'] as const) hold(mode)
      const table = tables[name] as Table<object>
      const { set, key } = scrubbedColumns(name)
      const changes = [
        ...set.map((column) => `${column.name} = x.${column.name}`),
        ...(name === 'deliveries' ? [`body = ''::bytea`] : []),
      ]
      const found = key.map((column) => `t.${column.name} = x.${column.name}`).join(' AND ')
      const columns = [...set, ...key]
      const text = `UPDATE ${table.name} AS t SET ${changes.join(', ')} FROM ${unpacked(columns)} WHERE ${found}`
      void send({ name: `scrub_${table.name}`, text, values: pack(columns, rows) })
    }),
  forgetWho: (mode, emailKey) =>
    inTurn(({ send, hold }) => {
      hold(mode)
      const text = `UPDATE payments SET evidence = jsonb_set(jsonb_set(evidence::jsonb, '{who,email}', 'null'), '{who,name}', 'null')::json
        WHERE test = $1 AND state <> 'recorded' AND lower(trim(evidence -> 'who' ->> 'email')) = $2`
      void send({ name: 'forget_who', text, values: [testOf(mode), emailKey] })
    }),
})
