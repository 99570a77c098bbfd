/** What a file does to the books: makes, changes, leaves alone, or refuses, each row by itself and each row once. */
import { describe, expect, it } from 'vitest'
import { createImporter } from '../../src/moving/importer.ts'
import type { Books } from '../../src/ledger/books.ts'
import { importText, outcomeOf, uploadText } from '../support/import-files.ts'
import { customerCreate, customerSeen, hints, openTestBooks, payment, signup, stripe, T0 } from '../support/ledger.ts'
import type { TestBooks } from '../support/ledger.ts'

const DAY = 86_400_000

/** With the customers c1 and c2 of ada. */
async function openWithCustomers(): Promise<TestBooks> {
  const books = await openTestBooks()
  for (const customerKey of ['c1', 'c2'])
    await books.call(
      customerCreate({ customerKey, email: `${customerKey}@shop.test`, providerKey: `cus_${customerKey}` }),
    )
  return books
}

describe('transactions', () => {
  const HEAD = 'customer_key,customer_email,amount,currency,key,product_key,created_at\n'

  it.each<[string, string, string, RegExp[]]>([
    ['are made once each', 'c1,,100,USD,order-1,pro,\nc2,,200,EUR,order-2,,\n', '2 created', []],
    ['find their customer by e-mail', ',C1@shop.test ,100,,order-1,,\n', '1 created', []],
    ['need no key', 'c1,,100,,,,\nc1,,100,,,,\n', '2 created', []],
    ['may be nothing, or less', 'c1,,0,,,,\nc1,,-500,,,,\n', '2 created', []],
    [
      'of nobody known are refused',
      'c9,,100,,,,\nc1,,100,,,,\n',
      '1 created, 1 failed',
      [/^2 customer_key: There is no customer 'c9'/],
    ],
    [
      'of an unknown e-mail are refused',
      ',x@y.test,100,,,,\n',
      '1 failed',
      [/^2 customer_email: There is no customer with e-mail/],
    ],
    ['with one key twice are one', 'c1,,100,,order-1,,\nc1,,100,,order-1,,\n', '1 created, 1 unchanged', []],
    [
      'with one key and another amount change it',
      'c1,,100,,order-1,,\nc1,,150,,order-1,,\n',
      '1 created, 1 updated',
      [],
    ],
    [
      'with a key of another customer are refused',
      'c1,,100,,order-1,,\nc2,,100,,order-1,,\n',
      '1 created, 1 failed',
      [/^3 customer_key: .*another customer/],
    ],
    [
      'that cannot be read do not stop the others',
      'c1,,x,,,,\nc1,,100,,,,\nc1,,1.5,,,,\n',
      '1 created, 2 failed',
      [/^2 amount/, /^4 amount/],
    ],
  ])('%s', async (_what, rows, counts, errors) => {
    const books = await openWithCustomers()
    const imported = await importText(books, 'transactions', HEAD + rows)
    expect(imported.counts).toBe(counts)
    expect(imported.errors).toEqual(errors.map((error) => expect.stringMatching(error) as string))
    const { row } = imported
    expect(row).toMatchObject({
      state: 'done',
      total: row.created + row.updated + row.unchanged + row.failed,
      worked: row.bytes,
    })
  })

  it('are shown with what their row said, and when it says they happened', async () => {
    const books = await openWithCustomers()
    await importText(books, 'transactions', `${HEAD}c1,,1250,eur,order-1,pro,2024-02-03\nc2,,7,,,,\n`)
    const [first, second] = books.rows().payments
    const when = { createdAt: Date.UTC(2024, 1, 3), updatedAt: T0 }
    expect(first).toMatchObject({
      source: 'api',
      givenKey: 'order-1',
      amount: 1250,
      currency: 'EUR',
      productKey: 'pro',
      ...when,
    })
    expect(second).toMatchObject({
      givenKey: null,
      sourceKey: expect.stringMatching(/^csv_[0-9a-f]{32}_000000003$/),
      createdAt: T0,
    })
  })

  it('of the same file twice change nothing, with keys and without', async () => {
    const books = await openWithCustomers()
    const file = `${HEAD}c1,,100,USD,order-1,pro,2024-02-03\nc1,,100,,,,\nc2,,100,,,,\n`
    expect((await importText(books, 'transactions', file)).counts).toBe('3 created')
    const before = books.rows()
    expect((await importText(books, 'transactions', file, { at: T0 + DAY })).counts).toBe('3 unchanged')
    expect(books.rows()).toEqual(before)
  })

  it('leave alone what an empty cell stands for', async () => {
    const books = await openWithCustomers()
    await importText(books, 'transactions', `${HEAD}c1,,100,EUR,order-1,pro,2024-02-03\n`)
    expect((await importText(books, 'transactions', `${HEAD}c1,,100,,order-1,,\n`)).counts).toBe('1 unchanged')
    expect((await importText(books, 'transactions', `${HEAD}c1,,100,,order-1,basic,\n`)).counts).toBe('1 updated')
    expect(books.rows().payments).toMatchObject([
      { currency: 'EUR', productKey: 'basic', createdAt: Date.UTC(2024, 1, 3) },
    ])
  })

  it('that a platform has reported are that payment, and a difference is refused', async () => {
    const books = await openWithCustomers()
    await books.hear(payment('ch_1', { amount: 100, captured: 100, who: hints({ platform: stripe('cus_c1') }) }))
    const row = (amount: number): string => `${HEAD}c1,,${amount},USD,ch_1,,\n`
    const other = await importText(books, 'transactions', row(99))
    expect(other.errors).toEqual([expect.stringMatching(/^2 key: .*amount or currency differs/)])
    expect((await importText(books, 'transactions', row(100))).counts).toBe('1 unchanged')
    expect(books.rows().payments).toMatchObject([{ source: 'stripe', givenKey: 'ch_1' }])
  })

  it('that a platform reports afterwards are adopted by it, and its amount holds', async () => {
    const books = await openWithCustomers()
    const file = `${HEAD}c1,,99,USD,ch_1,,\n`
    await importText(books, 'transactions', file)
    await books.hear(payment('ch_1', { amount: 100, captured: 100, who: hints({ platform: stripe('cus_c1') }) }))
    expect((await importText(books, 'transactions', file)).counts).toBe('1 unchanged')
    expect(books.rows().payments).toMatchObject([{ source: 'stripe', givenKey: 'ch_1', amount: 100 }])
  })

  it('that a platform vouches for let go of what waits under other ids of their customer', async () => {
    const books = await openTestBooks()
    await books.hear(payment('ch_1'))
    const other = hints({ platform: stripe('cus_9'), partnerKey: 'ada', mayCreate: false })
    await books.hear(payment('ch_2', { happenedAt: T0 - DAY, who: other }))
    await books.signUp(signup(), { at: T0 + 40 * DAY })
    await books.hear(customerSeen({ customerKey: 'c1', platform: stripe('cus_1') }), { at: T0 + 41 * DAY })
    expect(Object.keys(books.snapshot().transactions)).toEqual([])
    await importText(books, 'transactions', `${HEAD}c1,,5000,USD,ch_2,,\n`, { at: T0 + 42 * DAY })
    expect(Object.keys(books.snapshot().transactions)).toEqual(['stripe ch_1', 'stripe ch_2'])
  })

  it('take the place of the amount a browser reported', async () => {
    const books = await openTestBooks()
    await books.signUp(signup({ amount: 100, currency: 'USD' }))
    await importText(books, 'transactions', `${HEAD}c1,,100,USD,order-1,,\n`)
    expect(books.rows().payments.map(({ source, archived }) => [source, archived])).toEqual([
      ...[
        ['script', 'replaced'],
        ['api', null],
      ],
    ])
  })

  it('in major units are read by the currency of each', async () => {
    const books = await openWithCustomers()
    await importText(books, 'transactions', `${HEAD}c1,,12.50,USD,o-usd,,\nc1,,1250,JPY,o-jpy,,\n`, { unit: 'major' })
    expect(books.rows().payments.map(({ amount }) => amount)).toEqual([1250, 1250])
  })

  it('stay in their mode', async () => {
    const books = await openWithCustomers()
    const { counts } = await importText(books, 'transactions', `${HEAD}c1,,100,,order-1,,\n`, { mode: 'test' })
    expect([counts, books.rows('test').payments, books.rows().payments]).toEqual(['1 failed', [], []])
  })
})

