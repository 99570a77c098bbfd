/** Settings by what they are about. One that nobody has put anywhere stands at the end. */
import type { Setting } from './types.ts'

const SECTIONS: readonly (readonly [title: string, names: readonly string[]])[] = [
  ['Who is credited', ['window_days', 'attribution', 'site_url', 'link_cookies']],
  ['Payments', ['currency', 'parking_days', 'refunds', 'disputes', 'browser_transactions']],
  ['Rewards', ['hold_days']],
  [
    'Who is looked at twice',
    ['flag_same_email', 'flag_same_domain', 'flag_no_click', 'flag_shared_click', 'flag_archived_partner'],
  ],
  ['What is kept', ['retention_days']],
]

export interface SettingsSection {
  readonly title: string
  readonly settings: readonly Setting[]
}

export function inSections(settings: readonly Setting[]): SettingsSection[] {
  const placed = SECTIONS.flatMap(([, names]) => names)
  const others = settings.filter(({ name }) => !placed.includes(name))
  const known = SECTIONS.map(([title, names]) => ({
    title,
    settings: names.flatMap((name) => settings.filter((setting) => setting.name === name)),
  }))
  return [...known, { title: 'Other', settings: others }].filter((section) => section.settings.length > 0)
}
