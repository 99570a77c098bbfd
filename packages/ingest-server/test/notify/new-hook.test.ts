/** What a hook may be: where it may lead, what it may be told, and what its secret is like. */
import { describe, expect, it } from 'vitest'
import { EVENTS } from '../../src/ledger/events.ts'
import { editedHook, eventsOf, newHook, rotatedHook } from '../../src/notify/new-hook.ts'
import type { HookDeps, HookWish } from '../../src/notify/new-hook.ts'
import type { Lookup } from '../../src/notify/target.ts'
import { createVault } from '../../src/secrets.ts'
import { DAY, T0 } from '../support/ledger.ts'

const vault = createVault(Buffer.alloc(32, 7))
const names: Record<string, readonly string[]> = {
  'vendor.test': ['8.8.8.8'],
  'inside.test': ['10.0.0.8'],
  'metadata.google.internal': ['169.254.169.254'],
  'both.test': ['8.8.8.8', '127.0.0.1'],
  'six.test': ['::ffff:127.0.0.1'],
}
const lookup: Lookup = async (host) => {
  const found = names[host]
  if (!found) throw new Error('ENOTFOUND')
  return found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
}
const deps = (over: Partial<HookDeps['rules']> = {}, now = T0): HookDeps => ({
  ...{ vault, now: () => now, rules: { privateTargets: false, lookup, ...over } },
})
const wish = (over: Partial<HookWish> = {}): HookWish => ({
  ...{ mode: 'production', style: 'v2', target: 'https://vendor.test/hook', events: ['*'], ...over },
})

describe('a target', () => {
  it.each([
    ['https://vendor.test/hook?place=1', 'https://vendor.test/hook?place=1'],
    ['HTTPS://Vendor.TEST', 'https://vendor.test/'],
    ['https://8.8.8.8:8443/x', 'https://8.8.8.8:8443/x'],
    ['https://[2606:4700::1]/', 'https://[2606:4700::1]/'],
    ['https://not-there-yet.test/', 'https://not-there-yet.test/'],
  ])('may be %s', async (target, kept) => {
    expect((await newHook(wish({ target }), deps())).row.target).toBe(kept)
  })

  const inward = /^'target' must be an address of the public internet\. .* WEBHOOK_PRIVATE_TARGETS=allow$/
  it.each([
    ['vendor.test/hook', /^'target' must be an http or https address$/],
    ['ftp://vendor.test/', /must be an http or https address/],
    ['javascript:alert(1)', /must be an http or https address/],
    ['file:///etc/passwd', /must be an http or https address/],
    ['', /must be an http or https address/],
    [`https://vendor.test/${'x'.repeat(2_048)}`, /must be at most 2048 characters/],
    ['https://user:pass@vendor.test/', /must not hold a user name or a password/],
    ['https://user@vendor.test/', /must not hold a user name or a password/],
    ['http://vendor.test/', /must be an https address in production/],
    ['https://127.0.0.1/', inward],
    ['https://127.1/', inward],
    ['https://0x7f.1/', inward],
    ['https://2130706433/', inward],
    ['https://017700000001/', inward],
    ['https://[::1]/', inward],
    ['https://[::ffff:169.254.169.254]/', inward],
    ['https://①②⑦.0.0.1/', inward],
    ['https://inside.test/', inward],
    ['https://metadata.google.internal/', inward],
    ['https://both.test/', inward],
    ['https://six.test/', inward],
  ])('may not be %s', async (target, problem) => {
    const refused = newHook(wish({ target }), deps())
    await expect(refused).rejects.toThrow(problem)
    await expect(refused).rejects.toMatchObject({ code: 'INVALID_FIELD', status: 400 })
  })

  it('may do without https in test mode, and may not lead inwards there either', async () => {
    expect((await newHook(wish({ mode: 'test', target: 'http://vendor.test/' }), deps())).row.mode).toBe('test')
    await expect(newHook(wish({ mode: 'test', target: 'http://inside.test/' }), deps())).rejects.toThrow('public')
  })

  it.each(['http://127.0.0.1:8020/hook', 'https://inside.test/'])(
    'may be %s where the operator allows it',
    async (target) => {
      expect((await newHook(wish({ target }), deps({ privateTargets: true }))).row.target).toBe(target)
    },
  )

  it('is called what the version calls it', async () => {
    await expect(newHook(wish({ style: 'v1', target: 'x' }), deps())).rejects.toThrow("'target_url' must be")
  })

  it('whose name answers too late is not waited for', async () => {
    const slow: Lookup = () => new Promise(() => undefined)
    const begun = performance.now()
    expect((await newHook(wish(), deps({ lookup: slow }))).row.target).toBe('https://vendor.test/hook')
    expect(performance.now() - begun).toBeLessThan(15_000)
  })
})