describe('customers', () => {
  const HEAD = 'customer_key,email,partner_key,name,provider_key,created_at,plan\n'

  it.each<[string, string, string, RegExp[]]>([
    ['are made', 'n1,n1@x.test,ada,New One,cus_n1,2024-01-01,pro\n', '1 created', []],
    [
      'without a key are named by their e-mail',
      ',N1@x.test,ada,,,,\n,n1@x.test,ada,,,,\n',
      '1 created, 1 unchanged',
      [],
    ],
    ['who stand are left alone', 'c1,c1@shop.test,ada,,,,\n', '1 unchanged', []],
    ['who stand are changed', 'c1,new@shop.test,ada,Ada,,,pro\n', '1 updated', []],
    ['who stand are found by e-mail', ',c1@shop.test,ada,Ada,,,\n', '1 updated', []],
    [
      'of no partner are refused',
      'n1,,zoe,,,,\nn2,,,,,,\n',
      '2 failed',
      [/^2 partner_key: There is no partner 'zoe'/, /^3 partner_key: is empty/],
    ],
    [
      'are never moved to another partner',
      'c1,,ben,,,,\n',
      '1 failed',
      [/^2 partner_key: This customer belongs to partner 'ada'/],
    ],
    [
      'do not take the id of another',
      'n1,,ada,,cus_c1,,\n',
      '1 failed',
      [/^2 provider_key: .*belongs to customer 'c1'/],
    ],
    ['take another id beside the one they have', 'c1,,ada,,cus_more,,\n', '1 updated', []],
  ])('%s', async (_what, rows, counts, errors) => {
    const books = await openWithCustomers()
    const imported = await importText(books, 'customers', HEAD + rows)
    expect(imported.counts).toBe(counts)
    expect(imported.errors).toEqual(errors.map((error) => expect.stringMatching(error) as string))
    expect((await importText(books, 'customers', HEAD + rows)).row).toMatchObject({ created: 0, updated: 0 })
  })

  it('keep what their row said, and fields of the vendor', async () => {
    const books = await openTestBooks()
    await importText(books, 'customers', `${HEAD}n1,N1@x.test,ada,New One,cus_n1,2024-01-01,pro\n`)
    const kept = {
      customerKey: 'n1',
      email: 'N1@x.test',
      emailKey: 'n1@x.test',
      name: 'New One',
      providerKey: 'cus_n1',
    }
    const rest = { source: 'import', confirmed: true, meta: { plan: 'pro' }, createdAt: Date.UTC(2024, 0, 1) }
    expect(books.rows().customers).toMatchObject([{ ...kept, ...rest }])
  })

  it('release what waits for them', async () => {
    const books = await openTestBooks()
    await books.hear(payment('ch_1', { amount: 100, captured: 100, who: hints({ platform: stripe('cus_n1') }) }))
    await importText(books, 'customers', `${HEAD}n1,,ada,,cus_n1,2025-12-31,\n`)
    expect(books.rows().payments).toMatchObject([{ state: 'recorded', partnerKey: 'ada' }])
  })

  it('vouch for one of whom only a browser has spoken, partner and all', async () => {
    const books = await openTestBooks()
    await books.signUp(signup({ customerKey: 'c1', partnerKey: 'ben' }))
    expect((await importText(books, 'customers', `${HEAD}c1,,ada,,,,\n`)).counts).toBe('1 updated')
    expect(books.rows().customers).toMatchObject([{ partnerKey: 'ada', confirmed: true }])
  })

  it('give a name to one whose e-mail stood in for it', async () => {
    const books = await openTestBooks()
    await books.call(customerCreate({ customerKey: null, email: 'n1@x.test' }))
    expect((await importText(books, 'customers', `${HEAD}n1,n1@x.test,ada,,,,\n`)).counts).toBe('1 updated')
    expect(books.rows().customers.map(({ customerKey }) => customerKey)).toEqual(['n1'])
  })

  it('with an e-mail that several have need a key', async () => {
    const books = await openTestBooks()
    for (const customerKey of ['a', 'b']) await books.call(customerCreate({ customerKey, email: 'x@x.test' }))
    const { errors } = await importText(books, 'customers', `${HEAD},x@x.test,ada,,,,\n`)
    expect(errors).toEqual([expect.stringMatching(/^2 email: several customers have this e-mail/)])
  })
})

