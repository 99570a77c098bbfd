/** `hook list|add|enable|disable|remove|rotate|log|resend`, as they are typed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newCli, type Cli, type Ran } from '../support/http-cli.ts'
import { isSigned, startReceiver } from '../support/webhook-receiver.ts'
import type { Receiver } from '../support/webhook-receiver.ts'

const env = { WEBHOOK_PRIVATE_TARGETS: 'allow', LOG_LEVEL: 'trace' }

interface Hook {
  readonly key: string
  readonly secret: string
  readonly enabled: boolean
}

let cli: Cli
let receiver: Receiver
beforeAll(async () => {
  cli = await newCli()
  receiver = await startReceiver()
})
afterAll(async () => {
  await receiver.close()
  await cli.remove()
})

const run = (...args: string[]): Promise<Ran> => cli.runWith(env, 'hook', ...args, '--json')
const add = async (...args: string[]): Promise<Hook> =>
  (await run('add', '--target', receiver.url, ...args)).json as Hook
const joined = (name: string, mode = 'production'): Promise<Ran> =>
  cli.run('partner', 'add', '--email', `${name}@partners.test`, '--partner-key', name, '--mode', mode)

describe('hook', () => {
  it('says where to begin', async () => {
    expect((await cli.run('hook', 'list')).out).toBe('None yet. See: hook add --help\n')
  })

  it('adds one, shows its secret this once, and lists it in its mode', async () => {
    const { out, err } = await cli.runWith(env, 'hook', 'add', '--target', receiver.url, '--mode', 'test')
    expect(out).toMatch(
      /^hook_\w{14}, test\n {2}target {2}http:.*\n {2}events {2}\*\n {2}state {3}on\n {2}secret {2}whsec_/,
    )
    expect(err).toContain('shown this once')
    const listed = await run('list')
    expect(listed.json).toMatchObject([{ mode: 'test', version: 'v2', events: ['*'], enabled: true }])
    expect(listed.out).not.toContain('whsec_')
    const [{ key }] = listed.json as [Hook]
    expect((await run('remove', key)).json).toEqual({ key, removed: true })
    expect((await run('list')).json).toEqual([])
  })

  it.each([
    [['add'], 2, "required option '--target <url>'"],
    [
      ['add', '--target', 'https://vendor.test/', '--event', 'customer.gone'],
      1,
      "'events' names no event: 'customer.gone'",
    ],
    [['add', '--target', 'ftp://vendor.test/'], 1, "'target' must be an http or https address"],
    [['remove', 'hook_none'], 1, "There is no webhook 'hook_none'. See: hook list"],
    [['log', 'hook_none', '--limit', '0'], 2, 'Not a whole number, 1 or more.'],
    [['log', 'hook_none', '--state', 'lost'], 2, 'Allowed choices are waiting, sent, failed.'],
  ])('refuses %j', async (args, code, said) => {
    const ran = await run(...args)
    expect([ran.code, ran.json]).toEqual([
      code,
      { error: expect.any(String) as string, message: expect.stringContaining(said) as string },
    ])
  })

  it('refuses a target within, unless the operator allows it', async () => {
    const { code, err } = await cli.run('hook', 'add', '--target', 'https://127.0.0.1/', '--mode', 'test')
    expect([code, err]).toEqual([1, expect.stringContaining('WEBHOOK_PRIVATE_TARGETS=allow')])
  })

  it('is told, by a server that runs, of what commands do beside it; shows what was sent, and sends it again', async () => {
    const { key, secret } = await add('--event', 'partnership.created', 'customer_created')
    await joined('ada')
    const waiting = await cli.runWith(env, 'hook', 'log', key)
    expect(waiting.out).toMatch(
      /Z {2}msg_\w{14} {2}partnership\.created part_\w{14}: waiting, 0 tried, not tried yet, next /,
    )

    const server = await cli.serve(env)
    await expect.poll(() => receiver.ids().size, { timeout: 20_000 }).toBe(1)
    await joined('ben')
    await joined('cleo', 'test')
    await expect.poll(() => receiver.ids().size, { timeout: 20_000 }).toBe(2)
    expect(receiver.got.map(({ body }) => body['partner_key'])).toEqual(['ada', 'ben'])
    expect(await isSigned(receiver.got[0]!, secret)).toBe(true)

    const log = async (...more: string[]) =>
      (await run('log', key, ...more)).json as { items: { id: string; state: string }[]; has_more: boolean }
    await expect.poll(async () => (await log('--state', 'sent')).items.length, { timeout: 20_000 }).toBe(2)
    const first = await log('--limit', '1')
    expect([first.items[0]?.id, first.has_more]).toEqual([receiver.got[1]?.id, true])
    const second = await log('--limit', '1', '--after', first.items[0]?.id ?? '')
    expect([second.items[0]?.id, second.has_more]).toEqual([receiver.got[0]?.id, false])

    const rotated = (await run('rotate', key)).json as Hook
    const id = receiver.got[0]?.id ?? ''
    expect((await run('resend', key, id)).json).toEqual({ key, id, resent: 1 })
    await expect.poll(() => receiver.got.length, { timeout: 20_000 }).toBe(3)
    const again = receiver.got[2]!
    expect([again.id, again.text]).toEqual([id, receiver.got[0]?.text])
    expect([await isSigned(again, secret), await isSigned(again, rotated.secret)]).toEqual([true, true])

    expect((await run('resend', key, '--failed')).json).toEqual({ key, resent: 0 })
    expect((await run('resend', key)).json).toMatchObject({
      message: expect.stringContaining('Name a message') as string,
    })
    expect((await run('resend', key, 'msg_none')).json).toMatchObject({ error: 'NOT_FOUND' })

    expect((await run('disable', key)).json).toMatchObject({ enabled: false, disabled_reason: 'switched off by hand' })
    expect((await run('resend', key, id)).json).toMatchObject({
      message: expect.stringContaining('Switch it on first') as string,
    })
    expect((await cli.run('hook', 'list')).out).toContain('state   off: switched off by hand')
    expect((await run('enable', key)).json).toMatchObject({ enabled: true, disabled_reason: null })

    expect(await server.stop()).toBe(0)
    for (const known of [secret, rotated.secret]) expect(server.printed()).not.toContain(known.slice('whsec_'.length))
    await run('remove', key)
  }, 180_000)
})
