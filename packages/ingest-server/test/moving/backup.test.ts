/** Backups: one moment of everything while others write, the same in the end, and nothing taken back that is not whole. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { backUp, copyBackup, openBackup, type Manifest } from '../../src/moving/backup.ts'
import { MANIFEST, sumsOf } from '../../src/moving/copy.ts'
import { fileProblems, openStore } from '../../src/open-books.ts'
import { MIGRATIONS } from '../../src/store/sqlite/migrations.ts'
import type { Store } from '../../src/store/store.ts'
import { TABLE_NAMES } from '../../src/store/table-order.ts'
import { CUSTOMERS, fill } from '../support/filled-store.ts'
import { newSchema } from '../support/postgres.ts'
import { changes, customerRow } from '../support/rows.ts'

const AT = 1_800_000_000_000

async function customerKeys(store: Store): Promise<string[]> {
  const rows = await store.dump('customers', null, 100_000)
  return rows.map(({ row }) => (row as { customerKey: string }).customerKey)
}

describe.each(['sqlite', 'postgres'] as const)('a backup from %s', (engine) => {
  let folder: string
  let store: Store
  let dropped: (() => Promise<void>)[]
  const path = (name: string): string => join(folder, name)
  const fresh = async (kind: 'sqlite' | 'postgres', name: string): Promise<Store> => {
    if (kind === 'sqlite') return openStore({ file: path(name) })
    const { url, drop } = await newSchema()
    dropped.push(drop)
    return openStore({ url })
  }
  const take = (name = 'backup.db', over: Partial<Parameters<typeof backUp>[1]> = {}): Promise<Manifest> =>
    backUp(store, {
      file: path(name),
      openFile: (file) => openStore({ file }),
      now: () => AT,
      onProgress: () => undefined,
      onComparing: () => undefined,
      ...over,
    })
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'backup-'))
    dropped = []
    store = await fresh(engine, 'source.db')
    await fill(store)
  })
  afterAll(async () => {
    await store.close()
    for (const drop of dropped) await drop()
    await rm(folder, { recursive: true, force: true })
  })
  afterEach(() => rm(path('backup.db'), { force: true }))

  it('has every row of every table, says so itself, and is sound', async () => {
    const manifest = await take()
    expect(manifest).toEqual({ at: AT, engine, schema: MIGRATIONS.length, tables: await sumsOf(store) })
    for (const name of TABLE_NAMES) expect(manifest.tables[name].rows, name).toBeGreaterThan(0)
    expect(manifest.tables.customers.rows).toBe(CUSTOMERS)
    expect(await fileProblems(path('backup.db'))).toEqual([])
    const copy = await openStore({ file: path('backup.db') })
    expect(await sumsOf(copy)).toEqual(manifest.tables)
    await copy.close()
    expect(await store.settings('production')).toEqual({ currency: 'EUR' })
  })

  it.each(['sqlite', 'postgres'] as const)('is the same again on %s, its figures included', async (kind) => {
    const { tables } = await take()
    const copy = await openStore({ file: path('backup.db') })
    const to = await fresh(kind, 'restored.db')
    try {
      expect((await openBackup(copy, MIGRATIONS.length)).tables).toEqual(tables)
      expect(await copyBackup(copy, to, () => undefined)).toEqual(tables)
      expect(await to.settings('production')).toEqual({ currency: 'EUR' })
      for (const mode of ['production', 'test'] as const) await store.recount(mode)
      expect(await to.dump('rollups', null, 1_000)).toEqual(await store.dump('rollups', null, 1_000))
    } finally {
      await copy.close()
      await to.close()
    }
  })

  it('is none where it is not the same as its source', async () => {
    const meddle = async (file: string): Promise<Store> => {
      const copy = await openStore({ file })
      return { ...copy, dump: async (...asked) => (await copy.dump(...asked)).slice(asked[0] === 'rewards' ? 1 : 0) }
    }
    await expect(take('backup.db', { openFile: meddle })).rejects.toThrow(
      'the backup is not the same as the database: rewards',
    )
  })

  it('is of one moment: what others write meanwhile is in it as a whole or not at all', async () => {
    let over = false
    let written = 0
    const write = async (): Promise<void> => {
      while (!over) {
        const pair = ['a', 'z'].map((side) => `${side}${String(written).padStart(6, '0')}`)
        const customers = pair.map((key) => customerRow({ key: `cus_${key}`, customerKey: key, emailKey: null }))
        await store.atomically((tx) => tx.save(changes({ customers })))
        written++
        await turn() // SQLite works at once: without a pause nobody else's turn would come
      }
    }
    const writing = write()
    await expect.poll(() => written).toBeGreaterThan(3)
    const before = written
    let late: Promise<unknown> | null = null
    await take('backup.db', {
      // The moment has begun: what is written from here on is not in it.
      now: () => {
        const customers = [customerRow({ key: 'cus_late', customerKey: 'late', emailKey: null })]
        late = store.atomically((tx) => tx.save(changes({ customers })))
        return AT
      },
      // Before the two are compared others write too, however quickly the pages were copied.
      openFile: async (file) => {
        const copied = written
        await expect.poll(() => written, { message: 'writers go on meanwhile' }).toBeGreaterThan(copied)
        return openStore({ file })
      },
    })
    over = true
    await Promise.all([writing, late])
    const copy = await openStore({ file: path('backup.db') })
    const found = await customerKeys(copy)
    await copy.close()
    const side = (name: string): string[] =>
      found
        .filter((key) => new RegExp(`^${name}\\d{6}$`).test(key))
        .map((key) => key.slice(1))
        .sort()
    expect(side('a')).toEqual(side('z'))
    expect(side('a')).toEqual(Array.from({ length: side('a').length }, (_, n) => String(n).padStart(6, '0')))
    expect(side('a').length).toBeGreaterThanOrEqual(before)
    expect(await customerKeys(store)).toContain('late')
    expect(found).not.toContain('late')
  })
})

describe('a backup that was made before', () => {
  let folder: string
  let copy: Store | null = null
  const file = (): string => join(folder, 'backup.db')
  const open = async (): Promise<Store> => (copy = await openStore({ file: file() }))
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'backup-'))
    const store = await openStore({ file: join(folder, 'source.db') })
    await fill(store)
    await backUp(store, {
      ...{ file: file(), openFile: (path) => openStore({ file: path }), now: () => AT },
      ...{ onProgress: () => undefined, onComparing: () => undefined },
    })
    await store.close()
  })
  afterEach(async () => {
    await copy?.close()
    copy = null
    await rm(folder, { recursive: true, force: true })
  })

  it('is not taken back where a byte of a row has changed, though the file looks sound', async () => {
    const bytes = await readFile(file())
    const at = bytes.indexOf('c17@shop.test')
    expect(at).toBeGreaterThan(0)
    for (let n = at; n > 0; n = bytes.indexOf('c17@shop.test', n + 1)) bytes.write('c18', n)
    await writeFile(file(), bytes)
    await expect(openBackup(await open(), MIGRATIONS.length)).rejects.toMatchObject({
      code: 'UNREADABLE_FILE',
      message: 'The backup is not whole: customers are not as they were when it was made.',
    })
  })

  it('of an older schema is counted: what its rows look like may have changed', async () => {
    const old = { at: AT, engine: 'sqlite', schema: MIGRATIONS.length - 1 }
    const store = await open()
    const tables = await sumsOf(store)
    const put = (rows: number) => {
      const customers = { rows, sha256: 'of another time' }
      const value = JSON.stringify({ ...old, tables: { ...tables, customers } })
      return store.putSetting({ mode: 'production', name: MANIFEST, value })
    }
    await put(CUSTOMERS)
    expect(await openBackup(store, MIGRATIONS.length - 1)).toMatchObject(old)
    expect(await store.settings('production')).toEqual({ currency: 'EUR' })
    await put(CUSTOMERS + 1)
    await expect(openBackup(store, MIGRATIONS.length - 1)).rejects.toThrow('not whole: customers are not')
  })

  it('is told from a database that is none', async () => {
    copy = await openStore({ file: join(folder, 'source.db') })
    await expect(openBackup(copy, MIGRATIONS.length)).rejects.toThrow(/This database is no backup/)
  })
})
