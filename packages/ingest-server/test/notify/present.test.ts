/** What is told is what the API shows: no more, no less, and nothing is told of what it does not show. */
import { describe, expect, it } from 'vitest'
import { HIDDEN, type Told } from '../../src/ledger/messages.ts'
import { bodyOf } from '../../src/notify/body.ts'
import { present } from '../../src/notify/present.ts'
import { CustomerV1 } from '../../src/objects/customer-v1.ts'
import { Customer } from '../../src/objects/customer.ts'
import { Partnership } from '../../src/objects/partnership.ts'
import { Reward } from '../../src/objects/reward.ts'
import { Transaction } from '../../src/objects/transaction.ts'
import { actionRow, messageRow, rewardRow, triggerRow } from '../support/reward-rows.ts'
import { customerRow, groupRow, partnerRow, paymentRow } from '../support/rows.ts'

const [partner, group, customer, payment] = [partnerRow(), groupRow(), customerRow(), paymentRow()]
const TOLD: Told = {
  partnership: { partner, group },
  customer: { customer, partner },
  transaction: { payment, customer, partner },
  reward: { reward: rewardRow(), partner, group, customer, payment, action: actionRow(), trigger: triggerRow() },
}
const shapes = { partnership: Partnership, customer: Customer, transaction: Transaction, reward: Reward }
const kinds = Object.keys(TOLD) as (keyof Told)[]
/** In each kind, the row that changes. */
const ROW = { partnership: 'partner', customer: 'customer', transaction: 'payment', reward: 'reward' } as const
/** Fields that name the rows shown beside, or that no change of a row has. */
const BESIDE = ['key', 'mode', 'partnerKey', 'customer', 'payment', 'action', 'triggerKey', 'groupKey', 'state']

const show = (kind: keyof Told, data: object, style: 'v1' | 'v2' = 'v2'): Readonly<Record<string, unknown>> =>
  present(style, messageRow({ event: `${kind}.updated`, data: { ...data } }))

const another = (value: unknown): unknown => {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return value + 1
  if (Array.isArray(value)) return ['another']
  if (typeof value === 'object' && value !== null) return { ...value, tags: ['another'], another: 1 }
  return value === 'pending' ? 'approved' : 'another'
}

describe.each(kinds)('a %s', (kind) => {
  it('is the API’s own object', () => {
    expect(shapes[kind].parse(show(kind, TOLD[kind]))).toEqual(show(kind, TOLD[kind]))
    const v1 = kind === 'customer' ? CustomerV1 : shapes[kind]
    expect(v1.parse(show(kind, TOLD[kind], 'v1'))).toEqual(show(kind, TOLD[kind], 'v1'))
  })

  const row = (TOLD[kind] as unknown as Record<string, Record<string, unknown>>)[ROW[kind]] ?? {}
  const fields = Object.keys(row).filter((field) => !BESIDE.includes(field))
  it.each(fields)('shows %s, or nothing is told of it', (field) => {
    const changed = { ...TOLD[kind], [ROW[kind]]: { ...row, [field]: another(row[field]) } }
    const isShown = JSON.stringify(show(kind, changed)) !== JSON.stringify(show(kind, TOLD[kind]))
    // Its time alone is no change; that it is gone is told by a name of its own.
    if (field !== 'updatedAt' && field !== 'archived') expect(isShown).toBe(!HIDDEN[kind].includes(field))
  })
})

describe('a body', () => {
  it('has what the object has, its own times among it, and what happened to it', () => {
    const message = messageRow({ data: { ...TOLD.customer }, mode: 'test', createdAt: 9_000 })
    const { event, id, ...object } = JSON.parse(bodyOf('v2', message, present)) as Record<string, unknown>
    expect([event, id]).toEqual(['customer.created', message.key])
    expect(object).toEqual(show('customer', TOLD.customer))
    expect(object).toMatchObject({ created_at: customer.createdAt, test: false })
  })

  it('has the time and mode of the change where the object has none', () => {
    const body = bodyOf('v1', messageRow({ mode: 'test', createdAt: 9_000 }), () => ({ key: 'x' }))
    expect(JSON.parse(body)).toEqual({
      created_at: 9_000,
      test: true,
      key: 'x',
      event: 'customer_created',
      id: 'msg_1',
    })
  })

  it('is not made of what nobody has heard of', () => {
    expect(() => present('v2', messageRow({ event: 'weather.changed' }))).toThrow('no object')
  })
})
