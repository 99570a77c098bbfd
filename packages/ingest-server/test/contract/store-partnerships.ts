/** Part of the store's contract: partners, groups, links and prospects are found and listed with what is shown beside them. */
import { describe, expect, it } from 'vitest'
import type { PartnersQuery } from '../../src/store/partnerships.ts'
import type { ProspectsQuery } from '../../src/store/prospects.ts'
import { prospectRow } from '../support/reward-rows.ts'
import { changes, customerRow, groupRow, linkRow, partnerRow } from '../support/rows.ts'
import type { StoreUnderTest } from './store.ts'

const gold = groupRow({ key: 'grup_2', slug: 'gold', name: 'Gold', isDefault: false, createdAt: 2_000 })
const closed = groupRow({ key: 'grup_3', slug: 'closed', isDefault: false, archived: true, createdAt: 3_000 })
/** In the other mode, by the same slug. */
const testGroup = groupRow({ key: 'grup_4', mode: 'test' })

const ada = partnerRow({ tokenHash: 'a'.repeat(64), createdAt: 1_000 })
const bob = partnerRow({
  ...{ key: 'part_2', partnerKey: 'bob', email: 'bob@partners.test', groupKey: 'grup_2', createdAt: 2_000 },
  ...{ firstName: 'Grace', lastName: 'Hopper' },
})
const eve = partnerRow({
  ...{ key: 'part_3', partnerKey: 'eve', email: 'eve@partners.test', archived: true, tokenHash: 'e'.repeat(64) },
  createdAt: 3_000,
})
/** Has the e-mail of one that is archived. */
const newEve = partnerRow({ key: 'part_4', partnerKey: 'eve2', email: 'eve@partners.test', createdAt: 4_000 })
const elsewhere = partnerRow({ key: 'part_5', mode: 'test', groupKey: 'grup_4' })

const deal = prospectRow({ externalKey: 'crm-1', customer: 'cus_1', createdAt: 1_000 })
const groups = prospectRow({ key: 'deal_2', partnerKey: null, groupKey: 'grup_2', createdAt: 2_000 })
const bobs = prospectRow({ key: 'deal_3', partnerKey: 'bob', createdAt: 3_000 })
const dropped = prospectRow({ key: 'deal_4', archived: true, createdAt: 4_000 })
/** Of another kind, by the same external key. */
const lead = prospectRow({ key: 'lead_1', kind: 'lead', externalKey: 'crm-1' })

const links = [1, 2, 3].map((n) => linkRow({ key: `link_${n}`, path: `ada-${n}`, createdAt: n * 1_000 }))

const everything = changes({
  groups: [groupRow(), gold, closed, testGroup],
  partners: [ada, bob, eve, newEve, elsewhere],
  customers: [customerRow()],
  links: [...links, linkRow({ key: 'link_4', path: 'bob', partnerKey: 'bob' })],
  prospects: [deal, groups, bobs, dropped, lead],
})

const page = { mode: 'production', limit: 250, orderBy: '-created_at' } as const

