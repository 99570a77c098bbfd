import { describe, expect, it } from 'vitest'
import { hmacSha256, sameHex } from '../../src/providers/hmac.ts'

/** RFC 4231, test case 2. */
const jefe = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'

describe('hmacSha256', () => {
  it.each([
    ['in one part', ['what do ya want for nothing?']],
    ['in several parts', ['what do ya ', 'want for ', Buffer.from('nothing?')]],
  ])('gives the known answer for a text %s', (_name, parts) => {
    expect(hmacSha256('Jefe', ...parts).toString('hex')).toBe(jefe)
  })
})

describe('sameHex', () => {
  const expected = Buffer.from(jefe, 'hex')
  it.each([
    ['the same', jefe, true],
    ['the same in capitals', jefe.toUpperCase(), true],
    ['another last digit', `${jefe.slice(0, -1)}4`, false],
    ['another first digit', `6${jefe.slice(1)}`, false],
    ['one digit too few', jefe.slice(0, -1), false],
    ['one digit too many', `${jefe}0`, false],
    ['a line behind it', `${jefe}\n`, false],
    ['something that is not hex in its last digits', `${jefe.slice(0, -2)}zz`, false],
    ['nothing', '', false],
  ])('knows %s', (_name, hex, same) => {
    expect(sameHex(expected, hex)).toBe(same)
  })
})
