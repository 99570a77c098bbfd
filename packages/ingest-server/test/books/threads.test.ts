import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../src/config.ts'
import type { Entry } from '../../src/entry.ts'
import type { Fact } from '../../src/facts.ts'
import type { Books } from '../../src/ledger/books.ts'
import { openBooks } from '../../src/open-books.ts'
import { newSchema } from '../support/postgres.ts'

const partner = (partnerKey: string): Fact => ({
  ...{ kind: 'partner', partnerKey, email: `${partnerKey}@partners.test`, firstName: null, lastName: null },
  ...{ group: null, destination: null },
})
const entry = (facts: Fact[], over: Partial<Entry> = {}): Entry => ({
  mode: 'test',
  at: 1_800_000_000_000,
  facts,
  delivery: null,
  ...over,
})

describe.each([
  ['in this thread', 'file', false],
  ['in threads of their own', 'file', true],
  ['on PostgreSQL', 'url', false],
] as const)('books %s', (_where, kind, threads) => {
  let folder: string
  let database: Database
  let dropSchema: (() => Promise<void>) | null = null
  let books: Books
  const bugs: string[] = []
  const open = (): Promise<Books> =>
    openBooks({
      ...database,
      now: () => 1_800_000_000_000,
      onBug: (_error, what) => bugs.push(what),
      threads,
    })
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'books-'))
    bugs.length = 0
    const schema = kind === 'url' ? await newSchema() : null
    database = schema ? { url: schema.url } : { file: join(folder, 'data', 'books.db') }
    dropSchema = schema && schema.drop
    books = await open()
  })
  afterEach(async () => {
    await books.close()
    await dropSchema?.()
    await rm(folder, { recursive: true, force: true })
  })

  it('keep bytes that are given away as they were, and give them out again and again', async () => {
    const bytes = (): Uint8Array => Uint8Array.from({ length: 300_000 }, (_, n) => n % 251)
    await books.putImportPiece('impo_1', 0, bytes())
    for (const _time of [1, 2]) {
      const kept = await books.importPiece('impo_1', 0)
      expect(Buffer.from(kept ?? []).equals(bytes())).toBe(true)
    }
  })

  it('start with the test partner in test mode, once, and nobody in production', async () => {
    await books.close()
    books = await open()
    expect(await books.partner('test', 'gstest')).toMatchObject({ partnerKey: 'gstest' })
    expect(await books.partner('production', 'gstest')).toBeNull()
  })

  if (kind === 'file') {
    it('leave one file when they are closed, whole by itself, so that a copy of it is a backup', async () => {
      await books.record(entry([partner('ada')]))
      await books.close()
      expect(await readdir(join(folder, 'data'))).toEqual(['books.db'])
      books = await open()
      expect(await books.partner('test', 'ada')).toMatchObject({ partnerKey: 'ada' })
    })
  }

  it('can be read as soon as a record resolves', async () => {
    const { link } = await books.record(entry([partner('ada')]))
    expect(link?.link.path).toBe('ada')
    expect(await books.link('ada')).toEqual(link)
  })

  it('answer many callers at once, each with its own', async () => {
    const names = Array.from({ length: 200 }, (_, n) => `p${n}`)
    const receipts = await Promise.all(names.map((name) => books.record(entry([partner(name)]))))
    expect(receipts.map(({ link }) => link?.link.partnerKey)).toEqual(names)
  })

  it('pass an error on with its code and words', async () => {
    await books.record(entry([partner('ada')]))
    await expect(books.record(entry([partner('ada')]))).rejects.toMatchObject({
      name: 'AppError',
      code: 'KEY_TAKEN',
      status: 409,
      message: expect.stringContaining("'ada'") as string,
    })
    await expect(
      books.transactions({ mode: 'test', limit: 1, orderBy: 'created_at', startingAfter: 'x' }),
    ).rejects.toMatchObject({ code: 'UNKNOWN_CURSOR' })
  })

  it('keep a delivery they could not work as failed, tell its bug, and leave the others of its batch alone', async () => {
    const broken = { kind: 'unheard-of' } as unknown as Fact
    const unsavable = { ...partner('eve'), email: null } as unknown as Fact
    const delivery = (eventId: string) => ({
      provider: 'stripe',
      account: '',
      eventId,
      type: 'x',
      body: new Uint8Array([7]),
      headers: {},
      verdict: null,
    })
    const [good, bad, worse] = await Promise.all([
      books.record(entry([partner('bob')])),
      books.record(entry([broken], { delivery: delivery('evt_1') })),
      books.record(entry([unsavable], { delivery: delivery('evt_2') })),
    ])
    expect(good.link?.link.path).toBe('bob')
    expect([bad.delivery?.state, worse.delivery?.state]).toEqual(['failed', 'failed'])
    expect(bugs.length).toBeGreaterThan(0)
    const kept = await books.delivery(worse.delivery?.key ?? '')
    expect(kept).toMatchObject({ state: 'failed', attempts: 1 })
    expect(Buffer.from((await books.deliveryBody(kept?.key ?? '')) ?? [])).toEqual(Buffer.from([7]))
  })

  it('work a failed delivery again when its event comes again, and then never more', async () => {
    const delivery = {
      provider: 'stripe',
      account: '',
      eventId: 'evt_1',
      type: 'x',
      body: new Uint8Array([7]),
      headers: {},
      verdict: null,
    }
    const bad = await books.record(entry([{ kind: 'unheard-of' } as unknown as Fact], { delivery }))
    const again = await books.record(entry([partner('ada')], { delivery }))
    expect(again.delivery).toMatchObject({ key: bad.delivery?.key, state: 'applied' })
    const third = await books.record(entry([partner('ada')], { delivery }))
    expect(third.delivery).toMatchObject({ key: bad.delivery?.key, state: 'duplicate' })
    expect(await books.delivery(bad.delivery?.key ?? '')).toMatchObject({ state: 'applied', attempts: 2 })
  })

  it('finish, when they are closed, what they were asked before', async () => {
    const other = await open()
    const names = Array.from({ length: 300 }, (_, n) => `last${n}`)
    const asked = Promise.all(names.map((name) => other.record(entry([partner(name)]))))
    await Promise.all([asked, other.close()])
    expect(await books.partner('test', 'last299')).toMatchObject({ partnerKey: 'last299' })
  })

  it('refuse the next caller in words once they are closed', async () => {
    const other = await open()
    await other.close()
    await expect(other.record(entry([partner('late')]))).rejects.toThrow()
  })
})
