import { describe, expect, it } from 'vitest'
import { linkCookies, sharedDomain, type LinkVisit } from '../../src/http/link-cookies.ts'

const visit = (overrides: Partial<LinkVisit> = {}): LinkVisit => ({
  linkHost: 'go.acme.example',
  destinationHost: 'www.acme.example',
  secure: true,
  program: 'AbCdEfGh',
  suffix: 'wXyZ',
  partnerKey: 'ada',
  xid: 'X1',
  received: '',
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
