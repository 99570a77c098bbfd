/** `import` and `export`, as their users type them. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newCli, type Cli } from '../support/http-cli.ts'

let cli: Cli
const write = (name: string, text: string): Promise<void> => writeFile(join(cli.folder, name), text)
const read = (name: string): Promise<string> => readFile(join(cli.folder, name), 'utf8')
beforeAll(async () => {
  cli = await newCli()
  await write('partners.csv', 'email,partner_key,first_name\nada@x.test,ada,Ada\n')
  await write('customers.csv', 'customer_key,email,partner_key,plan\nc1,c1@x.test,ada,pro\nc2,c2@x.test,ada,\n')
  await write('transactions.csv', 'customer_key,amount,key\nc1,49.00,order-1\nc9,1.00,order-2\n')
})
afterAll(() => cli.remove())

describe('import', () => {
  it('takes files in their order, and says what became of each', async () => {
    const partners = await cli.run('import', 'partners', 'partners.csv')
    expect([partners.code, partners.out]).toEqual([0, '1 partners: 1 created, 0 updated, 0 unchanged, 0 refused\n'])
    const customers = await cli.run('import', 'customers', 'customers.csv', '--json')
    expect(customers.json).toMatchObject({
      state: 'done',
      created: 2,
      file_name: 'customers.csv',
      actor: 'command line',
    })
  })

  it('shows what it refused, and writes it to be mended', async () => {
    const tried = await cli.run('import', 'transactions', 'transactions.csv', '--amount-unit', 'major', '--dry-run')
    expect(tried.out).toMatch(/^2 transactions: 1 created, .*1 refused \(only tried: nothing was changed\)$/m)
    const done = await cli.run(
      'import',
      'transactions',
      'transactions.csv',
      '--amount-unit',
      'major',
      '--errors',
      'rejects.csv',
    )
    expect([done.code, done.err]).toEqual([0, expect.stringContaining('What was refused is in rejects.csv') as string])
    expect(done.out).toContain("line 3, customer_key 'c9': There is no customer 'c9' here.")
    expect(await read('rejects.csv')).toMatch(/^customer_key,amount,key,error\r\nc9,1.00,order-2,customer_key: /)
    const again = await cli.run('import', 'transactions', 'transactions.csv', '--amount-unit', 'major', '--json')
    expect(again.json).toMatchObject({ created: 0, unchanged: 1, failed: 1 })
  })

  it.each<[string, string[], number, RegExp]>([
    ['a file that is not there', ['partners', 'nowhere.csv'], 1, /nowhere\.csv cannot be read/],
    ['a header that does not fit', ['rewards', 'partners.csv'], 1, /Missing: 'amount' and 'description'/],
    ['a kind that there is not', ['leads', 'partners.csv'], 2, /'leads' is none of partners, customers/],
    ['no file', ['partners'], 2, /missing required argument 'file'/],
    [
      'a unit that there is not',
      ['partners', 'partners.csv', '--amount-unit', 'cents'],
      2,
      /Allowed choices are minor, major/,
    ],
    ['a restore of no full export', ['partners.csv', '--restore', '--mode', 'test'], 1, /no full export/],
    ['a restore into a mode that holds something', ['full.ndjson', '--restore'], 1, /This mode holds .*partners/],
  ])('refuses %s', async (_what, args, exit, words) => {
    await write('full.ndjson', '{"table":"groups"}\n')
    const { code, err } = await cli.run('import', ...args)
    expect([code, err]).toEqual([exit, expect.stringMatching(words) as string])
  })
})

describe('export', () => {
  it('gives one kind as a table, or everything to restore elsewhere to the byte', async () => {
    const { out: table } = await cli.run('export', 'customers')
    expect(table.split('\r\n')[1]).toMatch(/^c1,c1@x\.test,,ada,,[\dT:.Z-]+,"\{""plan"":""pro""\}",cus_/)
    const { out: full } = await cli.run('export', '--full')
    await write('everything.ndjson', full)
    const elsewhere = { DATABASE_URL: `file:${join(cli.folder, 'other', 'books.db')}` }
    // A server has begun there.
    await cli.runWith(elsewhere, 'settings', 'list')
    const restored = await cli.runWith(elsewhere, 'import', 'everything.ndjson', '--restore', '--json')
    expect(restored.json).toEqual({ restored: full.trimEnd().split('\n').length, mode: 'production' })
    expect((await cli.runWith(elsewhere, 'export', '--full')).out).toBe(full)
    expect((await cli.runWith(elsewhere, 'export', 'customers')).out).toBe(table)
  })

  it.each<[string, string[], number, RegExp]>([
    ['nothing', [], 2, /name one of partners, .*or ask for --full/],
    ['a kind that there is not', ['secrets'], 2, /Allowed choices are partners/],
    ['a format that there is not', ['partners', '--format', 'xlsx'], 2, /Allowed choices are csv, ndjson/],
  ])('refuses %s', async (_what, args, exit, words) => {
    const { code, err } = await cli.run('export', ...args)
    expect([code, err]).toEqual([exit, expect.stringMatching(words) as string])
  })

  it('of a database that is not there makes none', async () => {
    const { code, err } = await cli.runWith({ DATABASE_URL: 'file:nowhere/books.db' }, 'export', 'partners')
    expect([code, err]).toEqual([1, expect.stringMatching(/which is not there/) as string])
  })
})
