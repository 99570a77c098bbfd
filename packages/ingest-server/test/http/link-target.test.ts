import { describe, expect, it } from 'vitest'
import { encodePartnerKey, linkTarget } from '../../src/http/link-target.ts'

const ada = { partnerKey: 'ada1', xid: 'X1', customDomain: null }
const ours = 'gspk=YWRhMQ&gsxid=X1&ps_partner_key=YWRhMQ&ps_xid=X1'

describe('where a link leads', () => {
  it.each([
    ['a bare destination', 'https://a.test/', '', `https://a.test/?${ours}`],
    ['a destination without a path', 'https://a.test', '', `https://a.test?${ours}`],
    ["the destination's own parameters", 'https://a.test/?p=1&q=a%20b', '', `https://a.test/?p=1&q=a%20b&${ours}`],
    ['the fragment', 'https://a.test/x#top', '', `https://a.test/x?${ours}#top`],
    ['a fragment that looks like a query', 'https://a.test/#/a?b=1', '', `https://a.test/?${ours}#/a?b=1`],
    ['a fragment with another #', 'https://a.test/#a#b', '', `https://a.test/?${ours}#a#b`],
    ['parameters and fragment', 'https://a.test/?p=1#top', 'c=2', `https://a.test/?p=1&c=2&${ours}#top`],
    ["the click's parameters", 'https://a.test/', 'utm_source=x&sub=1', `https://a.test/?utm_source=x&sub=1&${ours}`],
    ['a click parameter without a value', 'https://a.test/', 'flag', `https://a.test/?flag&${ours}`],
    ['a repeated click parameter', 'https://a.test/', 'a=1&a=2', `https://a.test/?a=1&a=2&${ours}`],
    ['text as it was encoded', 'https://a.test/?x=%C3%BC+%2B', 'y=%7E~', `https://a.test/?x=%C3%BC+%2B&y=%7E~&${ours}`],
    ['a value with a question mark', 'https://a.test/?u=a?b', '', `https://a.test/?u=a?b&${ours}`],
    ['a click parameter that is not well-formed', 'https://a.test/', '%zz=1', `https://a.test/?%zz=1&${ours}`],
    ['empty parts of a query', 'https://a.test/?&&p=1', '&', `https://a.test/?p=1&${ours}`],
  ])('keeps %s', (_name, destination, click, expected) => {
    expect(linkTarget(destination, click, ada)).toBe(expected)
  })

  it('lets the destination have its own value where the click brings another', () => {
    expect(linkTarget('https://a.test/?plan=pro', 'plan=free&x=1', null)).toBe('https://a.test/?plan=pro&x=1')
    expect(linkTarget('https://a.test/?my+plan=pro', 'my%20plan=free', null)).toBe('https://a.test/?my+plan=pro')
  })

  it.each(['gspk', 'gsxid', 'ps_partner_key', 'ps_xid', 'pscd', 'gspid', '%67spk'])(
    'drops %s from destination and click, so that nobody plants a referral',
    (name) => {
      const target = linkTarget(`https://a.test/?${name}=evil&p=1`, `${name}=evil&q=2`, null)
      expect(target).toBe('https://a.test/?p=1&q=2')
    },
  )

  it('is plain where nobody is referred', () => {
    expect(linkTarget('https://a.test/?p=1#top', '', null)).toBe('https://a.test/?p=1#top')
    expect(linkTarget('https://a.test/', '', null)).toBe('https://a.test/')
  })

  it('tells the site which custom domain sent it', () => {
    const target = linkTarget('https://a.test/', '', { ...ada, customDomain: 'go.a.test' })
    expect(target).toBe(`https://a.test/?${ours}&pscd=go.a.test`)
  })

  it.each([
    ['a', 'YQ'],
    ['ab', 'YWI'],
    ['abc', 'YWJj'],
    ['>>>???', 'Pj4+Pz8/'],
    ['jürgen', 'asO8cmdlbg'],
    ['🦊', '8J+mig'],
  ])('encodes %s in the standard alphabet without padding', (key, expected) => {
    expect(encodePartnerKey(key)).toBe(expected)
  })

  it('keeps + and / of the encoding through the query', () => {
    const url = new URL(linkTarget('https://a.test/', '', { ...ada, partnerKey: '>>>???' }))
    expect(url.searchParams.get('gspk')).toBe('Pj4+Pz8/')
    expect(url.searchParams.get('ps_partner_key')).toBe('Pj4+Pz8/')
  })
})
