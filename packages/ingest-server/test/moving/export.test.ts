/** The way out: what is exported can be read, imported elsewhere, and, where it is full, restored to the byte. */
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, describe, expect, it } from 'vitest'
import type { Mode } from '../../src/facts.ts'
import type { Books } from '../../src/ledger/books.ts'
import { exported } from '../../src/moving/export.ts'
import type { ExportFormat } from '../../src/moving/export.ts'
import { EXPORT_TYPES, tablesOf } from '../../src/moving/full-tables.ts'
import type { ExportType } from '../../src/moving/full-tables.ts'
import { restore } from '../../src/moving/restore.ts'
import { postgresStore } from '../../src/store/postgres.ts'
import { sqliteStore } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'
import { TABLE_NAMES } from '../../src/store/table-order.ts'
import { importText } from '../support/import-files.ts'
import { customerCreate, hints, openTestBooks, payment, signup, stripe, T0 } from '../support/ledger.ts'
import type { TestBooks } from '../support/ledger.ts'
import { newSchema } from '../support/postgres.ts'
import { actionRow, prospectRow, rewardRow, triggerRow } from '../support/reward-rows.ts'
import { changes, clickRow, customerRow, deliveryRow, groupRow, linkRow, partnerRow } from '../support/rows.ts'
import { paymentRow, platformIdRow, subscriptionRow } from '../support/rows.ts'

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const work of undo.splice(0).reverse()) await work()
})

async function sqlite(): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), 'export-'))
  const store = sqliteStore({ file: join(folder, 'books.db') })
  undo.push(
    () => rm(folder, { recursive: true }),
    () => store.close(),
  )
  return store
}
async function postgres(): Promise<Store> {
  const { url, drop } = await newSchema()
  const store = await postgresStore({ url, writers: 1, readers: 1 })
  undo.push(drop, () => store.close())
  return store
}

const AWKWARD = [
  '',
  '\\N',
  '\\',
  '=1+1',
  "'=1",
  ' outer ',
  'a"b',
  'c,d',
  'e\r\nf',
  'ü🙂',
  '-5',
  'null',
  '{}',
  '\t=1',
  '\u2028',
]

/** Rows of every table of the books, with texts that every format finds awkward; and some of the other mode. */
function everything(mode: Mode) {
  const times = { createdAt: 1_000, updatedAt: 2_000 }
  const own = <T extends object>(row: T): T => ({ ...row, mode })
  const texts = AWKWARD.map((name, n) =>
    own(
      customerRow({
        key: `cus_${mode}${n}`,
        customerKey: `${n} ${name}`,
        name,
        emailKey: `c${n}@x.test`,
        meta: { [name]: name },
      }),
    ),
  )
  const many = Array.from({ length: 2_300 }, (_, n) =>
    own(customerRow({ key: `cus_${mode}m${n}`, customerKey: `m${n}`, email: null, emailKey: null })),
  )
  const customer = `cus_${mode}1`
  const flag = { rule: 'same_email', reason: 'the partner’s own, "=1"', at: 1_500, clearedAt: null } as const
  const flagged = own(customerRow({ key: `cus_${mode}f`, customerKey: 'f', emailKey: 'f@x.test' }))
  return changes({
    groups: [own(groupRow({ key: `grup_${mode}` }))],
    partners: [own(partnerRow({ key: `part_${mode}`, groupKey: `grup_${mode}`, tokenHash: `hash of ${mode}` }))],
    links: [own(linkRow({ key: `link_${mode}`, path: `ada-${mode}` }))],
    clicks: AWKWARD.map((_, n) => own(clickRow({ xid: `x${mode}${n}` }))),
    customers: [...texts, ...many, { ...flagged, flags: [flag], flaggedAt: 1_500, paidAt: 1_000 }],
    platformIds: [own(platformIdRow({ id: `cus_s${mode}`, customer }))],
    waitingIds: [{ mode, provider: 'stripe', account: '', id: 'cus_9', customerKey: 'c9', at: 1 }],
    payments: [
      own(paymentRow({ key: `tran_${mode}`, customer, metadata: { a: [1, null, 'ü'] }, amount: -3, ...times })),
      own(paymentRow({ key: `tran_w${mode}`, sourceKey: 'ch_w', state: 'waiting', customer: null, partnerKey: null })),
    ],
    waits: [{ mode, hint: 'c:c9', payment: `tran_w${mode}` }],
    ties: [{ mode, provider: 'stripe', account: '', part: 'pi_1', whole: 'in_1' }],
    subscriptions: [own(subscriptionRow({ key: `sub_${mode}` }))],
    triggers: [own(triggerRow({ key: `trig_${mode}` }))],
    rewards: [own(rewardRow({ key: `rwrd_${mode}`, cause: `cause ${mode}` }))],
    actions: [own(actionRow({ key: `act_${mode}`, customer }))],
    prospects: [own(prospectRow({ key: `deal_${mode}` }))],
    deliveries: [
      { row: own(deliveryRow({ key: `dlv_${mode}` })), body: Uint8Array.from({ length: 256 }, (_, byte) => byte) },
    ],
    audit: [{ key: `aud_${mode}`, mode, at: 1, actor: 'api', action: 'x', subject: 'y', detail: { a: [1, null] } }],
  })
}