describe('partners', () => {
  const HEAD = 'Partner_email,partner_key,Partner_first,Partner_last,Partner_group,Partner_joined_date,tags\n'

  it.each<[string, string, string, RegExp[]]>([
    ['join', 'zoe@x.test,zoe,Zoe,Q,default,2020-01-01,a; b\n', '1 created', []],
    ['join once, whatever the key', 'zoe@x.test,,,,,,\nZOE@x.test,,Zoe,,,,\n', '1 created, 1 updated', []],
    ['who stand are left alone', 'ada@partners.test,ada,,,,,\n', '1 unchanged', []],
    ['who stand are changed', 'ada@new.test,ada,Ada,,,,vip\n', '1 updated', []],
    [
      'do not take the e-mail of another',
      'ben@partners.test,ada,,,,,\n',
      '1 failed',
      [/^2 email: .*belongs to partner 'ben'/],
    ],
    [
      'of a new key do not take it either',
      'ben@partners.test,zoe,,,,,\n',
      '1 failed',
      [/^2 partner_key: .*belongs to partner 'ben'/],
    ],
    [
      'of a group that is not there are refused',
      'z@x.test,,,,Nobody,,\n',
      '1 failed',
      [/^2 group: There is no group 'Nobody'/],
    ],
  ])('%s', async (_what, rows, counts, errors) => {
    const books = await openTestBooks()
    const imported = await importText(books, 'partners', HEAD + rows)
    expect(imported.counts).toBe(counts)
    expect(imported.errors).toEqual(errors.map((error) => expect.stringMatching(error) as string))
    expect((await importText(books, 'partners', HEAD + rows)).row).toMatchObject({ created: 0 })
  })

  it('keep what their row said, and have a link', async () => {
    const books = await openTestBooks()
    await importText(books, 'partners', `${HEAD}Zoe@x.test,zoe,Zoe,Q,Default,2020-01-01,a; b\n`)
    const joined = { joinedAt: Date.UTC(2020, 0, 1), createdAt: Date.UTC(2020, 0, 1) }
    const named = { email: 'zoe@x.test', firstName: 'Zoe', lastName: 'Q', details: { tags: ['a', 'b'] } }
    expect(await books.partner('production', 'zoe')).toMatchObject({ ...named, ...joined })
    expect((await books.link('zoe'))?.link.partnerKey).toBe('zoe')
  })

  it('join a group by its name', async () => {
    const books = await openTestBooks()
    const made = { kind: 'group.create', name: 'Top Agencies', slug: null, destination: null, features: {} } as const
    await books.call({ ...made, actor: 'test' })
    await importText(books, 'partners', `${HEAD}zoe@x.test,zoe,,,Top Agencies,,\n`)
    expect((await books.partnership('production', 'zoe'))?.group.slug).toBe('top-agencies')
  })
})

