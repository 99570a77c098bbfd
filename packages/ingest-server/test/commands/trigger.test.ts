/** `trigger add|list|archive` and `reward list|approve|decline|pay`, as they are typed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newCli, type Cli, type Ran } from '../support/http-cli.ts'

type Item = Record<string, unknown>

let cli: Cli
beforeAll(async () => {
  cli = await newCli()
  await cli.run('partner', 'add', '--email', 'ada@partners.test', '--partner-key', 'ada')
})
afterAll(() => cli.remove())

const run = (...args: string[]): Promise<Ran> => cli.run(...args, '--json')
const listed = async (...args: string[]): Promise<Item[]> => (await run('trigger', 'list', ...args)).json as Item[]

describe('trigger', () => {
  it('adds one with all its conditions, named after what it does, in its mode only', async () => {
    const made = await run(
      ...['trigger', 'add', '--percent', '12.5', '--product', 'pro', 'max', '--within-months', '12'],
      ...['--at-most', '3', '--paid-in', 'eur', '--first-only', '--group', 'default'],
    )
    expect(made.json).toMatchObject({
      ...{ event: 'transaction', reward: { type: 'percent', percent: 12.5 }, test: false, archived: false },
      name: expect.stringContaining("12.5 % of a customer's first payment of product pro, max in EUR within 12 months"),
      conditions: { product_keys: ['pro', 'max'], within_months: 12, at_most: 3, currency: 'EUR', first_only: true },
    })
    const { key } = made.json as Item
    expect((await listed()).map((one) => one['key'])).toContain(key)
    expect((await listed('--mode', 'test')).map((one) => one['key'])).not.toContain(key)
  })

  it('gives a flat amount in the currency of the program, and is archived', async () => {
    const { out } = await cli.run('trigger', 'add', '--event', 'signup', '--amount', '500', '--name', 'Welcome')
    const key = /^(trig_\w{14}) {2}signup {7}Welcome\n$/.exec(out)?.[1] ?? ''
    expect((await listed()).find((one) => one['key'] === key)).toMatchObject({
      reward: { type: 'flat', amount: 500, currency: 'USD' },
    })
    expect((await run('trigger', 'archive', key)).json).toMatchObject({ key, archived: true })
    expect((await listed()).map((one) => one['key'])).not.toContain(key)
    expect((await listed('--archived')).map((one) => one['key'])).toContain(key)
  })

  it.each<[what: string, args: string[], code: number, words: string]>([
    ['without what it gives', ['add'], 1, 'either --percent or --amount'],
    ['with both', ['add', '--percent', '10', '--amount', '5'], 1, 'either --percent or --amount'],
    ['of more than all', ['add', '--percent', '100.5'], 2, 'Not a percentage above 0 and up to 100'],
    ['of a part of nothing', ['add', '--event', 'signup', '--percent', '10'], 1, 'gives a flat amount'],
    ['for a group that is not there', ['add', '--percent', '10', '--group', 'nobody'], 1, "'nobody'"],
    ['that is not there', ['archive', 'trig_nothing'], 1, 'trig_nothing'],
  ])('refuses one %s', async (_what, args, code, words) => {
    const refused = await run('trigger', ...args)
    expect([refused.code, refused.err]).toEqual([code, expect.stringContaining(words)])
  })
})

describe('reward', () => {
  const rewards = async (...args: string[]): Promise<Item[]> =>
    ((await run('reward', 'list', ...args)).json as { items: Item[] }).items

  it('is listed with its partner and state, and moved on by its key', { timeout: 120_000 }, async () => {
    await cli.run('webhook', 'set', 'stripe', '--secret', 'whsec_for_tests')
    const serving = await cli.serve()
    for (const n of [1, 2, 3])
      await cli.runWith(
        { PUBLIC_URL: serving.origin },
        ...['webhook', 'send', 'stripe', 'charge.succeeded', '--customer-key', `c${n}`, '--partner-key', 'ada'],
        ...['--amount', '5000'],
      )
    await serving.stop()
    const before = await rewards()
    const keys = before.map(({ key }) => String(key))
    expect(before.map(({ reward_status: status }) => status)).toEqual(['pending', 'pending', 'pending'])
    const [first = '', second = '', third = ''] = keys

    const { out } = await cli.run('reward', 'approve', first, second)
    expect(out).toMatch(new RegExp(`${first} {2}\\d+ USD to ada for c\\d {2}approved\\n.*${second}.*approved\\n`))
    expect((await run('reward', 'pay', first)).json).toMatchObject({ items: [{ key: first, reward_status: 'paid' }] })
    expect((await run('reward', 'decline', third)).code).toBe(0)
    expect((await rewards('--status', 'approved')).map(({ key }) => key)).toEqual([second])
    expect(await rewards('--partner', 'nobody')).toEqual([])
    const { json } = await run('reward', 'list', '--limit', '1')
    expect(json).toMatchObject({ has_more: true })
    expect((await rewards('--starting-after', first)).map(({ key }) => key)).toEqual([second, third])
  })

  it('that cannot be moved on keeps none of the others back, and says why', async () => {
    const [paid, approved] = (await rewards()).map(({ key }) => String(key))
    const { code, json, err } = await run('reward', 'pay', String(paid), 'rwrd_nothing', String(approved))
    expect(code).toBe(1)
    expect(json).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ key: approved, reward_status: 'paid' })]),
      refused: expect.arrayContaining([expect.objectContaining({ key: 'rwrd_nothing', error: 'REWARD_NOT_FOUND' })]),
    })
    expect(err).toContain('rwrd_nothing')
  })
})
