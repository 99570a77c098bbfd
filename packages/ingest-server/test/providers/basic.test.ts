import { describe, expect, it } from 'vitest'
import { verifyBasic } from '../../src/providers/basic.ts'
import type { Credentials } from '../../src/providers/provider.ts'

const held: Credentials = { username: 'chargebee', passwords: ['new pass:word', 'older-ü'], secrets: [] }
const encoded = (text: string): string => Buffer.from(text).toString('base64')
const verifying = (authorization: string | undefined, credentials = held) => {
  const delivery = { body: Buffer.from('{}'), headers: { authorization }, receivedAt: 0 }
  return (): void => verifyBasic(delivery, credentials, 'Chargebee', 'chargebee')
}
const code = (expected: string) => expect.objectContaining({ name: 'AppError', code: expected })

describe('HTTP Basic', () => {
  it.each([
    ['the newest password, with a colon in it', `Basic ${encoded('chargebee:new pass:word')}`],
    ['an older password that stands, with letters beyond ASCII', `Basic ${encoded('chargebee:older-ü')}`],
    ['the scheme in any letters', `bAsIc  ${encoded('chargebee:older-ü')} `],
  ])('accepts %s', (_name, header) => {
    expect(verifying(header)).not.toThrow()
  })

  it.each([
    ['nothing', undefined],
    ['an empty header', ''],
    ['the scheme alone', 'Basic'],
    ['another scheme', `Bearer ${encoded('chargebee:older-ü')}`],
    ['no colon', `Basic ${encoded('chargebee')}`],
    ['an empty password', `Basic ${encoded('chargebee:')}`],
    ['another password', `Basic ${encoded('chargebee:old')}`],
    ['the beginning of a password', `Basic ${encoded('chargebee:older-')}`],
    ['a password with more behind it', `Basic ${encoded('chargebee:older-üx')}`],
    ['another user', `Basic ${encoded('recurly:older-ü')}`],
    ['no user', `Basic ${encoded(':older-ü')}`],
    ['the user in other letters', `Basic ${encoded('Chargebee:older-ü')}`],
    ['what is not base64', 'Basic chargebee:older'],
    ['two at once', `Basic ${encoded('chargebee:older-ü')}, Basic ${encoded('chargebee:older-ü')}`],
  ])('refuses %s', (_name, header) => {
    expect(verifying(header)).toThrow(code('INVALID_SIGNATURE'))
  })

  it.each([
    ['no user name', { ...held, username: null }],
    ['a blank user name', { ...held, username: ' ' }],
    ['no password', { ...held, passwords: [] }],
    ['blank passwords', { ...held, passwords: ['', ' '] }],
  ])('is closed while there is %s, and says what to do', (_name, credentials) => {
    const [password = ''] = credentials.passwords
    const attempt = verifying(`Basic ${encoded(`${credentials.username ?? ''}:${password}`)}`, credentials)
    expect(attempt).toThrow(code('WEBHOOK_NOT_CONFIGURED'))
    expect(attempt).toThrow(/webhook list/)
  })
})
