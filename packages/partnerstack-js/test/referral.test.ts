// Who gets the credit: the rule itself, without a browser.
import { describe, expect, it } from 'vitest'
import { clickIn, credited, rememberedIn } from '../src/referral.ts'
import type { Values } from '../src/referral.ts'

const query = (search: string): Values => Object.fromEntries(new URLSearchParams(search))
const ada = { partner_key: 'ada', xid: 'x1', pscd: undefined }
const bob = { partner_key: 'bob', xid: 'x2', pscd: undefined }
const bobAlone = { partner_key: 'bob', xid: undefined, pscd: undefined }

describe('clickIn', () => {
  it.each([
    ['the old family', '?gspk=YWRh&gsxid=x1', ada],
    ['the new family', '?ps_partner_key=YWRh&ps_xid=x1', ada],
    ['both families', '?gspk=YWRh&ps_partner_key=YWRh&gsxid=x1&ps_xid=x1', ada],
    ['both families, the other way round', '?ps_xid=x1&gsxid=x1&ps_partner_key=YWRh&gspk=YWRh', ada],
    ['an old key with a new click id', '?ps_xid=x1&gspk=YWRh', ada],
    ['a new key with an old click id', '?gsxid=x1&ps_partner_key=YWRh', ada],
    ['other parameters around it', '?utm_source=mail&gspk=YWRh&ref=7&gsxid=x1&z', ada],
    ['a partner without a click id', '?gspk=Ym9i', bobAlone],
    ['a click id without a partner', '?ps_xid=x1', { ...ada, partner_key: undefined }],
    ['the plain spelling of 2016', '?gspid=bob', bobAlone],
    ['an encoded spelling beside the plain one', '?gspid=eve&gspk=Ym9i', bobAlone],
    ['a custom link host', '?gspk=YWRh&gsxid=x1&pscd=go.shop.test', { ...ada, pscd: 'go.shop.test' }],
    ['a new spelling that does not decode beside an old one that does', '?ps_partner_key=%25&gspk=Ym9i', bobAlone],
    ['an undecodable partner with a click id', '?gspk=%25%25&gsxid=x1', { ...ada, partner_key: undefined }],
  ])('finds %s', (_name, search, visit) => {
    expect(clickIn(query(search))).toEqual(visit)
  })

  it.each([
    ['no query at all', ''],
    ['only other parameters', '?utm_source=mail&key=ada&partner=ada'],
    ['empty values', '?gspk=&gsxid=&gspid=&ps_partner_key=&ps_xid='],
    ['a value that does not decode', '?gspk=%25%25'],
    ['a link host alone', '?pscd=go.shop.test'],
    ['names in another case', '?GSPK=YWRh&Ps_Xid=x1'],
  ])('finds nothing in %s', (_name, search) => {
    expect(clickIn(query(search))).toBeUndefined()
  })
})

describe('rememberedIn', () => {
  it.each([
    ['the new names', { ps_partner_key: 'ada', ps_xid: 'x1' }, ada],
    ['the old names', { growSumoPartnerKey: 'ada', gsxid: 'x1' }, ada],
    [
      'the new names before the old',
      { growSumoPartnerKey: 'eve', gsxid: 'x9', ps_partner_key: 'ada', ps_xid: 'x1' },
      ada,
    ],
    ['a partner alone', { growSumoPartnerKey: 'bob' }, bobAlone],
    [
      'a value as it is, since cookies are not encoded',
      { ps_partner_key: 'YWRh', ps_xid: 'x1' },
      { ...ada, partner_key: 'YWRh' },
    ],
  ])('finds %s', (_name, cookies, visit) => {
    expect(rememberedIn(cookies)).toEqual(visit)
  })

  it('finds nothing among other cookies', () => {
    expect(rememberedIn({ session: '1', _ps_partner_key_abcdefgh: 'ada', pscd: 'go.shop.test' })).toBeUndefined()
  })
})

describe('credited', () => {
  it.each([
    ['an organic visit', 'last', undefined, undefined, undefined],
    ['a first click', 'last', ada, undefined, ada],
    ['a later visit without a link', 'last', undefined, ada, ada],
    ["a second partner's click", 'last', bob, ada, bob],
    ["a second partner's click where the model is not named", undefined, bob, ada, bob],
    ["a second partner's click under first click", 'first', bob, ada, ada],
    ['a first click under first click', 'first', ada, undefined, ada],
    ['a later visit without a link under first click', 'first', undefined, ada, ada],
  ] as const)('is right for %s', (_name, attribution, click, remembered, expected) => {
    expect(credited(click, remembered, attribution)).toBe(expected)
  })

  it('never joins a partner to the click id of another visit', () => {
    expect(credited(bobAlone, ada)).toEqual(bobAlone)
  })
})
