// The partner key comes through links that people copy, shorten, and paste into mails.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeGspk } from '../src/gspk.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')

describe('decodeGspk', () => {
  it.each([
    ['a short key', 'YWRh', 'ada'],
    ['padding', 'YWRhMQ==', 'ada1'],
    ['no padding', 'YWRhMQ', 'ada1'],
    ['half its padding', 'YWRhMQ=', 'ada1'],
    ['padding that was escaped twice', 'YWRhMQ%3D%3D', 'ada1'],
    ['padding escaped in lower case', 'YWRhMQ%3d%3d', 'ada1'],
    ['a plus of the standard alphabet', 'fn5+', '~~~'],
    ['a plus escaped twice', 'fn5%2B', '~~~'],
    ['a plus that the URL made a space', 'fn5 ', '~~~'],
    ['a slash of the standard alphabet', 'Pz8/', '???'],
    ['a slash escaped twice', 'Pz8%2F', '???'],
    ['the URL-safe alphabet', 'fn5-Pz8_', '~~~???'],
    ['letters beyond ASCII', base64('Zoë-Łódź'), 'Zoë-Łódź'],
    ['an emoji', base64('🦊'), '🦊'],
    ['an automatic key', base64('0a1b2c3d4e5f'), '0a1b2c3d4e5f'],
  ])('reads %s', (_name, value, key) => {
    expect(decodeGspk(value)).toBe(key)
  })

  it.each([
    ['nothing', undefined],
    ['an empty value', ''],
    ['nothing but padding', '=='],
    ['a length that base64 never has', 'YWRhM'],
    ['signs of no alphabet', 'YWRh!'],
    ['a broken escape', 'YWRh%'],
    ['an escape that is not hexadecimal', '%zz'],
    ['bytes that are not UTF-8', '_w'],
    ['half a character', Buffer.from('é').subarray(0, 1).toString('base64')],
    ['letters beyond ASCII in the clear', 'Zoë'],
  ])('ignores %s', (_name, value) => {
    expect(decodeGspk(value) || null).toBeNull()
  })

  const key = fc.string({ unit: 'grapheme', minLength: 1 })
  const dressed = fc
    .record({ key, urlSafe: fc.boolean(), padding: fc.constantFrom('kept', 'cut', 'escaped'), spaces: fc.boolean() })
    .map(({ key, urlSafe, padding, spaces }) => {
      let value = base64(key)
      if (urlSafe) value = value.replaceAll('+', '-').replaceAll('/', '_')
      if (padding === 'cut') value = value.replaceAll('=', '')
      if (padding === 'escaped') value = value.replaceAll('=', '%3D')
      if (spaces) value = value.replaceAll('+', ' ')
      return { key, value }
    })

  it('reads any key in any dress', () => {
    fc.assert(
      fc.property(dressed, ({ key, value }) => {
        expect(decodeGspk(value)).toBe(key)
      }),
    )
  })

  it('reads any key through a real query string', () => {
    fc.assert(
      fc.property(dressed, ({ key, value }) => {
        const query = new URLSearchParams(`?gspk=${value}`)
        expect(decodeGspk(query.get('gspk')!)).toBe(key)
      }),
    )
  })

  it('never throws, and never makes a key of what does not encode one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const key = decodeGspk(value)
        if (!key) return
        const letters = decodeURIComponent(value).replace(/[ -]/g, '+').replace(/_/g, '/').replace(/[=\s]/g, '')
        expect(Buffer.from(letters, 'base64').toString()).toBe(key)
      }),
      { numRuns: 2_000 },
    )
  })
})
