import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Entry } from '../../src/entry.ts'
import { replay, replayFailed } from '../../src/inbox/replay.ts'
import { recordFromAt } from '../../src/inbox/webhook-entry.ts'
import {
  ensureWebhooks,
  newWebhook,
  rotated,
  standing,
  withRecordFrom,
  withSecret,
} from '../../src/inbox/webhook-rows.ts'
import type { Books, Receipt } from '../../src/ledger/books.ts'
import { providers } from '../../src/providers/index.ts'
import { sha256 } from '../../src/secrets.ts'
import type { DeliveriesQuery } from '../../src/store/queries.ts'
import { startServer, START, WHSEC, type TestServer } from '../support/http.ts'
import { chargeEvent, sign } from '../support/stripe-events.ts'

let server: TestServer
/** Entries as they reached the books. */
let entries: Entry[]
beforeEach(async () => {
  entries = []
  const watched = (books: Books): Books => ({ ...books, record: (entry) => (entries.push(entry), books.record(entry)) })
  server = await startServer({ wrap: watched })
  await server.addPartner({ partnerKey: 'ada' })
})
afterEach(() => server.close())

const inbox = async (mode: 'production' | 'test') => (await server.books.deliveries({ mode, limit: 50 })).items
const deps = (books: Books = server.books) => ({ books, providers })

async function deliverCharge(id: string): Promise<void> {
  const body = JSON.stringify(chargeEvent('charge.succeeded', { id, customer: null, metadata: { customer_key: 'c1' } }))
  const headers = { 'stripe-signature': sign(body, WHSEC, server.now()) }
  await server.ask(await server.webhookPath('test'), { method: 'POST', body, headers })
}

describe('replay', () => {
  it('works a webhook again from its bytes, as of when it came', async () => {
    await deliverCharge('ch_1')
    const [row] = await inbox('test')
    server.pass(60_000)
    let again: Entry | undefined
    const books = { ...server.books, record: (entry: Entry) => ((again = entry), server.books.record(entry)) }
    const receipt = await replay(deps(books), row!.key)
    const { body, ...first } = entries.find((entry) => entry.delivery?.provider === 'stripe')!.delivery!
    expect(again).toMatchObject({ mode: 'test', at: START, again: true, delivery: first })
    expect(Buffer.from(again!.delivery!.body).equals(Buffer.from(body))).toBe(true)
    expect(receipt.delivery?.state).toBe(row!.state)
    expect((await inbox('test'))[0]?.attempts).toBe(row!.attempts + 1)
  })

  it('works a sign-up again, and it stays one', async () => {
    const fields = { public_key: server.production.publicKey, email: 'a@b.c', partner_key: 'ada' }
    await server.ask('/v1/signups', { method: 'POST', json: fields })
    const [row] = await inbox('production')
    await replay(deps(), row!.key)
    expect(await inbox('production')).toHaveLength(1)
    expect((await server.books.customers({ mode: 'production', limit: 9, orderBy: 'created_at' })).items).toHaveLength(
      1,
    )
  })

  it('works a sign-up again as of when it came', async () => {
    const fields = { public_key: server.production.publicKey, email: 'a@b.c', partner_key: 'late' }
    await server.ask('/v1/signups', { method: 'POST', json: fields })
    const came = server.now()
    server.pass(3_600_000)
    await server.addPartner({ partnerKey: 'late' })
    const [row] = await inbox('production')
    await replay(deps(), row!.key)
    const { items } = await server.books.customers({ mode: 'production', limit: 9, orderBy: 'created_at' })
    expect(items.map(({ customer }) => [customer.customerKey, customer.createdAt])).toEqual([['a@b.c', came]])
  })

  it('says when there is nothing to replay', async () => {
    await expect(replay(deps(), 'dlv_nothing')).rejects.toThrow("There is no delivery 'dlv_nothing'")
    await deliverCharge('ch_1')
    const [row] = await inbox('test')
    const bodiless = { ...server.books, deliveryBody: async () => null }
    await expect(replay(deps(bodiless), row!.key)).rejects.toThrow('no longer kept')
    await expect(replay({ books: server.books, providers: new Map() }, row!.key)).rejects.toThrow("provider 'stripe'")
  })
})

