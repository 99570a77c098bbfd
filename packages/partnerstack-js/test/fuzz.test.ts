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

describe('the published script', () => {
  let page: Page
  const code = script()
  beforeAll(async () => {
    page = await openPage({ html: '' })
  })
  afterAll(() => page.window.close())

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
        window.growsumo = window.partnerstack = null
        window.history.replaceState(null, '', encodeURI(search.toWellFormed()))
        for (const [name, value] of cookies) window.document.cookie = `${name}=${value}`
        await visit(PUBLIC_KEY)
      }),
      { numRuns: 300 },
    )
  })

  it('bears anything that stood in its place, any public key, and any data', async () => {
    await fc.assert(
      fc.asyncProperty(standing, anything, anything, anything, async (growsumo, partnerstack, key, data) => {
        Object.assign(page.window, { growsumo, partnerstack })
        page.window.eval(code)
        page.window.growsumo!.data = data as never
        await visit(key)
      }),
      { numRuns: 300 },
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
