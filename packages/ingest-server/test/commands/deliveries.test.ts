/** `deliveries list|show|replay`: finding one delivery among many, and deciding what the books could not. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { webhookEntry } from '../../src/inbox/webhook-entry.ts'
import type { Books } from '../../src/ledger/books.ts'
import { openBooks } from '../../src/open-books.ts'
import { providers } from '../../src/providers/index.ts'
import { samplers } from '../../src/samples/index.ts'
import { sampleValues } from '../../src/samples/sample.ts'
import type { SampleValues } from '../../src/samples/sample.ts'
import { newCli, type Cli } from '../support/http-cli.ts'

const DAY = 86_400_000
const NOW = Date.now()

let cli: Cli
const keys: Record<string, string> = {}

/** Keeps a platform's delivery as the server would, received when it was made. */
async function receive(
  books: Books,
  platform: string,
  event: string,
  given: Partial<SampleValues> & { readonly now: number; readonly seed: string },
): Promise<string> {
  const [provider, sampler] = [providers.get(platform), samplers.get(platform)]
  const sample = sampler?.sample(event, sampleValues({ mode: 'production', ...given }))
  if (!provider || !sample) throw new Error(`${platform} does not send ${event}`)
  const raw = { body: Buffer.from(sample.body), headers: sample.headers, receivedAt: given.now }
  const { delivery } = await books.record(
    webhookEntry(provider, raw, { mode: 'production', recordFrom: [], currency: null }, 'USD'),
  )
  return delivery?.key ?? ''
}

beforeAll(async () => {
  cli = await newCli()
  const books = await openBooks({
    file: join(cli.folder, 'data', 'partnerstack.db'),
    now: () => NOW,
    onBug: (error) => console.error(error),
  })
  const call = (fact: object) => books.record({ mode: 'production', at: NOW, facts: [fact], delivery: null } as never)
  await call({
    kind: 'partner',
    partnerKey: 'ada',
    email: 'ada@partners.test',
    firstName: null,
    lastName: null,
    group: null,
    destination: null,
  })
  await call({
    kind: 'customer.create',
    customerKey: 'c1',
    email: 'c1@shop.test',
    partnerKey: 'ada',
    name: null,
    providerKey: 'cus_c1',
    meta: null,
  })
  keys['applied'] = await receive(books, 'stripe', 'charge.succeeded', {
    now: NOW - DAY,
    seed: 'a1',
    providerKey: 'cus_c1',
    paymentId: 'ch_a',
  })
  keys['parked'] = await receive(books, 'stripe', 'charge.succeeded', {
    now: NOW - 2 * DAY,
    seed: 'b2',
    providerKey: 'cus_late',
    paymentId: 'ch_b',
  })
  keys['unmatched'] = await receive(books, 'chargebee', 'payment_succeeded', {
    now: NOW - 40 * DAY,
    seed: 'c3',
    providerKey: 'cb_old',
    paymentId: 'txn_c',
  })
  keys['ignored'] = await receive(books, 'chargify', 'test', { now: NOW - 3 * DAY, seed: 'd4' })
  const recurly = { customerKey: 'c1', amount: 700 }
  await receive(books, 'recurly', 'successful_payment_notification', {
    ...recurly,
    now: NOW - DAY,
    seed: 'e5',
    paymentId: 'rp1',
  })
  await receive(books, 'recurly', 'successful_payment_notification', {
    ...recurly,
    now: NOW - DAY,
    seed: 'e6',
    paymentId: 'rp2',
  })
  // Older than all else, so that they stay out of the way of what the other tests list.
  const nothing = { account: '', type: 'signup', body: Buffer.from('{}'), headers: {} }
  const verdict = { state: 'ignored', reason: 'nothing in it' } as const
  const many = Array.from({ length: 252 }, (_, n) => ({ ...nothing, provider: 'script', eventId: `many${n}`, verdict }))
  await Promise.all(
    many.map((delivery) => books.record({ mode: 'production', at: NOW - 60 * DAY, facts: [], delivery })),
  )
  keys['choose'] = await receive(books, 'recurly', 'successful_refund_notification', {
    ...recurly,
    now: NOW,
    seed: 'e7',
    paymentId: 'elsewhere',
    refundId: 'rr1',
  })
  await books.close()
})
afterAll(() => cli.remove())

interface Listed {
  readonly items: { readonly key: string; readonly state: string; readonly reason: string }[]
}
const list = async (...args: string[]): Promise<Listed['items']> =>
  ((await cli.run('deliveries', 'list', '--json', ...args)).json as Listed).items

