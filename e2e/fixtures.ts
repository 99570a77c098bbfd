/** What every browser test stands on: the demo, running; its books, read as a vendor would; people who click. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { startDemo } from '../examples/demo/src/demo.ts'
import type { Demo } from '../examples/demo/src/demo.ts'
import { freePorts } from '../examples/demo/src/ports.ts'

export interface Transaction {
  readonly key: string
  readonly source: string
  readonly amount: number
  readonly amount_refunded: number
  readonly currency: string
  readonly product_key: string | null
  readonly archived: boolean
  readonly customer_key: string
  readonly partner_key: string
}
export interface Customer {
  readonly customer_key: string
  readonly email: string | null
  readonly name: string | null
  readonly partner_key: string
  readonly provider_key: string | null
  readonly test: boolean
}

export interface Books {
  /** Newest first, archived ones too. */
  transactions(email: string): Promise<Transaction[]>
  /** Null where nobody here has the e-mail. */
  customer(email: string): Promise<Customer | null>
  customers(): Promise<Customer[]>
  allTransactions(): Promise<Transaction[]>
}

interface WorkerFixtures {
  readonly demo: Demo & { readonly standIn: NonNullable<Demo['standIn']> }
}
interface Fixtures {
  readonly books: Books
  /** An e-mail nobody has had before. */
  readonly email: string
}

let people = 0

export const test = base.extend<Fixtures, WorkerFixtures>({
  demo: [
    async ({ browserName: _browser }, use) => {
      const dataFolder = await mkdtemp(join(tmpdir(), 'demo-'))
      const demo = await startDemo({
        dataFolder,
        ports: await freePorts(),
        stripeSecretKey: undefined,
        stripeWebhookSecret: undefined,
        log: () => undefined,
      })
      if (!demo.standIn) throw new Error('the demo runs without its stand-in')
      await use({ ...demo, standIn: demo.standIn })
      await demo.stop()
      await rm(dataFolder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  books: async ({ demo }, use) => {
    const authorization = `Basic ${Buffer.from(`${demo.publicKey}:${demo.secretKey}`).toString('base64')}`
    const list = async <T>(path: string): Promise<T[]> => {
      const response = await fetch(demo.server.url + path, { headers: { authorization } })
      const { rdata } = (await response.json()) as { rdata: { items: T[] } }
      return rdata.items
    }
    const customers = (email: string): Promise<Customer[]> =>
      list(`/v1/customers?limit=250&email=${encodeURIComponent(email)}`)
    await use({
      customer: async (email) => (await customers(email))[0] ?? null,
      customers: () => list('/v1/customers?limit=250'),
      allTransactions: () => list('/v1/transactions?limit=250&include_archived=true'),
      transactions: async (email) => {
        const [customer] = await customers(email)
        if (!customer) return []
        return list(`/v1/customers/${encodeURIComponent(customer.customer_key)}/transactions?include_archived=true`)
      },
    })
  },
  email: async ({ browserName: _browser }, use) => {
    await use(`person${++people}.${Date.now()}@visitors.test`)
  },
})

export { expect }

/** Fills the product's form and sends it; ends on the page of plans. */
export async function signUp(page: Page, demo: Demo, email: string, name = 'Grace Hopper'): Promise<void> {
  await page.goto(`${demo.appUrl}sign-up`)
  await fillSignUp(page, email, name)
}

export async function fillSignUp(page: Page, email: string, name = 'Grace Hopper'): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Work e-mail').fill(email)
  await page.getByLabel('Password').fill('correct horse battery')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL('**/pricing?welcome')
}

export const CARDS = { good: '4242 4242 4242 4242', declined: '4000 0000 0000 0002', asks: '4000 0027 6000 3184' }

/** Fills the hosted payment page and sends it. */
export async function pay(page: Page, card: string = CARDS.good): Promise<void> {
  await page.getByLabel('Card number').fill(card)
  await page.getByLabel('Expiry date').fill('12 / 34')
  await page.getByLabel('CVC').fill('123')
  await page.getByLabel('Name on card').fill('Grace Hopper')
  await page.getByRole('button', { name: /^(Pay|Subscribe)/ }).click()
}