describe('events', () => {
  it.each([
    [['customer.created'], ['customer.created']],
    [['customer_created', 'customer.created'], ['customer.created']],
    [
      ['reward_updated', 'transaction.deleted'],
      ['reward.updated', 'transaction.deleted'],
    ],
    [['customer.created', '*'], ['*']],
    [[...EVENTS], [...EVENTS]],
    [EVENTS.map((event) => event.replace('.', '_')), [...EVENTS]],
  ])('are taken in both spellings: %j', (given, kept) => {
    expect(eventsOf(given, 'v2')).toEqual(kept)
    expect(eventsOf(given, 'v1')).toEqual(kept)
  })

  it.each([
    ['customer'],
    ['customer-created'],
    ['customer.archived'],
    ['reward.deleted'],
    [''],
    ['**'],
    ['customer_._created'],
  ])('are never %j', (event) => {
    expect(() => eventsOf([event], 'v2')).toThrow(/^'events' names no event: .* Known are \*, partnership\.created, /)
    expect(() => eventsOf([event], 'v1')).toThrow(/^'event' names no event: .* Known are \*, partnership_created, /)
  })

  it('are at least one', () => {
    expect(() => eventsOf([], 'v2')).toThrow("'events' must name one event")
  })
})

describe('a secret', () => {
  it('is 32 random bytes as Standard Webhooks spells them, kept encrypted, and another one each time', async () => {
    const [one, other] = [await newHook(wish(), deps()), await newHook(wish(), deps())]
    expect(one.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(one.secret).not.toBe(other.secret)
    expect(JSON.stringify(one.row)).not.toContain(one.secret.slice(6))
    expect(vault.open(one.row.secrets[0]?.sealed ?? '')).toBe(one.secret)
    expect(one.row).toMatchObject({ enabled: true, createdAt: T0, updatedAt: T0 })
    expect(one.row.key).toMatch(/^hook_[0-9A-Za-z]{14}$/)
  })

  it('that is followed by another stands for a day, however often it is followed', async () => {
    const first = await newHook(wish(), deps())
    const second = rotatedHook(first.row, deps({}, T0 + 1))
    const third = rotatedHook(second.row, deps({}, T0 + 2))
    expect(third.row.secrets.map(({ sealed, until }) => [vault.open(sealed), until])).toEqual([
      [third.secret, null],
      [second.secret, T0 + 2 + DAY],
      [first.secret, T0 + 1 + DAY],
    ])
    const later = rotatedHook(third.row, deps({}, T0 + 2 + DAY))
    expect(later.row.secrets.map(({ sealed }) => vault.open(sealed))).toEqual([later.secret, third.secret])
  })
})

describe('an edit', () => {
  const off = { enabled: false, disabledReason: 'it is gone', failingSince: T0 } as const
  it.each([
    ['another target', {}, { target: 'https://8.8.4.4/x' }, { target: 'https://8.8.4.4/x' }],
    ['other events', {}, { events: ['customer_deleted'] }, { events: ['customer.deleted'] }],
    ['switched off', {}, { enabled: false }, { enabled: false, disabledReason: 'switched off by hand' }],
    ['switched off again, for the reason it was', off, { enabled: false }, { ...off }],
    [
      'switched on, and failing only since then',
      off,
      { enabled: true },
      { enabled: true, disabledReason: null, failingSince: T0 + DAY },
    ],
    [
      'on as it was, and failing as it did',
      { failingSince: T0 },
      { enabled: true },
      { enabled: true, failingSince: T0 },
    ],
    ['nothing but its time', {}, {}, {}],
  ])('makes it have %s', async (_what, before, edit, after) => {
    const { row } = await newHook(wish(), deps())
    const standing = { ...row, ...before }
    expect(await editedHook(standing, edit, deps({}, T0 + DAY))).toEqual({ ...standing, ...after, updatedAt: T0 + DAY })
  })

  it('may not lead inwards, nor name an unknown event', async () => {
    const { row } = await newHook(wish(), deps())
    await expect(editedHook(row, { target: 'https://inside.test/' }, deps())).rejects.toThrow('public internet')
    await expect(editedHook(row, { events: ['x'] }, deps())).rejects.toThrow('names no event')
  })
})
