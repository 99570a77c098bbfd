/** Finding a person's e-mail and name in text, and taking them out of it. */
import { isObject } from '../inbox/json.ts'
import type { Person } from './person.ts'

const ERASED = '[erased]'
const OF_EMAIL = ['email', 'contact_email']
/** What a row says of a person, by whatever name. */
export const OF_PERSON = [...OF_EMAIL, 'emailKey', 'name', 'page', 'contact_first_name', 'contact_last_name']

const plain = (text: string): string => text.replace(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`)

/** As it stands in JSON and XML, or encoded in a form or an address. */
const spelled = (text: string): string =>
  [...text.toWellFormed()]
    .map((letter) => {
      if (letter === ' ') return String.raw`(?:\s|\+|%20)`
      return /[\w.-]/.test(letter) ? plain(letter) : `(?:${plain(letter)}|${encodeURIComponent(letter)})`
    })
    .join('')

const anyOf = (texts: readonly string[]): RegExp | null =>
  texts.length === 0
    ? null
    : new RegExp(`(?<![\\p{L}\\p{N}])(?:${texts.map(spelled).join('|')})(?![\\p{L}\\p{N}])`, 'giu')

export interface Words {
  /** Whether it speaks of this person: their e-mail, their whole name. */
  mention(text: string): boolean
  /** Without e-mail and name; where it is known to be about them, a name of one word is theirs, too. */
  without(text: string, isTheirs: boolean): string
  /** As `without`, of every text within; rows of theirs lose what else was said of them. */
  withoutAll<T>(value: T, isTheirs: boolean): T
}

export function wordsOf({ key, emails, names }: Pick<Person, 'key' | 'emails' | 'names'>): Words {
  const whole = [...names].filter((name) => /\S\s+\S/.test(name))
  const sure = anyOf([...emails, ...whole])
  const once = sure && new RegExp(sure.source, 'iu') // it keeps no place between two texts
  const theirs = anyOf([...emails, ...names])
  const without: Words['without'] = (text, isTheirs) => {
    const pattern = isTheirs ? theirs : sure
    return pattern ? text.replace(pattern, ERASED) : text
  }
  const isEmail = (value: unknown): boolean => typeof value === 'string' && emails.has(value.trim().toLowerCase())
  const within = (value: unknown, isTheirs: boolean): unknown => {
    if (typeof value === 'string') return without(value, isTheirs)
    if (Array.isArray(value)) return value.map((one) => within(one, isTheirs))
    if (!isObject(value)) return value
    const isRow = value['key'] === key || value['customer'] === key || OF_EMAIL.some((name) => isEmail(value[name]))
    const gone = isRow
      ? { ...setAll(value, OF_PERSON, null), ...setAll(value, ['meta', 'metadata', 'fields'], {}) }
      : {}
    return Object.fromEntries(
      Object.entries({ ...value, ...gone }).map(([name, inner]) => [name, within(inner, isTheirs || isRow)]),
    )
  }
  return {
    mention: (text) => once !== null && once.test(text),
    without,
    withoutAll: (value, isTheirs) => within(value, isTheirs) as typeof value,
  }
}

/** Those of these fields that are there, as they are to be. */
export const setAll = (value: object, names: readonly string[], to: unknown): object =>
  Object.fromEntries(names.filter((name) => name in value).map((name) => [name, to]))
