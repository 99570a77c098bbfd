/**
 * What a batch will ask for next: whom the rows it asked for belong to, and what stands beside a customer. The statement that
 * finds the former brings the latter with it, and the transaction keeps it until it is asked for: a charge of a known customer
 * takes one round trip instead of three. Not what an import rarely asks for: it brings hundreds of rows at a time, so that one
 * more round trip costs less than ids that nobody looks at.
 */
import type { CustomerRow, PartnerRow, PaymentRow, PlatformIdRow } from '../rows.ts'
import type { Rows, Wanted } from '../store.ts'
import * as tables from '../tables.ts'
import { MODE, UNCONFIRMED, lookUp } from './sources.ts'

export type Part = 'customers' | 'partners' | 'platformIds' | 'payments'

const words = (column: string, from: readonly string[]): string =>
  `(${from.map((part) => `SELECT ${column} AS word FROM ${part} WHERE ${column} IS NOT NULL`).join(' UNION ')}) AS x`

/** For each table whose rows it brings, the SQL that finds them, behind the parts of the statement that find `into`. */
export function aheadParts(into: readonly (keyof Rows)[]): readonly { readonly name: Part; readonly sql: string }[] {
  const owned = into.filter((name) => name === 'platformIds' || name === 'payments')
  const customers = [
    ...(into.includes('customers') ? ['customers_found'] : []),
    ...(owned[0] ? ['customers_ahead'] : []),
  ]
  if (customers.length === 0) return []
  const part = (name: Part, names: string, is: string): { readonly name: Part; readonly sql: string } => ({
    name,
    sql: lookUp(tables[name], names, { is: `${is} AND ${MODE}` }),
  })
  const owners = words(
    'customer',
    owned.map((name) => `${tables[name].name}_found`),
  )
  return [
    ...(owned[0] ? [part('customers', owners, 't.key = x.word')] : []),
    part('partners', words('partner_key', customers), 't.partner_key = x.word'),
    ...(into.includes('imports') ? [] : [part('platformIds', words('key', customers), 't.customer = x.word')]),
    part('payments', words('key', customers), `t.customer = x.word AND ${UNCONFIRMED}`),
  ]
}

export interface Memory {
  /** Keeps what a statement found and what it brought besides, of these kinds. */
  keep(rows: { readonly found: Rows; readonly ahead: Rows }, kinds: readonly Part[]): void
  /** What of `wanted` is known already, and what is still to be asked for. */
  recall(wanted: Wanted): { readonly known: Partial<Rows>; readonly rest: Wanted }
  forget(): void
}

type Kind = 'customers' | 'partnerKeys' | 'platformIdsOf' | 'unconfirmedOf'

export function openMemory(): Memory {
  const customers = new Map<string, CustomerRow>()
  const partners = new Map<string, PartnerRow>()
  const platformIds = new Map<string, PlatformIdRow[]>()
  const unconfirmed = new Map<string, PaymentRow[]>()

  const split = <Row>(names: Iterable<string> | undefined, found: (name: string) => readonly Row[] | undefined) => {
    const [rows, rest]: [Row[], string[]] = [[], []]
    for (const name of names ?? []) {
      const known = found(name)
      if (known) rows.push(...known)
      else rest.push(name)
    }
    return { rows, rest }
  }
  const single = <Row>(row: Row | undefined): Row[] | undefined => (row === undefined ? undefined : [row])

  return {
    keep({ found, ahead }, kinds) {
      for (const row of [...found.customers, ...ahead.customers]) {
        customers.set(row.key, row)
        if (kinds.includes('platformIds')) platformIds.set(row.key, [])
        unconfirmed.set(row.key, [])
      }
      for (const row of ahead.partners) partners.set(row.partnerKey, row)
      for (const row of ahead.platformIds) platformIds.get(row.customer)?.push(row)
      for (const row of ahead.payments) if (row.customer !== null) unconfirmed.get(row.customer)?.push(row)
    },
    recall(wanted) {
      const asked = {
        customers: split(wanted.customers, (name) => single(customers.get(name))),
        partnerKeys: split(wanted.partnerKeys, (name) => single(partners.get(name))),
        platformIdsOf: split(wanted.platformIdsOf, (name) => platformIds.get(name)),
        unconfirmedOf: split(wanted.unconfirmedOf, (name) => unconfirmed.get(name)),
      } satisfies Record<Kind, unknown>
      return {
        known: {
          customers: asked.customers.rows,
          partners: asked.partnerKeys.rows,
          platformIds: asked.platformIdsOf.rows,
          payments: asked.unconfirmedOf.rows,
        },
        rest: {
          ...wanted,
          ...{ customers: asked.customers.rest, partnerKeys: asked.partnerKeys.rest },
          ...{ platformIdsOf: asked.platformIdsOf.rest, unconfirmedOf: asked.unconfirmedOf.rest },
        },
      }
    },
    forget() {
      for (const map of [customers, partners, platformIds, unconfirmed]) map.clear()
    },
  }
}
