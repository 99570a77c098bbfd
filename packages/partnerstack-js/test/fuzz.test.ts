// Any page on earth: whatever its URL, its cookies and its globals, no exception may reach it.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { script } from './support/build.ts'
import { loader, openPage, PUBLIC_KEY } from './support/page.ts'
import type { Page } from './support/page.ts'

const reserved = fc.constantFrom(
  'gspk',
  'ps_partner_key',
  'gsxid',
  'ps_xid',
  'gspid',
  'pscd',
  '__proto__',
  'constructor',
)
const text = fc.string({ unit: 'binary', maxLength: 40 })
const search = fc
  .array(fc.tuple(fc.oneof(reserved, text), fc.oneof(text, fc.base64String({ maxLength: 40 }))), { maxLength: 6 })
  .map((pairs) => '?' + pairs.map(([name, value]) => `${name}=${value}`).join('&'))
const cookies = fc.array(
  fc.tuple(
    fc.oneof(fc.constantFrom('growSumoPartnerKey', 'ps_partner_key', 'gsxid', 'ps_xid', 'growsumo'), text),
    fc.oneof(text, fc.constant('%')),
  ),
  { maxLength: 6 },
)
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSparseArray: true,
})
const standing = fc.oneof(
  anything,
  fc.record({ q: anything, data: anything, _v: fc.constant(undefined) }),
  fc.record({
    q: fc.array(
      fc.oneof(anything, fc.tuple(fc.constantFrom('_initialize', 'createSignup', '_spk', 'data', 'q'), anything)),
    ),
  }),
)

describe.each(['partnerstack.min.js', 'partnerstack.more.min.js'])('%s', (name) => {
  let page: Page
  const code = script(name)
  beforeAll(async () => {
    page = await openPage({ html: '' })
  })
  afterAll(() => page.window.close())

  /** As if the page were a new one: no object of ours, no watch on its history. */
  function renew(): void {
    const { window } = page
    window.growsumo = window.partnerstack = null
    for (const name of ['pushState', 'replaceState'] as const) Reflect.deleteProperty(window.history, name)
  }

  /** Runs what a page's snippet would, and lets nothing pass that a page could notice. */
  async function visit(publicKey: unknown): Promise<void> {
    page.window.eval(code)
    const growsumo = page.window.growsumo!
    growsumo._initialize(publicKey as string, { endpoint: '/signups' })
    growsumo._spk()
    const outcome = await growsumo.createSignup()
    expect(Object.keys(outcome)).toHaveLength(1)
    expect(page.errors).toEqual([])
  }

  it('bears any URL and any cookie jar', async () => {
    await fc.assert(
      fc.asyncProperty(search, cookies, async (search, cookies) => {
        const { window } = page
        renew()
        window.history.replaceState(null, '', encodeURI(search.toWellFormed()))
        for (const [name, value] of cookies) window.document.cookie = `${name}=${value}`
        await visit(PUBLIC_KEY)
      }),
      { numRuns: 200 },
    )
  })

  it('bears anything that stood in its place, any public key, and any data', async () => {
    await fc.assert(
      fc.asyncProperty(standing, anything, anything, anything, async (growsumo, partnerstack, key, data) => {
        renew()
        Object.assign(page.window, { growsumo, partnerstack })
        page.window.eval(code)
        page.window.growsumo!.data = data as never
        await visit(key)
      }),
      { numRuns: 200 },
    )
  })

  it('finds the partner that was encoded, however it was, and no other', () => {
    const { window } = page
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('gspk', 'ps_partner_key'),
        fc.boolean(),
        fc.boolean(),
        (key, name, url, pad) => {
          const partner = key.toWellFormed()
          const base64 = Buffer.from(partner).toString(url ? 'base64url' : 'base64')
          const value = pad ? base64 : base64.replace(/=+$/, '')
          window.growsumo = window.partnerstack = null
          for (const cookie of window.document.cookie.split('; ')) window.document.cookie = `${cookie}; Max-Age=0`
          window.history.replaceState(null, '', `?${name}=${pad ? encodeURIComponent(value) : value}`)
          window.eval(code)
          window.growsumo!._initialize(PUBLIC_KEY, { cookieDomain: 'none' })
          expect(window.growsumo!.data.partner_key).toBe(partner || undefined)
          window.growsumo!.consent(false)
        },
      ),
      { numRuns: 20 },
    )
  })

  it('finds a partner only where one was encoded', async () => {
    const organic = await openPage({
      url: 'https://shop.test/?gspk=%F0%9F&gsxid=&ps_partner_key=!!&gspid=',
      html: loader(),
    })
    expect(organic.growsumo.data).toEqual({})
    expect(await organic.cookies()).toEqual([])
  })
})