describe('rewards', () => {
  const HEAD = 'partner_key,amount,description,currency,customer_key,transaction_key,created_at\n'

  it.each<[string, string, string, RegExp[]]>([
    ['are given', 'ada,500,Bonus,EUR,c1,,2025-01-02\nben,-20,Correction,,,,\n', '2 created', []],
    ['alike are given twice', 'ada,500,Bonus,,,,\nada,500,Bonus,,,,\n', '2 created', []],
    ['of nothing are refused', 'ada,0,Bonus,,,,\n', '1 failed', [/^2 amount: .*not 0/]],
    ['of no partner are refused', 'zoe,5,Bonus,,,,\n', '1 failed', [/^2 partner_key: There is no partner 'zoe'/]],
    ['for no customer are refused', 'ada,5,Bonus,,c9,,\n', '1 failed', [/^2 customer_key: There is no customer 'c9'/]],
    ['for no transaction are refused', 'ada,5,Bonus,,,order-9,\n', '1 failed', [/^2 transaction_key: /]],
    ['without words are refused', 'ada,5,,,,,\n', '1 failed', [/^2 description: is empty/]],
  ])('%s, each row once', async (_what, rows, counts, errors) => {
    const books = await openWithCustomers()
    const imported = await importText(books, 'rewards', HEAD + rows)
    expect(imported.counts).toBe(counts)
    expect(imported.errors).toEqual(errors.map((error) => expect.stringMatching(error) as string))
    const again = await importText(books, 'rewards', HEAD + rows)
    expect(again.row).toMatchObject({ created: 0, unchanged: imported.row.created })
  })

  it('are shown with what their row said', async () => {
    const books = await openWithCustomers()
    await importText(books, 'rewards', `${HEAD}ada,500,Bonus,EUR,c1,,2025-01-02\n`)
    const { items } = await books.rewards({ mode: 'production', limit: 9, orderBy: '-created_at' })
    const said = { amount: 500, currency: 'EUR', description: 'Bonus', source: 'import', status: 'pending' }
    expect(items.map(({ reward }) => reward)).toMatchObject([{ ...said, createdAt: Date.UTC(2025, 0, 2) }])
    expect(items[0]?.customer?.customerKey).toBe('c1')
  })
})

