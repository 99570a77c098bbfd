/** What an act changed, line by line. It comes from outside, in any shape. */

import { formatMoney, isCurrency } from '../../parts/money.ts'

export interface Line {
  /** Null: about the subject itself. */
  readonly name: string | null
  readonly text: string
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isChange = (value: unknown): value is Fields => isFields(value) && 'from' in value && 'to' in value

const isMoney = (amount: unknown, currency: unknown): boolean =>
  typeof amount === 'number' && typeof currency === 'string' && isCurrency(currency)

const TIMES = ['until', 'since', 'at']
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** `customerKey` and `customer_key` as people say it. */
const inWords = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()

/** Minor units and epoch milliseconds as they are read. */
function readable({ amount, currency, ...detail }: Fields): Fields {
  const money = isMoney(amount, currency)
    ? { amount: formatMoney(amount as number, currency as string) }
    : { ...(amount !== undefined && { amount }), ...(currency !== undefined && { currency }) }
  const times = TIMES.filter((name) => typeof detail[name] === 'number' && Number(detail[name]) > 1e12)
  return {
    ...detail,
    ...money,
    ...Object.fromEntries(times.map((name) => [name, moment.format(Number(detail[name]))])),
  }
}

function said(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (Array.isArray(value)) return value.length > 0 ? value.map(said).join(', ') : 'nothing'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const change = ({ from, to }: Fields): string => `${said(from)} → ${said(to)}`

/** Of two objects, only what differs. */
function inside({ from, to }: Fields): Line[] | null {
  if (!isFields(from) || !isFields(to)) return null
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])]
  return names
    .filter((name) => JSON.stringify(from[name]) !== JSON.stringify(to[name]))
    .map((name) => ({ name, text: change({ from: from[name], to: to[name] }) }))
}

export function linesOf(detail: Fields): Line[] {
  if (isChange(detail)) return [{ name: null, text: change(detail) }]
  return Object.entries(readable(detail)).flatMap(([field, value]): Line[] => {
    const name = inWords(field)
    if (!isChange(value)) return value === null || said(value) === '{}' ? [] : [{ name, text: said(value) }]
    return inside(value) ?? [{ name, text: change(value) }]
  })
}
