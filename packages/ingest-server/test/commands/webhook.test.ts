import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newCli, type Cli } from '../support/http-cli.ts'

let cli: Cli
beforeAll(async () => {
  cli = await newCli()
})
afterAll(() => cli.remove())

interface Shown {
  readonly mode: string
  readonly provider: string
  readonly url: string
  readonly secret_set: boolean
  readonly username?: string
  readonly password?: string
}
const listAll = async () => (await cli.run('webhook', 'list', '--json')).json as Shown[]
const listOf = async (provider: string) => (await listAll()).filter((row) => row.provider === provider)
const list = () => listOf('stripe')

describe('webhook', () => {
  it('list gives an address per mode and platform, the same each time, closed at first', async () => {
    const rows = await list()
    expect(rows).toEqual(
      ['production', 'test'].map((mode) => ({
        ...{ mode, provider: 'stripe', secret_set: false },
        url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:8010\/webhooks\/stripe\/[0-9A-Za-z]{32}$/),
      })),
    )
    expect(rows[0]?.url).not.toBe(rows[1]?.url)
    expect(await list()).toEqual(rows)
  })

  it.each(['chargebee', 'recurly'])(
    'list makes a user name and a password for %s, which signs nothing',
    async (name) => {
      const rows = await listOf(name)
      const basic = { username: name, password: expect.stringMatching(/^[0-9A-Za-z]{43}$/) }
      expect(rows).toMatchObject([
        { mode: 'production', ...basic },
        { mode: 'test', ...basic },
      ])
      expect(rows[0]?.password).not.toBe(rows[1]?.password)
      expect(await listOf(name)).toEqual(rows)
    },
  )

  it('list shows no password for platforms that sign', async () => {
    const signing = [...(await listOf('stripe')), ...(await listOf('chargify'))]
    expect(signing.map(({ username, password }) => [username, password])).toEqual(Array(4).fill([undefined, undefined]))
  })

  it('rotate gives another password too', async () => {
    const before = await listOf('recurly')
    expect((await cli.run('webhook', 'rotate', 'recurly')).code).toBe(0)
    const after = await listOf('recurly')
    expect(after[0]?.password).not.toBe(before[0]?.password)
    expect(after[1]).toEqual(before[1])
  })

  it('set keeps the secret of one mode, and shows it nowhere', async () => {
    const { code, json, out } = await cli.run(
      'webhook',
      'set',
      'stripe',
      '--mode',
      'test',
      '--secret',
      'whsec_1',
      '--json',
    )
    expect([code, json]).toMatchObject([0, { mode: 'test', secret_set: true }])
    expect(out).not.toContain('whsec_1')
    expect((await list()).map(({ secret_set }) => secret_set)).toEqual([false, true])
  })

  it('set of another secret says how long the one before stays valid', async () => {
    const { err } = await cli.run('webhook', 'set', 'stripe', '--mode', 'test', '--secret', 'whsec_2')
    expect(err).toContain('24 hours')
  })

  it('set takes what the installation decides', async () => {
    const decided = ['--record-from', 'invoice', '--currency', 'eur', '--refunds', 'archive']
    expect((await cli.run('webhook', 'set', 'stripe', ...decided)).code).toBe(0)
    expect((await cli.run('settings', 'get', 'refunds')).out).toBe('archive\n')
    expect((await cli.run('settings', 'get', 'refunds', '--mode', 'test')).out).toBe('proportional\n')
  })

  it('rotate gives another address to one mode, and keeps the secret', async () => {
    const before = await list()
    const { code, json, err } = await cli.run('webhook', 'rotate', 'stripe', '--mode', 'test', '--json')
    const after = await list()
    expect([code, json]).toEqual([0, after[1]])
    expect(err).toContain('24 hours')
    expect(after[0]).toEqual(before[0])
    expect(after[1]?.url).not.toBe(before[1]?.url)
    expect(after[1]?.secret_set).toBe(true)
  })

  it('list is readable by people too', async () => {
    const { out } = await cli.run('webhook', 'list')
    expect(out).toMatch(
      /^stripe, production\n {2}address {3}http:\S+\n {2}secret {4}none yet: webhook set stripe --secret …$/m,
    )
    expect(out).toMatch(/^chargebee, test\n {2}address {3}http:\S+\n {2}user {6}chargebee\n {2}password {2}\w{43}$/m)
  })
})

describe('settings', () => {
  it('list shows each with its value, default and meaning', async () => {
    await cli.run('settings', 'set', 'window_days', '30', '--mode', 'test')
    const { json } = await cli.run('settings', 'list', '--mode', 'test', '--json')
    expect(json).toContainEqual({ name: 'window_days', value: '30', default: '90', meaning: expect.any(String) })
    expect((await cli.run('settings', 'get', 'window_days', '--json')).json).toMatchObject({ value: '90' })
  })

  it('set keeps one spelling', async () => {
    const { code, json } = await cli.run('settings', 'set', 'currency', 'eur', '--json')
    expect([code, json]).toMatchObject([0, { name: 'currency', value: 'EUR', default: 'USD' }])
  })
})
