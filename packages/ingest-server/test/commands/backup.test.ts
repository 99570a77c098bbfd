/** `backup` and `restore` as they are typed, also while the server runs and takes what comes. */
import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sumsOf } from '../../src/moving/copy.ts'
import { openStore } from '../../src/open-books.ts'
import { newCli, type Cli, type Serving } from '../support/http-cli.ts'
import { newHere, type Here } from '../support/machine.ts'
import { newSchema, type TestSchema } from '../support/postgres.ts'

const KEY = Buffer.alloc(32, 3).toString('base64')

interface Made {
  readonly tables: Readonly<Record<string, { readonly rows: number; readonly sha256: string }>>
}

describe.each([
  ['SQLite', 'PostgreSQL'],
  ['PostgreSQL', 'SQLite'],
])('a backup from %s, beside a server that runs', (from, onto) => {
  let cli: Cli
  let schemas: TestSchema[] = []
  let server: Serving
  let headers: Record<string, string>
  let posting = true
  let before = 0
  let made: Made
  const kept: string[] = []
  const environment = async (engine: string, name: string): Promise<Record<string, string>> => {
    const schema = engine === 'SQLite' ? null : await newSchema()
    if (schema) schemas = [...schemas, schema]
    return { SECRET_KEY: KEY, API_LIMIT: '0', DATABASE_URL: schema?.url ?? `file:${join(cli.folder, name)}` }
  }
  const call = (path: string, body: object): Promise<Response> =>
    fetch(`${server.origin}/api/v2${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  async function post(caller: number): Promise<void> {
    for (let n = 0; posting; n++) {
      const name = `c${caller}-${n}`
      const customer = { customer_key: name, email: `${name}@shop.test`, partner_key: 'ada' }
      expect((await call('/customers', customer)).status).toBe(200)
      kept.push(name)
    }
  }
  beforeAll(async () => {
    cli = await newCli()
    const env = await environment(from, 'books.db')
    const key = (await cli.runWith(env, 'keys', 'create', '--json')).json as Record<string, string>
    headers = { authorization: `Basic ${btoa(`${key['public_key']}:${key['secret_key']}`)}` }
    server = await cli.serve(env)
    await call('/partnerships', { email: 'ada@partners.test', partner_key: 'ada' })
    const posts = Array.from({ length: 4 }, (_, caller) => post(caller))
    await vi.waitUntil(() => kept.length > 20, { timeout: 20_000 })
    before = kept.length
    made = (await cli.runWith(env, 'backup', 'backup.db', '--json')).json as Made
    posting = false
    await Promise.all(posts)
  })
  afterAll(async () => {
    await server.stop()
    await cli.remove()
    for (const schema of schemas) await schema.drop()
  })

  it('holds all that was promised when it began, and the server went on', () => {
    expect(made.tables['customers']?.rows).toBeGreaterThanOrEqual(before)
    expect(kept.length).toBeGreaterThan(before)
  })

  it('is one file, for its owner to read', async () => {
    expect((await stat(join(cli.folder, 'backup.db'))).mode & 0o777).toBe(0o600)
    for (const suffix of ['-wal', '-shm', '-journal', '.partial'])
      await expect(stat(join(cli.folder, `backup.db${suffix}`))).rejects.toThrow('ENOENT')
  })

  it(`comes back on ${onto}, the same by every checksum, and serves`, async () => {
    const env = await environment(onto, 'restored/books.db')
    const { code, json, err } = await cli.runWith(env, 'restore', 'backup.db', '--json')
    expect([code, json]).toMatchObject([0, { restored: true, tables: made.tables, secret_key: 'fits' }])
    expect(err).toContain('SECRET_KEY is the one')
    const url = env['DATABASE_URL'] ?? ''
    const store = await openStore(url.startsWith('file:') ? { file: url.slice('file:'.length) } : { url })
    expect(await sumsOf(store)).toEqual(made.tables)
    await store.close()
    const restored = await cli.serve(env)
    expect((await fetch(`${restored.origin}/api/v2/customers/${kept[0]}`, { headers })).status).toBe(200)
    expect(await restored.stop()).toBe(0)
  })
})

describe('backup and restore', () => {
  let here: Here
  const onto = (name: string, more = {}): Record<string, string> => ({ DATABASE_URL: `file:${here.at(name)}`, ...more })
  beforeAll(async () => {
    here = await newHere()
    await here.run({}, 'webhook', 'set', 'stripe', '--secret', 'whsec_1')
    expect((await here.run({}, 'backup', here.at('good.db'))).code).toBe(0)
  })
  afterAll(() => here.remove())

  it('say in words what was done, and what is no part of it', async () => {
    const { code, out, err } = await here.run({}, 'backup', here.at('words.db'))
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(
        /^\S*words\.db: 0\.5 MB, \d+ rows as of \S+Z, compared with the database row by row \(\d+\.\d s\)$/,
      ),
    ])
    expect(err).toContain(`SECRET_KEY is no part of it (in secret.key beside ${here.at('books.db')})`)
    const back = await here.run(onto('words/books.db'), 'restore', here.at('words.db'))
    expect(back.out).toMatch(/^\d+ rows are back, as of \S+Z, and compared \(\d+\.\d s\)$/)
    expect(back.err).toContain('SECRET_KEY is not here yet: put secret.key beside the database')
  })

  it('tell a SECRET_KEY that is another', async () => {
    const { code, json } = await here.run(
      onto('other/books.db', { SECRET_KEY: KEY }),
      'restore',
      here.at('good.db'),
      '--json',
    )
    expect([code, json]).toMatchObject([0, { secret_key: 'differs' }])
  })

  it.each<[string, string, string, RegExp]>([
    ['a file that is there', 'backup', 'good.db', /good\.db is there already\. Name a new file/],
    ['a folder that is not there', 'backup', 'nowhere/x.db', /nowhere\/x\.db\.partial cannot be written: ENOENT/],
    ['to take back nothing', 'restore', 'nothing.db', /nothing\.db is not there, or empty/],
    ['to take back over what is there', 'restore', 'good.db', /books\.db is there already\. Stop the server and move/],
  ])('refuse %s', async (_what, command, file, words) => {
    const { code, err, out } = await here.run({}, command, here.at(file))
    expect([code, out, err]).toEqual([1, '', expect.stringMatching(words)])
  })

  it('refuse a PostgreSQL database that holds something', async () => {
    const schema = await newSchema()
    const env = { DATABASE_URL: schema.url, SECRET_KEY: KEY }
    await here.run(env, 'keys', 'create')
    const { code, err } = await here.run(env, 'restore', here.at('good.db'))
    expect([code, err]).toEqual([1, expect.stringContaining('The target holds apiKeys already') as string])
    await schema.drop()
  })

  it.each<[string, () => Promise<Buffer>, RegExp]>([
    [
      'what is no database',
      async () => Buffer.from('hello '.repeat(1_000)),
      /bad\.db is no backup: it is no SQLite file/,
    ],
    ['a database of its own', () => readFile(here.at('books.db')), /This database is no backup/],
    [
      'half a backup',
      async () => (await readFile(here.at('good.db'))).subarray(0, 100_000),
      /bad\.db is damaged|no SQLite file/,
    ],
    [
      'a backup of a newer program',
      async () => {
        const bytes = await readFile(here.at('good.db'))
        bytes.writeUInt32BE(9_999, 60) // where SQLite keeps `user_version`
        return bytes
      },
      /written by a newer version/,
    ],
  ])('refuse %s, and leave nothing behind', async (_what, make, words) => {
    await writeFile(here.at('bad.db'), await make())
    await chmod(here.at('bad.db'), 0o400)
    const { code, err } = await here.run(onto('left/books.db'), 'restore', here.at('bad.db'))
    expect([code, err]).toEqual([1, expect.stringMatching(words)])
    for (const name of ['left/books.db', 'left/books.db.restoring', 'left/books.db.restoring-wal'])
      await expect(stat(here.at(name))).rejects.toThrow('ENOENT')
    await chmod(here.at('bad.db'), 0o600)
  })
})