describe('what failed by our fault', () => {
  it('is worked again at a start: every one of both modes, page by page', async () => {
    const failed = { production: ['dlv_live'], test: Array.from({ length: 5 }, (_, i) => `dlv_${i}`) }
    const worked: string[] = []
    const told: string[] = []
    const row = { provider: 'script', headers: {}, receivedAt: START, eventId: 'e', mode: 'test' }
    const body = Buffer.from('{"email":"a@b.c","xid":"X"}')
    const books = {
      async deliveries({ mode, startingAfter, states }: DeliveriesQuery) {
        expect(states).toEqual(['failed'])
        const keys = failed[mode]
        expect([undefined, ...keys]).toContain(startingAfter) // a cursor of the other mode finds nothing
        const from = startingAfter === undefined ? 0 : keys.indexOf(startingAfter) + 1
        return { items: keys.slice(from, from + 2).map((key) => ({ key })), hasMore: from + 2 < keys.length }
      },
      delivery: async (key: string) => ({ ...row, key }),
      deliveryBody: async (key: string) => (key === 'dlv_2' ? null : body),
      async record(): Promise<Receipt> {
        worked.push('one')
        const state = worked.length === 1 ? 'failed' : 'applied'
        const delivery = { key: 'dlv', state, reason: 'disk full' } as const
        return { outcomes: [], customer: null, transaction: null, link: null, delivery }
      },
    } as unknown as Books
    const mended = await replayFailed(deps(books), (key, error) => told.push(`${key} ${(error as Error).message}`))
    expect(mended).toBe(4)
    expect(worked).toHaveLength(5)
    expect(told).toEqual(['dlv_live disk full', "dlv_2 The body of delivery 'dlv_2' is no longer kept."])
  })
})

describe('the rows of webhooks', () => {
  const stripe = providers.get('stripe')!
  const row = () => newWebhook('test', stripe, server.vault, START)

  it('are made once for each mode and platform', async () => {
    const of = async () => ensureWebhooks({ ...deps(), vault: server.vault, now: server.now })
    const [first, second] = [await of(), await of()]
    expect(second).toEqual(first)
    const wanted = ['production', 'test'].flatMap((mode) => [...providers.keys()].map((name) => `${mode} ${name}`))
    expect(first.map(({ mode, provider }) => `${mode} ${provider}`).sort()).toEqual(wanted.sort())
  })

  it('are the same for everybody, though several come first at once', async () => {
    const none: Books = { ...server.books, webhooks: async () => [] }
    const before = await server.books.webhooks()
    const deps = { books: none, providers, vault: server.vault, now: server.now }
    await Promise.all([ensureWebhooks(deps), ensureWebhooks(deps)])
    expect(await server.books.webhooks()).toEqual(before)
  })

  it('begin with an address that nobody can guess, and closed', () => {
    const [token] = row().tokens
    const text = server.vault.open(token!.sealed)
    expect(text).toMatch(/^[0-9A-Za-z]{32}$/)
    expect(token!.hash).toBe(sha256(text))
    expect(row()).toMatchObject({ secrets: [], passwords: [], username: null, recordFrom: [] })
  })

  it('have a user and a password where the platform signs by them', () => {
    const withPassword = newWebhook('test', { ...stripe, name: 'recurly', signs: 'password' }, server.vault, START)
    expect(withPassword.username).toBe('recurly')
    const turned = rotated(withPassword, server.vault, START)
    expect(turned.passwords).toHaveLength(2)
    const [next, old] = turned.passwords.map(({ sealed }) => server.vault.open(sealed))
    expect(next).toMatch(/^[0-9A-Za-z]{43}$/)
    expect(next).not.toBe(old)
  })

  it('keep what was valid for a day, and then forget it', () => {
    const day = START + 86_400_000
    const once = rotated(row(), server.vault, START)
    expect(once.tokens.map(({ until }) => until)).toEqual([null, day])
    const twice = rotated(once, server.vault, START + 1000)
    expect(twice.tokens.map(({ until }) => until)).toEqual([null, day + 1000, day])
    expect(standing(twice.tokens, day).map(({ until }) => until)).toEqual([null, day + 1000])
    expect(rotated(twice, server.vault, day + 1000).tokens).toHaveLength(2)
  })

  it('take the same secret twice for one', () => {
    const once = withSecret(row(), 'whsec_1', server.vault, START)
    expect(withSecret(once, 'whsec_1', server.vault, START).secrets.map(({ until }) => until)).toEqual([null])
    expect(withSecret(once, 'whsec_2', server.vault, START).secrets).toHaveLength(2)
  })

  it('say what an event is recorded from by when it was made', () => {
    const changed = withRecordFrom(withRecordFrom(row(), 'invoice', START + 1500), 'charge', START + 9000)
    const from = (ms: number) => recordFromAt(changed.recordFrom, START + ms)
    expect([from(0), from(1000), from(8000), from(9000)]).toEqual(['charge', 'invoice', 'invoice', 'charge'])
  })
})