describe('what is imported earns as anything else', () => {
  const HEAD = 'customer_key,amount,key\n'
  async function openWithTrigger(): Promise<TestBooks> {
    const books = await openWithCustomers()
    const rate = { kind: 'percent', millionths: 100_000 } as const
    await books.call({ kind: 'trigger.create', actor: 'test', name: null, event: 'transaction', conditions: {}, rate })
    return books
  }
  const earned = async (books: Books): Promise<number[]> => {
    const { items } = await books.rewards({ mode: 'production', limit: 99, orderBy: 'created_at' })
    return items.map(({ reward }) => reward.amount)
  }

  it('once for each payment, also where the file comes twice', async () => {
    const books = await openWithTrigger()
    for (const at of [T0, T0 + DAY])
      await importText(books, 'transactions', `${HEAD}c1,1000,order-1\nc2,2000,\n`, { at })
    expect(await earned(books)).toEqual([100, 200])
  })

  it('and follows where a file corrects the amount', async () => {
    const books = await openWithTrigger()
    await importText(books, 'transactions', `${HEAD}c1,1000,order-1\n`)
    await importText(books, 'transactions', `${HEAD}c1,5000,order-1\n`)
    expect(await earned(books)).toEqual([500])
  })

  it('but not where it was only tried', async () => {
    const books = await openWithTrigger()
    await importText(books, 'transactions', `${HEAD}c1,1000,order-1\n`, { dryRun: true })
    expect(await earned(books)).toEqual([])
  })
})

