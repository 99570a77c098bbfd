import { describe, expect, it } from 'vitest'
import { linkCookies, type LinkVisit } from '../../src/http/link-cookies.ts'
import { cookiesOf, rememberedIn, sharedDomain } from '../../src/http/site-cookies.ts'

const visit = (overrides: Partial<LinkVisit> = {}): LinkVisit => ({
  linkHost: 'go.acme.example',
  destinationHost: 'www.acme.example',
  secure: true,
  program: 'AbCdEfGh',
  suffix: 'wXyZ',
  partnerKey: 'ada',
  xid: 'X1',
  received: '',
  customDomain: null,
  windowDays: null,
  ...overrides,
})
const common = 'Max-Age=7776000; Path=/; Domain=acme.example; SameSite=Lax; Secure'

describe('the cookies of a click', () => {
  it('are the four that sites look for, for 90 days', () => {
    expect(linkCookies(visit())).toEqual([
      `_ps_partner_key_AbCdEfGh=ada; ${common}`,
      `_ps_xid_AbCdEfGh_wXyZ=X1; ${common}`,
      `_grsmpkAbCdEfGh=ada; ${common}`,
      `_gsxidAbCdEfGhwXyZ=X1; ${common}`,
    ])
  })

  it('are the site’s own as well, for its window, where it shares the domain', () => {
    const site = (name: string, value: string, days = 30): string =>
      `${name}=${value}; Max-Age=${days * 86_400}; Path=/; Domain=acme.example; SameSite=Lax; Secure`
    expect(linkCookies(visit({ windowDays: 30, customDomain: 'go.acme.example' })).slice(4)).toEqual([
      site('growSumoPartnerKey', 'ada'),
      site('ps_partner_key', 'ada'),
      site('_ps_partner_key_AbCdEfGh', 'ada'),
      site('gsxid', 'X1'),
      site('ps_xid', 'X1'),
      site('pscd', 'go.acme.example'),
    ])
    expect(linkCookies(visit({ windowDays: 30 })).at(-1)).toBe(site('pscd', '', 0))
    expect(linkCookies(visit({ windowDays: 30, destinationHost: 'shop.other' }))).toHaveLength(4)
    expect(linkCookies(visit({ windowDays: 30, destinationHost: 'go.acme.example' }))).toHaveLength(4)
  })

  it('are readable by script', () => {
    expect(linkCookies(visit()).join()).not.toMatch(/httponly/i)
  })

  it('are not Secure on a host without https, where a browser would drop them', () => {
    expect(linkCookies(visit({ secure: false })).join()).not.toContain('Secure')
  })

  it('are for the link host alone where the site shares no domain with it', () => {
    expect(linkCookies(visit({ destinationHost: 'shop.other' })).join()).not.toContain('Domain')
  })

  it('carry a partner_key of any characters safely', () => {
    const [cookie] = linkCookies(visit({ partnerKey: 'ü; Domain=evil.example\r\nX: y' }))
    expect(cookie).toBe(`_ps_partner_key_AbCdEfGh=%C3%BC%3B%20Domain%3Devil.example%0D%0AX%3A%20y; ${common}`)
  })

  it('end the older clicks that came along, on the shared domain and on the host', () => {
    const received = 'a=1; _ps_xid_AbCdEfGh_old1=X0; _gsxidAbCdEfGhold1=X0; _ps_partner_key_AbCdEfGh=bob'
    const ended = linkCookies(visit({ received })).filter((cookie) => cookie.includes('Max-Age=0'))
    expect(ended).toEqual([
      '_ps_xid_AbCdEfGh_old1=; Max-Age=0; Path=/; Domain=acme.example; SameSite=Lax; Secure',
      '_ps_xid_AbCdEfGh_old1=; Max-Age=0; Path=/; SameSite=Lax; Secure',
      '_gsxidAbCdEfGhold1=; Max-Age=0; Path=/; Domain=acme.example; SameSite=Lax; Secure',
      '_gsxidAbCdEfGhold1=; Max-Age=0; Path=/; SameSite=Lax; Secure',
    ])
  })

  it('repeat no name that no server of ours set', () => {
    const received = '_ps_xid_a\tb=1; _ps_xid_=1; _ps_xid_ü=1; _gsxid=1; ; ='
    expect(linkCookies(visit({ received }))).toHaveLength(4)
  })

  it('stay few however many came along', () => {
    const received = Array.from({ length: 500 }, (_, i) => `_ps_xid_p_${i}=1`).join('; ')
    expect(linkCookies(visit({ received })).length).toBeLessThan(100)
  })

  it('set what they ended last, so that a click of the same name stands', () => {
    const cookies = linkCookies(visit({ received: '_ps_xid_AbCdEfGh_wXyZ=X0' }))
    expect(cookies.findLastIndex((cookie) => cookie.includes('Max-Age=0'))).toBeLessThan(
      cookies.findIndex((cookie) => cookie.startsWith('_ps_xid_AbCdEfGh_wXyZ=X1')),
    )
  })
})

describe('the visit that cookies tell of', () => {
  const p = 'AbCdEfGh'
  it.each([
    ['nothing', '', null],
    ['cookies of others', 'a=1; _ps_xid_other_wXyZ=X1; _grsmpkother=bob', null],
    ['what the script wrote', 'ps_partner_key=ada; ps_xid=X1; pscd=go.a', ['ada', 'X1', 'go.a']],
    ['what the old script wrote', 'growSumoPartnerKey=ada; gsxid=X1', ['ada', 'X1', null]],
    ['what a redirect left', `_ps_partner_key_${p}=ada; _ps_xid_${p}_wXyZ=X1`, ['ada', 'X1', null]],
    ['several clicks', `_grsmpk${p}=ada; _ps_xid_${p}_b=X2; _ps_xid_${p}_a=X1`, ['ada', 'X2', null]],
    [
      'a later click that a script wrote',
      `_grsmpk${p}=ada; _ps_xid_${p}_b=X2; ps_partner_key=bob`,
      ['bob', null, null],
    ],
    ['encoded values', 'ps_partner_key=%C3%BC%3B', ['ü;', null, null]],
    ['what is not well-formed', 'ps_partner_key=%E0%A4%A; gsxid=X1', [null, 'X1', null]],
    ['empty values', 'ps_partner_key=; ps_xid=', null],
  ])('is read from %s', (_name, header, expected) => {
    const found = rememberedIn(cookiesOf(header), p)
    expect(found && [found.partnerKey, found.xid, found.customDomain]).toEqual(expected)
  })
})

describe('the domain two hosts share', () => {
  it.each([
    ['go.acme.com', 'www.acme.com', 'acme.com'],
    ['go.acme.com', 'acme.com', 'acme.com'],
    ['acme.com', 'acme.com', 'acme.com'],
    ['a.go.acme.com', 'b.go.acme.com', 'go.acme.com'],
    ['GO.acme.com', 'www.ACME.com', 'acme.com'],
    ['go.acme.com', 'acme.org', null],
    ['go.acme.com', 'other.com', null],
    ['xacme.com', 'acme.com', null],
    ['go.localhost', 'shop.localhost', null],
    ['localhost', 'localhost', null],
    ['127.0.0.1', '127.0.0.1', null],
    ['10.0.0.1', '127.0.0.1', null],
    ['[::1]', '[::1]', null],
    ['go.acme.com', '', null],
  ])('of %s and %s is %s', (a, b, expected) => {
    expect(sharedDomain(a, b)).toBe(expected)
  })
})
