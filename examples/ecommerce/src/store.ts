/** The shop's own data, in one JSON file: orders, who buys, and the secret that signs sessions. */
import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Low, Memory } from 'lowdb'
import { JSONFile } from 'lowdb/node'

export interface OrderLine {
  readonly slug: string
  readonly name: string
  readonly price: number
  readonly quantity: number
}
export interface Order {
  /** Long and random: whoever has the link may see the order. */
  readonly id: string
  readonly number: number
  readonly placedAt: number
  readonly name: string
  readonly email: string
  readonly lines: readonly OrderLine[]
  readonly total: number
  stripeSession: string
  charge: string | null
  refunded: number
}
interface Data {
  secret: string
  /** By e-mail, the id under which this shop knows a buyer. */
  customers: Record<string, string>
  orders: Order[]
}
export interface Store {
  readonly secret: string
  /** The same e-mail is the same customer, on every visit. */
  customerKey(email: string): Promise<string>
  newOrder(fields: Pick<Order, 'name' | 'email' | 'lines' | 'placedAt'>): Order
  save(order: Order): Promise<void>
  find(id: string): Order | null
  /** Newest first. */
  paidOrders(): readonly Order[]
}

export async function openStore(folder: string | undefined): Promise<Store> {
  if (folder) await mkdir(folder, { recursive: true })
  const adapter = folder ? new JSONFile<Data>(join(folder, 'ecommerce.json')) : new Memory<Data>()
  const db = new Low<Data>(adapter, { secret: '', customers: {}, orders: [] })
  await db.read()
  if (db.data.secret === '') await db.update((data) => (data.secret = randomBytes(32).toString('base64url')))

  return {
    secret: db.data.secret,
    customerKey: async (email) => {
      const known = db.data.customers[email]
      const key = known ?? `shopper_${randomBytes(9).toString('base64url')}`
      if (!known) await db.update(({ customers }) => (customers[email] = key))
      return key
    },
    newOrder: (fields) => ({
      ...fields,
      id: randomBytes(16).toString('base64url'),
      number: 1001 + db.data.orders.length,
      total: fields.lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0),
      stripeSession: '',
      charge: null,
      refunded: 0,
    }),
    save: (order) =>
      db.update(({ orders }) => {
        if (!orders.includes(order)) orders.push(order)
      }),
    find: (id) => db.data.orders.find((order) => order.id === id) ?? null,
    paidOrders: () => db.data.orders.filter(({ charge }) => charge !== null).toReversed(),
  }
}
