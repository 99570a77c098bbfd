/** Part of the store's contract: rewards, triggers and actions are found and listed with what is shown beside them. */
import { describe, expect, it } from 'vitest'
import type { ActionsQuery, RewardsQuery, TriggersQuery } from '../../src/store/reward-reads.ts'
import { actionRow, rewardRow, triggerRow } from '../support/reward-rows.ts'
import { changes, customerRow, groupRow, partnerRow, paymentRow } from '../support/rows.ts'
import type { StoreUnderTest } from './store.ts'

const bob = partnerRow({ key: 'part_2', partnerKey: 'bob', email: 'bob@partners.test' })
const second = customerRow({ key: 'cus_2', customerKey: 'c2', partnerKey: 'bob' })
const otherTrigger = triggerRow({ key: 'trig_2', event: 'action', createdAt: 2_000 })
const gone = triggerRow({ key: 'trig_3', event: 'signup', archived: true, createdAt: 3_000 })

const action = actionRow({ externalKey: 'demo-1', createdAt: 1_000 })
const partnersOwn = actionRow({
  ...{ key: 'act_2', targetType: 'partnership', customer: null, partnerKey: 'bob', type: 'training' },
  createdAt: 2_000,
})
const dropped = actionRow({ key: 'act_3', archived: true, createdAt: 3_000 })

const earned = rewardRow({ createdAt: 1_000 })
const clawback = rewardRow({ key: 'rwrd_2', part: 1, amount: -50, status: 'paid', createdAt: 2_000 })
const signup = rewardRow({
  ...{ key: 'rwrd_3', cause: 'cus_1', payment: null, status: 'hold', holds: ['sign-up without a click'] },
  createdAt: 3_000,
})
const given = rewardRow({
  ...{ key: 'rwrd_4', cause: 'rwrd_4', triggerKey: null, rate: null, source: 'api', currency: 'EUR', createdAt: 4_000 },
  description: 'a talk',
})
const byAction = rewardRow({
  ...{ key: 'rwrd_5', cause: 'act_1', action: 'act_1', payment: null, triggerKey: 'trig_2', createdAt: 5_000 },
})
const others = rewardRow({
  ...{ key: 'rwrd_6', cause: 'act_2', action: 'act_2', payment: null, customer: null, partnerKey: 'bob' },
  ...{ triggerKey: 'trig_2', createdAt: 6_000 },
})
const takenBack = rewardRow({
  ...{ key: 'rwrd_7', cause: 'tran_2', payment: 'tran_2', customer: 'cus_2', partnerKey: 'bob', amount: 0 },
  ...{ archived: true, createdAt: 7_000 },
})

const everything = changes({
  groups: [groupRow()],
  triggers: [triggerRow(), otherTrigger, gone],
  partners: [partnerRow(), bob],
  customers: [customerRow(), second],
  payments: [paymentRow(), paymentRow({ key: 'tran_2', sourceKey: 'ch_2', customer: 'cus_2', partnerKey: 'bob' })],
  actions: [action, partnersOwn, dropped],
  rewards: [earned, clawback, signup, given, byAction, others, takenBack],
})

const page = { mode: 'production', limit: 250, orderBy: '-created_at' } as const

