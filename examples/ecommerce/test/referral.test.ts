/** Reading a partner's key from a landing URL. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePartnerKey, partnerKey } from '../src/referral.ts'

describe('decodePartnerKey', () => {
  it.each<[string, unknown, string | null]>([
    ['no padding', 'YWRhMQ', 'ada1'],
    ['padding', 'YWRhMQ==', 'ada1'],
    ['padding encoded twice', 'YWRhMQ%3D%3D', 'ada1'],
    ['the standard alphabet', '8J+YgD8/Pw', '😀???'],
    ['the URL-safe alphabet', '8J-YgD8_Pw', '😀???'],
    ['a plus that became a space', '8J YgD8/Pw', '😀???'],
    ['nothing', '', null],
    ['no parameter', undefined, null],
    ['the parameter twice', ['YWRhMQ', 'YWRhMQ'], null],
    ['what is no base64', '%%%', null],
    ['an impossible length', 'YWRhM', null],
    ['bytes that are no text', '////', null],
    ['control characters', Buffer.from('a\nb').toString('base64'), null],
    ['a key without end', Buffer.from('a'.repeat(256)).toString('base64'), null],
  ])('understands %s', (_name, value, expected) => {
    expect(decodePartnerKey(value)).toBe(expected)
  })

  it('reads back every key a link can carry', () => {
    const keys = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((key) => key.isWellFormed() && /^[^\p{Cc}]+$/u.test(key))
    fc.assert(
      fc.property(keys, fc.constantFrom('base64', 'base64url'), (key, alphabet) => {
        const value = Buffer.from(key).toString(alphabet).replace(/=+$/, '')
        expect(decodePartnerKey(value)).toBe(key)
      }),
    )
  })
})

it.each([
  ['on the day', 0, 'ada'],
  ['on the 90th day', 89.9, 'ada'],
  ['after 90 days', 90, null],
])('credits a referral %s', (_name, days, expected) => {
  expect(partnerKey({ key: 'ada', at: 0 }, days * 86_400_000)).toBe(expected)
})