async function textOf(
  books: Books | Store,
  type: ExportType | null,
  format: ExportFormat,
  full = true,
  mode: Mode = 'production',
): Promise<string> {
  let text = ''
  for await (const piece of exported(books, { mode, type, format, full })) text += piece
  return text
}

async function* cut(text: string, step: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step)
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const restoreText = (
  to: Store,
  text: string,
  type: ExportType | null = null,
  mode: Mode = 'production',
): Promise<number> => restore(to, cut(text, 10_000), { mode, type, sha256: sha256(text), onProgress: () => undefined })

describe.each([
  ['SQLite', sqlite],
  ['PostgreSQL', postgres],
])('a full export of %s', (_engine, open) => {
  it.each<[ExportFormat, Mode]>([
    ['ndjson', 'production'],
    ['csv', 'production'],
    ['csv', 'test'],
  ])('as %s of %s restores to the byte, and holds nothing of the other mode', async (format, mode) => {
    const [from, to] = [await open(), await open()]
    for (const one of ['production', 'test'] as const) await from.atomically((tx) => tx.save(everything(one)))
    await from.putSetting({ mode, name: 'currency', value: 'EUR' })
    const text = await textOf(from, null, format, true, mode)
    expect(text).not.toContain(mode === 'test' ? 'cus_production1' : 'cus_test1')
    const rows = await restoreText(to, text, null, mode)
    expect(await textOf(to, null, format, true, mode)).toBe(text)
    expect(rows).toBeGreaterThan(2_300)
  })

  it('kind by kind restores the same', async () => {
    const [from, to] = [await open(), await open()]
    await from.atomically((tx) => tx.save(everything('production')))
    for (const type of EXPORT_TYPES) {
      const text = await textOf(from, type, 'csv')
      await restoreText(to, text, type)
      expect(await textOf(to, type, 'csv')).toBe(text)
    }
  })
})

describe('a full export', () => {
  it('leaves out nothing but what is the installation’s own', () => {
    const left = TABLE_NAMES.filter((name) => !tablesOf(null).includes(name))
    const [secrets, toOthers] = [
      ['apiKeys', 'webhooks', 'admins'],
      ['hooks', 'messages', 'sends'],
    ]
    expect(left).toEqual([...secrets, ...toOthers, 'idempotency', 'imports', 'importErrors'])
  })
})

describe('a restore', () => {
  it('into a server that has begun, but holds nothing yet, takes the place of what it began with', async () => {
    const from = await openWorld()
    const text = await textOf(from, null, 'ndjson')
    const begun = await sqlite()
    await begun.atomically((tx) =>
      tx.save(changes({ groups: [groupRow({ key: 'grup_begun' })], triggers: [triggerRow({ key: 'trig_begun' })] })),
    )
    await restoreText(begun, text)
    expect(await textOf(begun, null, 'ndjson')).toBe(text)
  })

  it('refuses a mode that holds something, and says what', async () => {
    const from = await openWorld()
    const to = await sqlite()
    await to.atomically((tx) => tx.save(everything('production')))
    await expect(restoreText(to, await textOf(from, null, 'ndjson'))).rejects.toThrow(
      /This mode holds .*partners.*customers/,
    )
    expect((await to.customers({ mode: 'production', limit: 1, orderBy: 'created_at' })).items).toHaveLength(1)
  })

  it('that was stopped begins again with the same file, and with no other', async () => {
    const from = await sqlite()
    await from.atomically((tx) => tx.save(everything('production')))
    const text = await textOf(from, null, 'ndjson')
    const to = await sqlite()
    let left = 5
    const stopping: Store = {
      ...to,
      atomically: (work) => (left-- > 0 ? to.atomically(work) : Promise.reject(new Error('pulled'))),
    }
    await expect(restoreText(stopping, text)).rejects.toThrow('pulled')
    await expect(restoreText(to, `${text} `)).rejects.toThrow(/This mode holds/)
    await restoreText(to, text)
    expect(await textOf(to, null, 'ndjson')).toBe(text)
  })

  it.each([
    ['nothing', '', /it is empty/],
    ['another table', 'key,amount\n1,2\n', /its first column is not 'table'/],
    ['lines that are no JSON', '{"table":"groups"\n', /line 1 is not JSON/],
    ['rows of no table', '{"table":"secrets","key":"x"}\n', /line 1 is of 'secrets'/],
    ['a number that is none', 'table,created_at\ngroups,soon\n', /line 2: created_at is no whole number/],
  ])('of %s is refused', async (_what, text, why) => {
    await expect(restoreText(await sqlite(), text)).rejects.toThrow(why)
  })
})