describe('deliveries list', () => {
  it.each<[string, string[], string[]]>([
    ['what waits and still may find its match', ['--state', 'parked'], ['choose', 'parked']],
    ['what nothing but a person will match any more', ['--state', 'unmatched'], ['unmatched']],
    ['one platform’s', ['--provider', 'chargify'], ['ignored']],
    ['what waits for an id nobody has', ['--customer', 'cus_late'], ['parked']],
    [
      'a span of time',
      ['--since', new Date(NOW - 2.5 * DAY).toISOString(), '--until', new Date(NOW - 1.5 * DAY).toISOString()],
      ['parked'],
    ],
  ])('shows %s', async (_what, args, names) => {
    expect((await list(...args)).map(({ key }) => key)).toEqual(names.map((name) => keys[name]))
  })

  it('shows all of a customer’s, by any of its names', async () => {
    const byKey = await list('--customer', 'c1')
    expect(byKey.map(({ key }) => key)).toContain(keys['applied'])
    expect(await list('--customer', 'c1@shop.test')).toEqual(byKey)
  })

  it('says in plain words what each waits for', async () => {
    const reasons = Object.fromEntries((await list()).map(({ key, reason }) => [key, reason]))
    expect(reasons[keys['parked'] ?? '']).toBe("no customer with provider_key 'cus_late' yet")
    expect(reasons[keys['choose'] ?? '']).toMatch(/^choose the payment: /)
  })

  it('tells nothing at all from nothing that was asked for', async () => {
    expect((await cli.run('deliveries', 'list', '--mode', 'test')).out).toMatch(/^Nothing came in yet/)
    expect((await cli.run('deliveries', 'list', '--state', 'failed')).out).toMatch(/^Nothing that came in fits/)
  })

  it.each<[string, string[], number]>([
    ['25 unless told', [], 25],
    ['as many as asked for', ['--limit', '2'], 2],
    ['250 at most', ['--limit', '251'], 250],
    ['250 at most, however many are asked for', ['--limit', '100000'], 250],
  ])('shows %s, and says how to go on', async (_what, args, count) => {
    const { json, err } = await cli.run('deliveries', 'list', '--json', '--provider', 'script', ...args)
    const { items, has_more } = json as Listed & { readonly has_more: boolean }
    expect([items.length, has_more]).toEqual([count, true])
    expect(err).toBe(`There are more: deliveries list --starting-after ${items.at(-1)?.key}\n`)
  })

  it('goes on after the last that was shown, to the end', async () => {
    const first = await list('--provider', 'script', '--limit', '250')
    const { json, err } = await cli.run(
      ...['deliveries', 'list', '--json', '--provider', 'script', '--starting-after', first.at(-1)?.key ?? ''],
    )
    expect([(json as Listed).items.length, err]).toEqual([2, ''])
    expect(first.map(({ key }) => key)).not.toContain((json as Listed).items[0]?.key)
  })

  it('refuses to go on after a delivery that is not there, or is of the other mode', async () => {
    for (const args of [
      ['--starting-after', 'dlv_none'],
      ['--mode', 'test', '--starting-after', keys['applied'] ?? ''],
    ]) {
      const { code, json } = await cli.run('deliveries', 'list', '--json', ...args)
      expect([code, (json as { error: string }).error]).toEqual([1, 'UNKNOWN_CURSOR'])
    }
  })

  it.each([
    ['a state there is not', ['--state', 'lost']],
    ['a platform there is not', ['--provider', 'paypal']],
    ['a time that is none', ['--since', 'yesterdayish']],
  ])('is wrong usage with %s', async (_what, args) => {
    expect((await cli.run('deliveries', 'list', ...args)).code).toBe(2)
  })
})

describe('deliveries replay', () => {
  it('is safe: what was applied stays as it is', async () => {
    const { code, json } = await cli.run('deliveries', 'replay', keys['applied'] ?? '', '--json')
    expect([code, (json as { state: string }).state]).toEqual([0, 'applied'])
    expect((await list('--state', 'applied', '--provider', 'stripe')).length).toBe(1)
  })

  it('leaves an unmatched payment where it is, until a person says whose it is', async () => {
    const key = keys['unmatched'] ?? ''
    await cli.run('deliveries', 'replay', key)
    expect(await list('--state', 'unmatched')).toHaveLength(1)
    const { json } = await cli.run('deliveries', 'replay', key, '--customer', 'c1', '--json')
    expect(json).toMatchObject({ state: 'applied', reason: expect.stringContaining("customer 'c1'") as string })
    expect(await list('--state', 'unmatched')).toEqual([])
  })

  it('applies a refund to the payment a person names', async () => {
    const { json } = await cli.run('deliveries', 'replay', keys['choose'] ?? '', '--payment', 'rp2', '--json')
    expect(json).toMatchObject({ state: 'applied' })
    expect((await list('--state', 'parked')).map(({ key }) => key)).toEqual([keys['parked']])
  })

  it('says that a customer is not here, and changes nothing', async () => {
    const { code, err } = await cli.run('deliveries', 'replay', keys['parked'] ?? '', '--customer', 'nobody')
    expect([code, err]).toEqual([1, expect.stringContaining("'nobody'") as string])
    expect((await list('--state', 'parked')).map(({ key }) => key)).toEqual([keys['parked']])
  })
})
