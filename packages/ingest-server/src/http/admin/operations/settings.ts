/** Settings, the audit log, and finding things by a few letters. */
import { z } from 'zod'
import { adminAudit } from '../../../admin-audit.ts'
import { Customer, customerObject, exampleCustomer } from '../../../objects/customer.ts'
import { examplePartnership, Partnership, partnershipObject } from '../../../objects/partnership.ts'
import { listOf } from '../../../objects/shapes.ts'
import { defaultText, SETTINGS, settingName, settingOptions, settingText, type SettingName } from '../../../settings.ts'
import type { AuditRow } from '../../../store/rows.ts'
import { operation } from '../../api/operation.ts'
import { filter, given, pageOf } from '../../paging.ts'
import { AuditLine, auditLine, exampleLine } from '../objects.ts'
import { ADMIN, IN_MODE, moment, PLACE, placeOf } from './parts.ts'

export const Setting = z
  .strictObject({
    name: z.string(),
    value: z.string(),
    default: z.string(),
    takes: z.string().meta({ description: 'What it may be, in words.' }),
    options: z.array(z.string()).nullable().meta({ description: 'What it may be, where that is one of a few.' }),
    meaning: z.string(),
  })
  .meta({ id: 'Setting' })
const Settings = z.strictObject({ items: z.array(Setting) })
const NAMES = Object.keys(SETTINGS).map(settingName)

const shown = (values: Readonly<Record<string, string>>, name: SettingName): z.input<typeof Setting> => ({
  ...{ name, value: values[name] ?? defaultText(name), default: defaultText(name) },
  ...{ takes: SETTINGS[name].takes, options: settingOptions(name), meaning: SETTINGS[name].meaning },
})
const example = {
  ...{ name: 'currency', value: 'EUR', default: 'USD', takes: 'three letters, as USD', options: null },
  meaning: SETTINGS.currency.meaning,
}

const Found = z
  .strictObject({
    customers: z.array(Customer),
    partners: z.array(Partnership),
  })
  .meta({ id: 'Found' })
const MOST = 20

export const settings = [
  operation({
    ...IN_MODE,
    id: 'listSettings',
    method: 'GET',
    path: '/settings',
    tag: 'Settings',
    summary: 'Every setting of a mode',
    answers: Settings,
    message: 'Settings retrieved',
    example: { data: { items: [example] } },
    async handle({ books, mode }) {
      const values = await books.settings(mode)
      return { items: NAMES.map((name) => shown(values, name)) }
    },
  }),
  operation({
    ...IN_MODE,
    id: 'updateSettings',
    method: 'PATCH',
    path: '/settings',
    tag: 'Settings',
    summary: 'Change settings, all of them or none; an empty text is the default again',
    body: z.object({ values: z.record(z.string(), z.string('must be a text'), 'must be an object of texts by name') }),
    answers: Settings,
    message: 'Settings updated',
    example: { body: { values: { currency: 'EUR' } }, data: { items: [example] } },
    async handle({ books, mode, now, body }) {
      const before = await books.settings(mode)
      const wanted = Object.entries(body.values).map(([name, value]) => {
        const known = settingName(name)
        return { name: known, value: value.trim() === '' ? null : settingText(known, value) }
      })
      const changed = wanted.filter(({ name, value }) => (before[name] ?? null) !== value)
      const audit = changed.map(({ name, value }): AuditRow => {
        const detail = { from: before[name] ?? defaultText(name), to: value ?? defaultText(name) }
        return adminAudit({ mode, at: now, actor: ADMIN, action: 'setting.change', subject: name, detail })
      })
      const set = changed.flatMap(({ name, value }) => (value === null ? [] : [{ mode, name, value }]))
      const unset = changed.flatMap(({ name, value }) => (value === null ? [{ mode, name }] : []))
      await books.act({ audit, settings: set, unset })
      const values = await books.settings(mode)
      return { items: NAMES.map((name) => shown(values, name)) }
    },
  }),
  operation({
    ...IN_MODE,
    id: 'listAudit',
    method: 'GET',
    path: '/audit',
    tag: 'Audit',
    summary: 'Every act of a person or a key, the newest first',
    query: z.object({
      subject: filter.meta({ description: 'The key of what it is about.' }),
      actor: filter.meta({ description: '`admin`, `operator` (a command), `server`, or a public key.' }),
      action: filter.meta({ description: 'As `setting.change`; `setting.` is every act on settings.' }),
      ...{ from: moment.optional(), until: moment.optional() },
      ...PLACE,
    }),
    answers: listOf(AuditLine),
    message: 'Audit log retrieved',
    example: { data: { items: [exampleLine], has_more: false } },
    async handle({ books, mode, query }) {
      const { limit, subject, actor, action, from, until } = query
      const narrowed = given({ subject, actor, action, from, until })
      return pageOf(await books.auditLog({ mode, limit, ...narrowed, ...placeOf(query) }), auditLine)
    },
  }),
  operation({
    ...IN_MODE,
    id: 'search',
    method: 'GET',
    path: '/search',
    tag: 'Search',
    summary: `Find customers by the beginning of key or e-mail, or by platform id, and partners by key, e-mail or name; ${MOST} each`,
    query: z.object({ q: z.string().trim().min(1, 'must not be empty').max(255, 'must be at most 255 characters') }),
    answers: Found,
    message: 'Search done',
    example: {
      data: {
        customers: [exampleCustomer],
        partners: [examplePartnership],
      },
    },
    async handle({ books, mode, query: { q } }) {
      const [customerKeys, partnerKeys] = await Promise.all([
        books.searchCustomers(mode, q, MOST),
        books.searchPartners(mode, q, MOST),
      ])
      const page = { mode, limit: MOST, orderBy: '-created_at', includeArchived: true } as const
      const [customers, partners] = await Promise.all([
        customerKeys.length === 0 ? [] : (await books.customers({ ...page, customerKeys })).items,
        partnerKeys.length === 0 ? [] : (await books.partners({ ...page, partnerKeys })).items,
      ])
      return {
        customers: customers.map(customerObject),
        partners: partners.map(partnershipObject),
      }
    },
  }),
]