export function testRewardReads(current: () => StoreUnderTest): void {
  const save = (): Promise<void> => current().store.atomically((tx) => tx.save(everything))

  describe('rewards', () => {
    it.each<[string, Partial<RewardsQuery>, string[]]>([
      ['all that were not taken back', {}, ['rwrd_6', 'rwrd_5', 'rwrd_4', 'rwrd_3', 'rwrd_2', 'rwrd_1']],
      ['those of a partner', { partnerKey: 'bob' }, ['rwrd_6']],
      ['those of a partnership', { partnershipKey: 'part_2', includeArchived: true }, ['rwrd_7', 'rwrd_6']],
      ['all of a customer', { customer: 'cus_1' }, ['rwrd_5', 'rwrd_4', 'rwrd_3', 'rwrd_2', 'rwrd_1']],
      ['what was taken back of a customer', { customer: 'cus_2', includeArchived: true }, ['rwrd_7']],
      ['all of a payment', { payment: 'tran_1' }, ['rwrd_4', 'rwrd_2', 'rwrd_1']],
      ['those pending', { statuses: ['pending'] }, ['rwrd_6', 'rwrd_5', 'rwrd_4', 'rwrd_1']],
      ['those on hold', { statuses: ['hold'] }, ['rwrd_3']],
      ['those on hold or paid', { statuses: ['hold', 'paid'] }, ['rwrd_3', 'rwrd_2']],
      ['none of no state', { statuses: [] }, []],
      ['those of a trigger', { trigger: 'trig_2' }, ['rwrd_6', 'rwrd_5']],
      ['those in a currency', { currency: 'EUR' }, ['rwrd_4']],
      ['those of a customer and a state', { customer: 'cus_1', statuses: ['paid'] }, ['rwrd_2']],
      ['from a cursor on', { customer: 'cus_1', startingAfter: 'rwrd_4', limit: 2 }, ['rwrd_3', 'rwrd_2']],
      ['back from a cursor', { endingBefore: 'rwrd_3', limit: 2 }, ['rwrd_5', 'rwrd_4']],
      ['none of the other mode', { mode: 'test' }, []],
    ])('are listed: %s', async (_what, query, keys) => {
      await save()
      const { items } = await current().store.rewards({ ...page, ...query })
      expect(items.map(({ reward }) => reward.key)).toEqual(keys)
    })

    it('come with all that is shown beside them', async () => {
      await save()
      expect(await current().store.reward('production', 'rwrd_1')).toEqual({
        ...{ reward: earned, partner: partnerRow(), group: groupRow(), customer: customerRow() },
        ...{ payment: paymentRow(), action: null, trigger: triggerRow() },
      })
      expect(await current().store.reward('production', 'rwrd_6')).toEqual({
        ...{ reward: others, partner: bob, group: groupRow(), customer: null },
        ...{ payment: null, action: partnersOwn, trigger: otherTrigger },
      })
      expect((await current().store.reward('production', 'rwrd_7'))?.reward.archived).toBe(true)
      expect(await current().store.reward('test', 'rwrd_1')).toBeNull()
    })

    it('are one for each trigger, cause and part; a person may give any number', async () => {
      await save()
      const put = (over: Parameters<typeof rewardRow>[0]): Promise<void> =>
        current().store.atomically((tx) => tx.save(changes({ rewards: [rewardRow({ key: 'rwrd_9', ...over })] })))
      await expect(put({})).rejects.toThrow()
      await put({ part: 2 })
      await put({ triggerKey: null, cause: 'rwrd_9' })
    })
  })

  describe('triggers', () => {
    it.each<[string, Partial<TriggersQuery>, string[]]>([
      ['those that stand', {}, ['trig_2', 'trig_1']],
      ['archived ones when asked', { includeArchived: true }, ['trig_3', 'trig_2', 'trig_1']],
      ['those of an event', { event: 'transaction' }, ['trig_1']],
      ['none of the other mode', { mode: 'test' }, []],
    ])('are listed: %s', async (_what, query, keys) => {
      await save()
      const { items } = await current().store.triggers({ ...page, ...query })
      expect(items.map(({ key }) => key)).toEqual(keys)
    })

    it('are found by key, archived ones too, in their own mode', async () => {
      await save()
      expect(await current().store.trigger('production', 'trig_3')).toEqual(gone)
      expect(await current().store.trigger('test', 'trig_1')).toBeNull()
    })
  })

  describe('actions', () => {
    it.each<[string, Partial<ActionsQuery>, string[]]>([
      ['those that stand', {}, ['act_2', 'act_1']],
      ['archived ones when asked', { includeArchived: true }, ['act_3', 'act_2', 'act_1']],
      ['those of a partner', { partnerKey: 'bob' }, ['act_2']],
      ['those of a partnership', { partnershipKey: 'part_1' }, ['act_1']],
      ['those of a customer', { customer: 'cus_1' }, ['act_1']],
      ['those of a type', { type: 'training' }, ['act_2']],
      ['none of the other mode', { mode: 'test' }, []],
    ])('are listed: %s', async (_what, query, keys) => {
      await save()
      const { items } = await current().store.actions({ ...page, ...query })
      expect(items.map((view) => view.action.key)).toEqual(keys)
    })

    it.each([
      ['its external key', 'demo-1', { action, customer: customerRow(), partner: partnerRow() }],
      ['its own key', 'act_2', { action: partnersOwn, customer: null, partner: bob }],
      ['neither', 'act_9', null],
    ])('are found by %s', async (_how, ref, view) => {
      await save()
      expect(await current().store.action('production', ref)).toEqual(view)
      expect(await current().store.action('test', ref)).toBeNull()
    })
  })
}
