/** Part of the store's contract: what a batch needs of rewards is found by what earned them, in its own mode only. */
import { describe, expect, it } from 'vitest'
import type { CappedRewards, Rows, Wanted } from '../../src/store/store.ts'
import { actionRow, rewardRow, triggerRow } from '../support/reward-rows.ts'
import { changes, ground, partnerRow, customerRow, groupRow, paymentRow } from '../support/rows.ts'
import type { StoreUnderTest } from './store.ts'

const payments = [1, 2, 3, 4].map((n) =>
  paymentRow({ key: `tran_${n}`, sourceKey: `ch_${n}`, createdAt: n * 100, archived: n === 1 ? 'replaced' : null }),
)
const waiting = paymentRow({ key: 'tran_w', sourceKey: 'ch_w', state: 'waiting', customer: null, partnerKey: null })
const earned = [1, 2, 3, 4].map((n) => rewardRow({ key: `rwrd_${n}`, cause: `tran_${n}`, payment: `tran_${n}` }))
const further = rewardRow({ key: 'rwrd_2b', cause: 'tran_2', payment: 'tran_2', part: 1 })
const byOther = rewardRow({ key: 'rwrd_2o', cause: 'tran_2', payment: 'tran_2', triggerKey: 'trig_2' })
const given = rewardRow({ key: 'rwrd_g', cause: 'rwrd_g', payment: 'tran_2', triggerKey: null, rate: null })
const signup = rewardRow({ key: 'rwrd_s', cause: 'cus_1', payment: null, triggerKey: 'trig_3' })
const deeds = [
  actionRow({ key: 'act_1', externalKey: 'deed', createdAt: 100 }),
  actionRow({ key: 'act_2', targetType: 'partnership', customer: null, createdAt: 200 }),
  actionRow({ key: 'act_3', targetType: 'partnership', customer: null, createdAt: 300 }),
]
const forDeeds = deeds.map(({ key, customer }) =>
  rewardRow({ key: `rwrd_${key}`, cause: key, action: key, customer, payment: null, triggerKey: 'trig_2' }),
)
const held = [500, 400, 600, 400].map((holdUntil, n) =>
  rewardRow({ key: `rwrd_h${n}`, cause: `x${n}`, customer: null, payment: null, status: 'hold', holdUntil }),
)
const letGo = rewardRow({ key: 'rwrd_h9', cause: 'x9', customer: null, payment: null, holdUntil: 100 })

const everything = changes({
  ...ground(),
  triggers: [
    triggerRow(),
    triggerRow({ key: 'trig_2', event: 'action' }),
    triggerRow({ key: 'trig_3', archived: true }),
  ],
  payments: [...payments, waiting],
  actions: deeds,
  rewards: [...earned, further, byOther, given, signup, ...forDeeds, ...held, letGo],
})
const otherMode = changes({
  groups: [groupRow({ key: 'grup_t', mode: 'test' })],
  partners: [partnerRow({ key: 'part_t', mode: 'test', groupKey: 'grup_t' })],
  customers: [customerRow({ key: 'cus_t', mode: 'test' })],
  triggers: [triggerRow({ key: 'trig_t', mode: 'test' })],
  payments: [paymentRow({ key: 'tran_t', mode: 'test', customer: 'cus_t', sourceKey: 'ch_t' })],
  actions: [actionRow({ key: 'act_t', mode: 'test', customer: 'cus_t', externalKey: 'deed' })],
  rewards: [
    rewardRow({ key: 'rwrd_t', mode: 'test', cause: 'tran_t', payment: 'tran_t', customer: 'cus_t' }),
    rewardRow({
      key: 'rwrd_th',
      mode: 'test',
      cause: 'x',
      customer: null,
      payment: null,
      status: 'hold',
      holdUntil: 1,
    }),
  ],
})

const capped = (over: Partial<CappedRewards>): Wanted => ({
  capped: [{ trigger: 'trig_1', event: 'transaction', customer: 'cus_1', partner: null, limit: 9, ...over }],
})

export function testLoadRewards(current: () => StoreUnderTest): void {
  const load = async (wanted: Wanted): Promise<Rows> => {
    await current().store.atomically((tx) => tx.save(everything))
    await current().store.atomically((tx) => tx.save(otherMode))
    return current().store.atomically((tx) => tx.load('production', wanted))
  }

  describe('load', () => {
    it.each<[string, Wanted, string[]]>([
      ['rewards by key', { rewards: ['rwrd_1', 'rwrd_t'] }, ['rwrd_1']],
      ['all that a payment earned, and was given for it', { rewardsFor: ['tran_2'] }, ['2', '2b', '2o', 'g']],
      ['what an action earned', { rewardsFor: ['act_1'] }, ['act_1']],
      ['nothing that the other mode earned', { rewardsFor: ['tran_t'], rewardsOf: ['cus_t'] }, []],
      ['all of a customer', { rewardsOf: ['cus_1'] }, ['1', '2', '2b', '2o', '3', '4', 'act_1', 'g', 's']],
      ['what counts for a cap, but for what gave way', capped({}), ['2', '3', '4']],
      ['no more of that than there is room for, the oldest', capped({ limit: 2 }), ['2', '3']],
      ['what counts for the cap of another trigger', capped({ trigger: 'trig_2' }), ['2o']],
      ['what counts for a cap on actions', capped({ trigger: 'trig_2', event: 'action' }), ['act_1']],
      [
        'what counts for a cap on what a partner did itself',
        capped({ trigger: 'trig_2', event: 'action', customer: null, partner: 'ada' }),
        ['act_2', 'act_3'],
      ],
      [
        'caps of several triggers at once',
        { capped: ['trig_1', 'trig_2'].flatMap((trigger) => [...(capped({ trigger, limit: 1 }).capped ?? [])]) },
        ['2', '2o'],
      ],
      ['those whose hold period is over', { due: [{ until: 500, limit: 9 }] }, ['h0', 'h1', 'h3']],
      ['some of those whose hold period is over', { due: [{ until: 500, limit: 2 }] }, ['h1', 'h3']],
      ['none whose hold period is not over', { due: [{ until: 399, limit: 9 }] }, []],
    ])('finds %s', async (_what, wanted, keys) => {
      const { rewards } = await load(wanted)
      const short = (key: string): string => key.replace('rwrd_', '')
      expect(rewards.map(({ key }) => short(key)).sort()).toEqual(keys.map(short).sort())
    })

    it.each<[string, Wanted, string[]]>([
      ['the two oldest payments of a customer that count', { firstPaymentsOf: ['cus_1'] }, ['tran_2', 'tran_3']],
      ['no payment of the other mode', { firstPaymentsOf: ['cus_t'] }, []],
      ['triggers by key, archived or not', { triggers: ['trig_3', 'trig_t'] }, ['trig_3']],
      ['triggers by event, archived or not', { triggersOn: ['transaction'] }, ['trig_1', 'trig_3']],
      ['actions by external key', { actions: ['deed'] }, ['act_1']],
      ['actions by key', { actions: ['act_2', 'act_t'] }, ['act_2']],
    ])('finds %s', async (_what, wanted, keys) => {
      const { payments, triggers, actions } = await load(wanted)
      const found = [...payments, ...triggers, ...actions].map(({ key }) => key)
      expect(found.sort()).toEqual(keys)
    })
  })
}
