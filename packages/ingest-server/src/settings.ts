/** Every setting of an installation: its name, what it means, its default, and how its text is read. */
import { AppError } from './errors.ts'
import type { FlagRule } from './facts.ts'

interface Setting<T> {
  readonly fallback: T
  readonly meaning: string
  /** What may be given, in words; ends the error message of a value that may not. */
  readonly takes: string
  /** Where it is one of a few. */
  readonly options?: readonly string[]
  /** Undefined where the text is no such value. */
  read(text: string): T | undefined
  write(value: T): string
}

const days = (fallback: number, least: number, meaning: string): Setting<number> => ({
  fallback,
  meaning,
  takes: `a whole number of days, ${least} to 3650`,
  read: (text) => (/^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= 3650 ? Number(text) : undefined),
  write: String,
})

const oneOf = <const T extends string>(values: readonly [T, ...T[]], meaning: string): Setting<T> => ({
  fallback: values[0],
  meaning,
  takes: values.join(' or '),
  options: values,
  read: (text) => values.find((value) => value === text.toLowerCase()),
  write: (value) => value,
})

const onOff = (meaning: string): Setting<boolean> => ({
  fallback: true,
  meaning,
  takes: 'on or off',
  options: ['on', 'off'],
  read: (text) => new Map(Object.entries({ on: true, off: false })).get(text.toLowerCase()),
  write: (value) => (value ? 'on' : 'off'),
})

const currency: Setting<string> = {
  fallback: 'USD',
  meaning: 'Currency of calls that name none, and of platforms that send none.',
  takes: 'three letters, as USD',
  read: (text) => (/^[a-z]{3}$/i.test(text) ? text.toUpperCase() : undefined),
  write: (value) => value,
}

const siteUrl: Setting<string | null> = {
  fallback: null,
  meaning: "Where a referral link leads whose partner and group name no destination: your site's address.",
  takes: 'an http or https address',
  read: (text) => (/^https?:$/.test(URL.parse(text)?.protocol ?? '') ? text : undefined),
  write: (value) => value ?? '',
}

export const SETTINGS = {
  window_days: days(90, 1, 'Days from a click within which a sign-up is credited to its partner.'),
  attribution: oneOf(
    ['last', 'first'],
    'Which of several clicks is credited. The script decides it: say the same on its tag, data-attribution="first".',
  ),
  parking_days: days(30, 0, 'Days that a payment of an unknown customer waits for its sign-up.'),
  hold_days: days(0, 0, 'Days that a reward waits before it can be approved: as long as refunds are to be expected.'),
  retention_days: days(90, 1, 'Days that deliveries and what was never matched are kept.'),
  currency,
  site_url: siteUrl,
  link_cookies: onOff('Whether a referral link also sets cookies on its own host.'),
  browser_transactions: oneOf(
    ['hold', 'approve', 'off'],
    'What becomes of an amount sent with a sign-up from the browser: it waits for approval, is approved, or is not recorded.',
  ),
  flag_same_email: onOff(
    "Flag a customer who has its partner's e-mail, also with other dots or a +tag: its rewards wait until somebody has looked.",
  ),
  flag_same_domain: onOff(
    "Flag a customer whose e-mail is at the domain of its partner's, where that is not one that anybody can have an address at.",
  ),
  flag_no_click: onOff(
    "Flag a sign-up from the browser that names no click of its partner's: none, an unknown one, or another partner's.",
  ),
  flag_shared_click: onOff('Flag a sign-up whose click brought another one before.'),
  flag_archived_partner: onOff('Flag a customer whose payments still earn rewards for a partner that is archived.'),
  disputes: onOff('Whether disputed money counts as taken back while the dispute holds it.'),
  refunds: oneOf(
    ['proportional', 'archive'],
    'What a partial refund does: reduces the transaction in proportion, or archives it.',
  ),
} satisfies Record<string, Setting<unknown>>

export type SettingName = keyof typeof SETTINGS

type ValueOf<N extends SettingName> = (typeof SETTINGS)[N]['fallback']

export interface Settings {
  readonly windowDays: number
  readonly attribution: 'last' | 'first'
  readonly parkingDays: number
  readonly holdDays: number
  readonly retentionDays: number
  readonly currency: string
  readonly siteUrl: string | null
  readonly linkCookies: boolean
  readonly browserTransactions: 'hold' | 'approve' | 'off'
  /** Which of the rules that flag customers are on. */
  readonly flags: Readonly<Record<FlagRule, boolean>>
  readonly disputes: boolean
  readonly refunds: 'proportional' | 'archive'
}

const settingOf = (name: SettingName): Setting<unknown> => SETTINGS[name]

/** The settings that hold, from those that were set. A text no longer understood counts as not set. */
export function readSettings(values: Readonly<Record<string, string>>): Settings {
  const value = <N extends SettingName>(name: N): ValueOf<N> => {
    const text = values[name]
    const { read, fallback } = settingOf(name)
    return ((text === undefined ? undefined : read(text)) ?? fallback) as ValueOf<N>
  }
  return {
    windowDays: value('window_days'),
    attribution: value('attribution'),
    parkingDays: value('parking_days'),
    holdDays: value('hold_days'),
    retentionDays: value('retention_days'),
    currency: value('currency'),
    siteUrl: value('site_url'),
    linkCookies: value('link_cookies'),
    browserTransactions: value('browser_transactions'),
    flags: {
      same_email: value('flag_same_email'),
      same_domain: value('flag_same_domain'),
      no_click: value('flag_no_click'),
      shared_click: value('flag_shared_click'),
      archived_partner: value('flag_archived_partner'),
    },
    disputes: value('disputes'),
    refunds: value('refunds'),
  }
}

/** The setting of that name; else says which names there are. */
export function settingName(name: string): SettingName {
  if (Object.hasOwn(SETTINGS, name)) return name as SettingName
  throw new AppError('INVALID_FIELD', `There is no setting '${name}'. There are: ${Object.keys(SETTINGS).join(', ')}.`)
}

/** The text to keep for a setting, in its one spelling; else says what it takes. */
export function settingText(name: SettingName, text: string): string {
  const { read, write, takes } = settingOf(name)
  const value = read(text.trim())
  if (value === undefined) throw new AppError('INVALID_FIELD', `'${name}' takes ${takes}, not '${text}'.`)
  return write(value)
}

/** What it may be, where that is one of a few. */
export const settingOptions = (name: SettingName): string[] | null => {
  const { options } = settingOf(name)
  return options ? [...options] : null
}

/** The default as text; '' where there is none. */
export const defaultText = (name: SettingName): string => settingOf(name).write(SETTINGS[name].fallback)