export function testPartnerships(current: () => StoreUnderTest): void {
  const store = () => current().store
  const save = (): Promise<void> => store().atomically((tx) => tx.save(everything))

  describe('partners', () => {
    it.each<[string, Partial<PartnersQuery>, string[]]>([
      ['that stand', {}, ['part_4', 'part_2', 'part_1']],
      ['archived ones too', { includeArchived: true }, ['part_4', 'part_3', 'part_2', 'part_1']],
      ['by key', { partnerKeys: ['ada', 'eve', 'nobody'] }, ['part_1']],
      ['by internal key', { partnershipKey: 'part_2' }, ['part_2']],
      ['of a group, by slug', { group: 'gold' }, ['part_2']],
      ['of a group, by key', { group: 'grup_1' }, ['part_4', 'part_1']],
      ['of no group there is', { group: 'nothing' }, []],
      ['by e-mail', { email: 'BOB@partners.test' }, ['part_2']],
      ['by letters of the e-mail, in any case', { search: 'OB@Part' }, ['part_2']],
      ['by letters of the key', { search: 've2' }, ['part_4']],
      ['by letters of a name from its first to its last', { search: 'ace hop' }, ['part_2']],
      ['by letters that are no pattern', { search: '%' }, []],
      ['of the other mode', { mode: 'test' }, ['part_5']],
      ['from a cursor on', { startingAfter: 'part_2' }, ['part_1']],
      ['before a cursor, archived itself', { endingBefore: 'part_3' }, ['part_4']],
    ])('are listed %s', async (_what, query, keys) => {
      await save()
      const { items } = await store().partners({ ...page, ...query })
      expect(items.map(({ partner }) => partner.key)).toEqual(keys)
      for (const { partner, group } of items) expect(group.key).toBe(partner.groupKey)
    })

    it.each([
      ['partner_key', 'ada', 'part_1'],
      ['internal key', 'part_2', 'part_2'],
      ['e-mail, in any case', ' ADA@partners.test ', 'part_1'],
      ['e-mail, the one that stands first', 'eve@partners.test', 'part_4'],
      ['key, though it is archived', 'eve', 'part_3'],
    ])('are found by their %s', async (_what, ref, key) => {
      await save()
      expect((await store().partnership('production', ref))?.partner.key).toBe(key)
    })

    it('are not found in the other mode, nor where nobody is', async () => {
      await save()
      expect(await store().partnership('test', 'part_1')).toBeNull()
      expect(await store().partnership('production', '')).toBeNull()
    })

    it('are known by their token, unless they are archived', async () => {
      await save()
      expect(await store().partnerByToken('a'.repeat(64))).toEqual(ada)
      expect(await store().partnerByToken('e'.repeat(64))).toBeNull()
      expect(await store().partnerByToken('')).toBeNull()
    })
  })

  describe('groups and links', () => {
    it('are listed, groups of one mode, links of one partner', async () => {
      await save()
      const keys = ({ items }: { readonly items: readonly { readonly key: string }[] }) => items.map(({ key }) => key)
      expect(keys(await store().groups(page))).toEqual(['grup_2', 'grup_1'])
      expect(keys(await store().groups({ ...page, includeArchived: true }))).toEqual(['grup_3', 'grup_2', 'grup_1'])
      expect(keys(await store().groups({ ...page, mode: 'test' }))).toEqual(['grup_4'])
      expect(keys(await store().linksOf({ ...page, partnerKey: 'ada' }))).toEqual(['link_3', 'link_2', 'link_1'])
      const second = { ...page, limit: 1, partnerKey: 'ada', startingAfter: 'link_3' }
      expect(await store().linksOf(second)).toEqual({ items: [links[1]], hasMore: true })
    })

    it.each([
      ['slug', 'gold', 'grup_2'],
      ['key', 'grup_1', 'grup_1'],
      ['key, though it is archived', 'grup_3', 'grup_3'],
      ['nothing', 'silver', undefined],
    ])('are found by %s', async (_what, ref, key) => {
      await save()
      expect((await store().group('production', ref))?.key).toBe(key)
    })
  })

  describe('deals and leads', () => {
    it.each<[string, Partial<ProspectsQuery>, string[]]>([
      ['of a kind', {}, ['deal_3', 'deal_2', 'deal_1']],
      ['of the other kind', { kind: 'lead' }, ['lead_1']],
      ['archived ones too', { includeArchived: true, limit: 1 }, ['deal_4']],
      ['of a partner', { partnerKey: 'bob' }, ['deal_3']],
      ['of a partner, by internal key', { partnershipKey: 'part_1' }, ['deal_1']],
      ["of a group: its own and its partners'", { group: 'gold' }, ['deal_3', 'deal_2']],
      ['by external key', { externalKey: 'crm-1' }, ['deal_1']],
      ['of the other mode', { mode: 'test' }, []],
    ])('are listed %s', async (_what, query, keys) => {
      await save()
      const { items } = await store().prospects({ ...page, kind: 'deal', ...query })
      expect(items.map(({ prospect }) => prospect.key)).toEqual(keys)
    })

    it('are shown with partner, group and customer', async () => {
      await save()
      const whole = { prospect: deal, partner: ada, group: groupRow(), customer: customerRow() }
      expect(await store().prospect('production', 'deal', 'crm-1')).toEqual(whole)
      const without = { prospect: groups, partner: null, group: gold, customer: null }
      expect(await store().prospect('production', 'deal', 'deal_2')).toEqual(without)
      expect(await store().prospect('production', 'lead', 'deal_2')).toBeNull()
      expect(await store().prospect('test', 'deal', 'deal_2')).toBeNull()
    })

    it('are loaded by either key, with partners by their internal one', async () => {
      await save()
      const rows = await store().atomically((tx) =>
        tx.load('production', { prospects: ['crm-1', 'deal_2'], partners: ['part_2', 'part_5'] }),
      )
      expect(rows.prospects.map(({ key }) => key).sort()).toEqual(['deal_1', 'deal_2', 'lead_1'])
      expect(rows.partners).toEqual([bob])
    })
  })
}
