// Any page on earth: whatever its URL, its cookies and its globals, no exception may reach it.
import { unescape } from 'node:querystring'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { script } from './support/build.ts'
import { loader, openPage, PUBLIC_KEY } from './support/page.ts'
import type { Page } from './support/page.ts'

/** More of them where somebody has the time: FUZZ_RUNS=20000. */
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 200)

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
const path = fc.string({ unit: 'grapheme', maxLength: 20 })
/** A value as a link may carry it: encoded well, in one of its dresses, cut, spoilt, or nothing of the kind. */
const encoded = fc
  .tuple(
    text,
    fc.constantFrom('base64', 'base64url', 'hex'),
    fc.nat(60),
    fc.constantFrom('', '=', '%3D', ' ', '%', '%00'),
  )
  .map(
    ([key, alphabet, cut, end]) =>
      Buffer.from(key)
        .toString(alphabet as BufferEncoding)
        .slice(0, cut) + end,
  )
const value = fc.oneof(text, text.map(encodeLeniently), encoded, fc.base64String({ maxLength: 40 }))
/** A query as somebody may have typed it, escaped or not. */
const search = fc
  .array(fc.tuple(fc.oneof(reserved, text), value), { maxLength: 6 })
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'))
const cookies = fc.array(
  fc.tuple(
    fc.oneof(fc.constantFrom('growSumoPartnerKey', 'ps_partner_key', 'gsxid', 'ps_xid', 'growsumo'), text),
    fc.oneof(text, fc.constant('%')),
  ),
  { maxLength: 6 },
)
function encodeLeniently(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

/** Reads base64 by other means than the script: undefined where the value encodes no text whatsoever. */
function decoded(value: string): string | undefined {
  const [letters = ''] = unescape(value)
    .replaceAll(/[ -]/g, '+')
    .replaceAll('_', '/')
    .replaceAll(/[\t\n\f\r]/g, '')
    .split('=')
  if (!/^[A-Za-z\d+/]+$/.test(letters) || letters.length % 4 === 1) return undefined
  const bytes = Buffer.from(letters, 'base64')
  const text = bytes.toString()
  return Buffer.from(text).equals(bytes) ? text : undefined
}

/** Every partner whom a page's address or cookies name. */
function partnersIn({ location, document }: Window): (string | undefined)[] {
  const query = [...new URLSearchParams(location.search)]
  const cookies = document.cookie.split('; ').map((pair) => [pair.split('=', 1)[0]!, pair.slice(pair.indexOf('=') + 1)])
  return [
    ...query.filter(([name]) => ['gspk', 'ps_partner_key'].includes(name)).map(([, value]) => decoded(value)),
    ...query.filter(([name]) => name === 'gspid').map(([, value]) => value),
    ...cookies
      .filter(([name]) => /^(ps_partner_key|growSumoPartnerKey)$/.test(name!))
      .map(([, value]) => unescape(value!)),
  ]
}

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

  it('bears any URL and any cookie jar, and credits nobody whom neither names', async () => {
    await fc.assert(
      fc.asyncProperty(path, search, text, cookies, async (path, search, hash, cookies) => {
        const { window } = page
        renew()
        for (const cookie of window.document.cookie.split('; ')) window.document.cookie = `${cookie}; Max-Age=0`
        const address = `/${encodeURIComponent(path)}?${search}#${encodeURIComponent(hash)}`.toWellFormed()
        window.history.replaceState(null, '', address)
        for (const [name, value] of cookies) window.document.cookie = `${name}=${value}`
        const named = partnersIn(window)
        await visit(PUBLIC_KEY)
        expect([undefined, ...named]).toContain(window.growsumo!.data.partner_key)
        window.growsumo!.consent(false) // Or its cookies would name it to the next.
      }),
      { numRuns },
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
      { numRuns },
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