/** Partners, customers, payments, a click and a reward, as they come about. */
async function openWorld(): Promise<TestBooks> {
  const books = await openTestBooks()
  await books.call({ kind: 'click', xid: 'x1', linkKey: 'link_1', partnerKey: 'ada', counted: true })
  await books.call(
    customerCreate({
      customerKey: 'c1',
      email: 'C1@shop.test',
      name: '=Grace',
      providerKey: 'cus_1',
      meta: { plan: 'pro' },
    }),
  )
  await books.signUp(signup({ customerKey: 'c2', email: 'c2@shop.test' }))
  await books.call(customerCreate({ customerKey: 'c2', email: 'c2@shop.test' }))
  await books.hear(payment('ch_1', { amount: 4_900, captured: 4_900, who: hints({ platform: stripe('cus_1') }) }))
  await importText(books, 'transactions', 'customer_key,amount,key,currency\nc1,-250,order-1,EUR\nc2,0,,USD\n')
  await importText(books, 'rewards', 'partner_key,amount,description,customer_key\nada,500,"Bonus, ""March""",c1\n')
  return books
}

/** Customers and payments as an export shows them, but for when they were written. */
const shown = async (books: Books): Promise<string[]> => {
  const texts = [
    await textOf(books, 'customers', 'ndjson', false),
    await textOf(books, 'transactions', 'ndjson', false),
  ]
  return texts.map((text) => text.replaceAll(/"updated_at":\d+/g, ''))
}

describe('an export', () => {
  it.each<[ExportType, string[]]>([
    ['partners', ['ada', 'ben']],
    ['customers', ['c1', 'c2']],
    ['transactions', ['ch_1', 'order-1', 'csv_']],
    ['rewards', ['ada']],
    ['clicks', ['x1']],
    ['deliveries', ['stripe', 'script']],
  ])('of %s has a row for each, in either format', async (type, marks) => {
    const books = await openWorld()
    const csv = await textOf(books, type, 'csv', false)
    const rows = parse(csv, { columns: true }) as Record<string, string>[]
    const objects = (await textOf(books, type, 'ndjson', false))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object)
    expect(objects).toHaveLength(rows.length)
    expect(objects.map((one) => Object.keys(one))).toEqual(rows.map((one) => Object.keys(one)))
    for (const mark of marks) expect(csv).toContain(mark)
    expect(await textOf(books, type, 'csv', false, 'test')).toBe(`${csv.slice(0, csv.indexOf('\r\n'))}\r\n`)
  })

  it('never begins a cell like a formula', async () => {
    const csv = await textOf(await openWorld(), 'customers', 'csv', false)
    expect(csv).toContain("'=Grace")
    expect(csv).not.toMatch(/(^|,)"?=/m)
  })

  it.each(['partners', 'customers', 'transactions'] as const)(
    'of %s can be imported where it came from, and changes nothing',
    async (type) => {
      const books = await openWorld()
      const before = await shown(books)
      const { row, errors } = await importText(books, type, await textOf(books, type, 'csv', false), { at: T0 + 1_000 })
      expect([errors, row.created, row.updated, row.failed]).toEqual([[], 0, 0, 0])
      expect(await shown(books)).toEqual(before)
    },
  )

  it('moves a program to another server, in the order of the guide', async () => {
    const from = await openWorld()
    const to = await openTestBooks()
    for (const type of ['partners', 'customers', 'transactions', 'rewards'] as const) {
      const { errors } = await importText(to, type, await textOf(from, type, 'csv', false))
      expect(errors).toEqual([])
    }
    const facts = async (books: Books): Promise<unknown[]> =>
      (await books.transactions({ mode: 'production', limit: 99, orderBy: 'created_at' })).items.map(
        ({ payment: row, customer }) => [
          ...[row.amount, row.currency, row.createdAt, customer.customerKey, customer.meta],
        ],
      )
    expect(await facts(to)).toEqual(await facts(from))
  })
})