describe('any import', () => {
  const HEAD = 'customer_key,amount,key\n'
  const many = (count: number): string =>
    HEAD + Array.from({ length: count }, (_, n) => `${n % 7 === 3 ? 'nobody' : 'c1'},${n},order-${n}\n`).join('')

  it('that only tries changes nothing, and reports the same', async () => {
    const books = await openWithCustomers()
    const before = books.rows()
    const tried = await importText(books, 'transactions', many(2_500), { dryRun: true })
    expect(books.rows()).toEqual(before)
    const done = await importText(books, 'transactions', many(2_500))
    expect([tried.counts, tried.errors]).toEqual([done.counts, done.errors])
    expect(books.rows().payments).toHaveLength(done.row.created)
  })

  it('keeps a refused row as it was in the file, to be mended', async () => {
    const books = await openWithCustomers()
    const { refused } = await importText(books, 'transactions', `${HEAD}c1,1,order-1\nc9,"2",\nc1,3,order-3\n,x,y\n`)
    expect(refused.map(({ line, no, raw }) => [line, no, raw])).toEqual([
      [3, 0, 'c9,"2",\n'],
      [5, 0, ',x,y\n'],
      [5, 1, ''],
      [5, 2, ''],
    ])
  })

  it('goes on where it was stopped, wherever that was, as if it never had been', async () => {
    const file = many(5_000)
    const whole = await openWithCustomers()
    const undisturbed = await importText(whole, 'transactions', file)
    for (const stopAfter of [1, 2, 4]) {
      const books = await openWithCustomers()
      const { key } = await uploadText(books, 'transactions', file)
      let left = stopAfter
      const dying: Books = {
        ...books,
        record: (entry) => (left-- > 0 ? books.record(entry) : Promise.reject(new Error('killed'))),
      }
      const dead = createImporter({ books: dying, now: () => T0, onError: () => undefined })
      dead.wake()
      await dead.stop()
      const later = createImporter({ books, now: () => T0 + 60_000, onError: (error) => expect(error).toBeNull() })
      later.wake()
      await ended(books, key)
      await later.stop()
      expect(await outcomeOf(books, key)).toMatchObject({ counts: undisturbed.counts, errors: undisturbed.errors })
      expect(books.snapshot()).toEqual(whole.snapshot())
    }
  })

  it('is worked once, however many work it at the same time', async () => {
    const books = await openWithCustomers()
    const { key } = await uploadText(books, 'transactions', many(5_000))
    // Each takes the others for dead at once, until time stands still: then whoever has it goes on to the end.
    let time = T0
    let jumps = 0
    const now = (): number => (++jumps < 300 ? (time += 10_000) : time)
    const importers = Array.from({ length: 4 }, () => createImporter({ books, now, onError: () => undefined }))
    for (const importer of importers) importer.wake()
    await ended(books, key)
    await Promise.all(importers.map((importer) => importer.stop()))
    const { row } = await outcomeOf(books, key)
    expect(row).toMatchObject({ state: 'done', total: 5_000, created: books.rows().payments.length })
  })

  it('takes no more than 250 rows at a time, since whoever calls meanwhile may wait for them', async () => {
    const books = await openWithCustomers()
    const rows: number[] = []
    const counting: Books = {
      ...books,
      record(entry) {
        if (entry.file) rows.push(entry.file.rows.length)
        return books.record(entry)
      },
    }
    const { key } = await uploadText(books, 'transactions', many(1_100))
    const importer = createImporter({ books: counting, now: () => T0, onError: (error) => expect(error).toBeNull() })
    importer.wake()
    await ended(books, key)
    await importer.stop()
    expect(rows).toEqual([250, 250, 250, 250, 100])
  })

  it('takes long rows fewer at a time', async () => {
    const books = await openWithCustomers()
    const sizes: number[] = []
    const weighing: Books = {
      ...books,
      record(entry) {
        if (entry.file) sizes.push(entry.file.bytes.length)
        return books.record(entry)
      },
    }
    const head = 'customer_key,amount,key,metadata\n'
    const rows = Array.from({ length: 40 }, (_, n) => `c1,1,order-${n},"{""x"":""${'x'.repeat(100_000)}""}"\n`)
    const { row } = await importText(weighing, 'transactions', head + rows.join(''))
    expect([row.state, row.total]).toEqual(['done', 40])
    expect(sizes.length).toBeGreaterThan(3)
    expect(Math.max(...sizes)).toBeLessThan(1.2 * 1024 * 1024)
  })

  it('leaves a file that it cannot read to whoever has taken the import over', async () => {
    const books = await openWithCustomers()
    const removed: string[] = []
    const overtaken: Books = {
      ...books,
      importPiece: () => Promise.resolve(null),
      failImport: () => Promise.resolve(false),
      removeImportPieces: (key) => Promise.resolve(void removed.push(key)),
    }
    const { row } = await importText(overtaken, 'transactions', many(10))
    expect([row.state, removed]).toEqual(['running', []])
  })

  it.each([256 * 1024, 256 * 1024 + 1])('reads a file of %d bytes to its last', async (bytes) => {
    const books = await openWithCustomers()
    const text = `${HEAD}c1,5,order-`
    const { row } = await importText(books, 'transactions', `${HEAD}${'\n'.repeat(bytes - text.length)}c1,5,order-`)
    expect([row.state, row.bytes, row.created]).toEqual(['done', bytes, 1])
    expect(books.rows().payments.map(({ givenKey }) => givenKey)).toEqual(['order-'])
  })

  it('fails with the reason where its file is gone', async () => {
    const books = await openWithCustomers()
    const { key } = await uploadText(books, 'transactions', many(10))
    await books.removeImportPieces(key)
    const importer = createImporter({ books, now: () => T0, onError: (error) => expect(error).toBeNull() })
    importer.wake()
    await ended(books, key)
    await importer.stop()
    expect((await outcomeOf(books, key)).row).toMatchObject({
      state: 'failed',
      reason: expect.stringMatching(/import it again/),
    })
  })

  it.each([
    [100, '85 created, 15 failed'],
    [1_000, '856 created, 144 failed'],
  ])('reports the one row that meets a fault of ours, and does all others: of %d', async (rows, done) => {
    const books = await openWithCustomers()
    const faulty: Books = {
      ...books,
      record: (entry) =>
        entry.file?.rows.some(({ fact }) => fact?.kind === 'import.transaction' && fact.key === 'order-61')
          ? Promise.reject(new Error('a bug'))
          : books.record(entry),
    }
    const { counts, errors } = await importText(faulty, 'transactions', many(rows))
    expect([counts, errors.filter((error) => error.includes('see its log'))]).toEqual([
      done,
      [expect.stringMatching(/^63 -: /)],
    ])
  })

  it('sends the next while one is committed, and no more than that', async () => {
    const books = await openWithCustomers()
    let [underWay, most] = [0, 0]
    const counting: Books = {
      ...books,
      async record(entry) {
        if (!entry.file) return books.record(entry)
        most = Math.max(most, ++underWay)
        await new Promise((resolve) => setTimeout(resolve, 5))
        return books.record(entry).finally(() => underWay--)
      },
    }
    const { row } = await importText(counting, 'transactions', many(2_000))
    expect([row.state, row.total, most]).toEqual(['done', 2_000, 2])
  })

  it('sends a stretch again that overtook the one before it', async () => {
    const books = await openWithCustomers()
    const order: number[] = []
    const late: Books = {
      ...books,
      async record(entry) {
        const { file } = entry
        // Every second one is held up until the one behind it was refused.
        if (file && order.push(file.from) % 3 === 1) await new Promise((resolve) => setTimeout(resolve, 20))
        return books.record(entry)
      },
    }
    const { row } = await importText(late, 'transactions', many(2_000))
    expect([row.state, row.total]).toEqual(['done', 2_000])
    expect(new Set(order).size).toBe(9)
    expect(order.length).toBeGreaterThan(9)
  })

  it('leaves nothing behind of a file that is refused, nor of one that is done', async () => {
    const books = await openWithCustomers()
    const key = 'impo_00000000000001'
    const long = `${many(60_000)}${'x'.repeat(300_000)}`
    await expect(uploadText(books, 'transactions', long, { key })).rejects.toThrow(/longer than 256 KiB/)
    expect(await books.importPiece(key, 0)).toBeNull()
    const { row } = await importText(books, 'transactions', many(10))
    expect(await books.importPiece(row.key, 0)).toBeNull()
  })
})

async function ended(books: Books, key: string): Promise<void> {
  for (let n = 0; n < 500; n++) {
    const row = await books.importOf('production', key)
    if (row?.state === 'done' || row?.state === 'failed') return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
