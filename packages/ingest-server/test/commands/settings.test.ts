import { describe, expect, it } from 'vitest'
import { defaultText, readSettings, settingName, settingText, SETTINGS, type SettingName } from '../../src/settings.ts'

const NAMES = Object.keys(SETTINGS) as SettingName[]

describe('settings', () => {
  it('have these defaults', () => {
    expect(readSettings({})).toEqual({
      ...{ windowDays: 90, attribution: 'last', parkingDays: 30, holdDays: 0, retentionDays: 90 },
      ...{ currency: 'USD', siteUrl: null },
      ...{ linkCookies: true, browserTransactions: 'hold', disputes: true, refunds: 'proportional' },
      flags: { same_email: true, same_domain: true, no_click: true, shared_click: true, archived_partner: true },
    })
  })

  it('each say what they mean, in a sentence', () => {
    for (const name of NAMES) expect(SETTINGS[name].meaning).toMatch(/^[A-Z].{20,}\.$/)
  })

  it('each read back their default', () => {
    const texts = Object.fromEntries(
      NAMES.filter((name) => defaultText(name) !== '').map((name) => [name, defaultText(name)]),
    )
    expect(readSettings(texts)).toEqual(readSettings({}))
  })

  it.each<[SettingName, string, string, object]>([
    ['window_days', '30', '30', { windowDays: 30 }],
    ['window_days', ' 007 ', '7', { windowDays: 7 }],
    ['parking_days', '0', '0', { parkingDays: 0 }],
    ['retention_days', '3650', '3650', { retentionDays: 3650 }],
    ['attribution', 'FIRST', 'first', { attribution: 'first' }],
    ['currency', 'eur', 'EUR', { currency: 'EUR' }],
    ['site_url', 'https://a.example/x?y#z', 'https://a.example/x?y#z', { siteUrl: 'https://a.example/x?y#z' }],
    ['link_cookies', 'Off', 'off', { linkCookies: false }],
    ['browser_transactions', 'approve', 'approve', { browserTransactions: 'approve' }],
    ['disputes', 'off', 'off', { disputes: false }],
    ['refunds', 'archive', 'archive', { refunds: 'archive' }],
  ])('%s takes %j, kept as %j', (name, given, kept, expected) => {
    expect(settingText(name, given)).toBe(kept)
    expect(readSettings({ [name]: kept })).toMatchObject(expected)
  })

  it.each<[SettingName, string, string]>([
    ['window_days', '0', "'window_days' takes a whole number of days, 1 to 3650, not '0'."],
    ['window_days', '1.5', "'window_days' takes a whole number of days, 1 to 3650, not '1.5'."],
    ['window_days', '', "'window_days' takes a whole number of days, 1 to 3650, not ''."],
    ['parking_days', '-1', "'parking_days' takes a whole number of days, 0 to 3650, not '-1'."],
    ['retention_days', '3651', "'retention_days' takes a whole number of days, 1 to 3650, not '3651'."],
    ['attribution', 'linear', "'attribution' takes last or first, not 'linear'."],
    ['currency', 'EURO', "'currency' takes three letters, as USD, not 'EURO'."],
    ['site_url', 'a.example', "'site_url' takes an http or https address, not 'a.example'."],
    ['site_url', 'javascript:alert(1)', "'site_url' takes an http or https address, not 'javascript:alert(1)'."],
    ['link_cookies', 'yes', "'link_cookies' takes on or off, not 'yes'."],
    ['link_cookies', 'constructor', "'link_cookies' takes on or off, not 'constructor'."],
    ['browser_transactions', 'maybe', "'browser_transactions' takes hold or approve or off, not 'maybe'."],
    ['refunds', 'none', "'refunds' takes proportional or archive, not 'none'."],
  ])('%s does not take %j', (name, given, message) => {
    expect(() => settingText(name, given)).toThrow(message)
  })

  it('count as not set where their text is no longer understood', () => {
    expect(readSettings({ window_days: 'soon', currency: '', refunds: 'x', unknown: 'y' })).toEqual(readSettings({}))
  })

  it.each(['hold_months', 'constructor', '', 'WINDOW_DAYS'])('there is none called %j', (name) => {
    expect(() => settingName(name)).toThrow(`There is no setting '${name}'. There are: window_days, attribution,`)
  })
})
