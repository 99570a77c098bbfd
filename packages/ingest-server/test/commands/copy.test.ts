/** `copy`: from a file to PostgreSQL and back, as its users type it. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newCli, type Cli } from '../support/http-cli.ts'
import { newSchema, type TestSchema } from '../support/postgres.ts'

let cli: Cli
let postgres: TestSchema
beforeAll(async () => {
  cli = await newCli()
  postgres = await newSchema()
  await cli.run('keys', 'create')
  await cli.run('partner', 'add', '--email', 'ada@partners.test', '--partner-key', 'ada')
  await cli.run('webhook', 'set', 'stripe', '--secret', 'whsec_1')
})
afterAll(async () => {
  await cli.remove()
  await postgres.drop()
})

const file = (name: string): string => `file:${join(cli.folder, name)}`

interface Copied {
  readonly copied: boolean
  readonly tables: Record<
    string,
    { readonly from: { rows: number; sha256: string }; readonly to: { rows: number; sha256: string } }
  >
}

describe('copy', () => {
  it('moves a file to PostgreSQL and back, and every row is the same', async () => {
    const there = await cli.run('copy', '--from', file('data/partnerstack.db'), '--to', postgres.url, '--json')
    expect([there.code, (there.json as Copied).copied]).toEqual([0, true])
    const back = await cli.run('copy', '--from', postgres.url, '--to', file('back.db'), '--json')
    const { tables } = back.json as Copied
    expect(tables['partners']?.to.rows).toBe(2)
    expect(Object.values(tables).map(({ to }) => to)).toEqual(
      Object.values((there.json as Copied).tables).map(({ from }) => from),
    )
  })

  it('says in words what it did, and what the new server needs', async () => {
    const { code, out } = await cli.run('copy', '--from', file('data/partnerstack.db'), '--to', file('again.db'))
    expect(code).toBe(0)
    expect(out).toMatch(/^same +partners +2 rows, sha256 [0-9a-f]{16}$/m)
    expect(out).toContain('same SECRET_KEY')
  })

  it.each<[string, () => string[], number, RegExp]>([
    [
      'a source that is not there',
      () => ['--from', file('nowhere.db'), '--to', file('x.db')],
      1,
      /nowhere\.db, which is not there/,
    ],
    ['an address that is none', () => ['--from', 'mysql://x', '--to', file('x.db')], 1, /--from must be file:<path>/],
    [
      'a target that holds an installation',
      () => ['--from', file('data/partnerstack.db'), '--to', file('back.db')],
      1,
      /Copy into an empty database/,
    ],
    ['no target', () => ['--from', file('data/partnerstack.db')], 2, /--to <url>/],
  ])('refuses %s', async (_what, args, exit, words) => {
    const { code, err } = await cli.run('copy', ...args())
    expect([code, err]).toEqual([exit, expect.stringMatching(words) as string])
  })
})
