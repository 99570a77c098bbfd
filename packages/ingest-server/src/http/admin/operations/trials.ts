/** Trying a trigger on what is past, before it is saved. */
import { z } from 'zod'
import { checkConditions, NO_CONDITIONS, soundRate } from '../../../ledger/trigger-terms.ts'
import { OBSTACLES } from '../../../ledger/trigger-conditions.ts'
import { tryTrigger, type PastCause, type Tried, type TrialTerms } from '../../../ledger/trial.ts'
import { currencyCode, money, textOrNull, time } from '../../../objects/shapes.ts'
import { readSettings } from '../../../settings.ts'
import { operation, type Call } from '../../api/operation.ts'
import { findGroup } from '../../operations/find.ts'
import { conditions, conditionsOf, EVENTS, rateOf, reward } from '../../operations/trigger-fields.ts'
import { JUDGED, pastFor } from '../past.ts'
import { IN_MODE } from './parts.ts'

const Terms = z.object({
  event: z.enum(EVENTS, `must be one of ${EVENTS.join(', ')}`),
  conditions: conditions.optional(),
  reward,
})

const Sum = z.strictObject({ currency: currencyCode, count: z.int(), amount: money })
const Item = z.strictObject({
  key: z.string().meta({ description: 'Of the transaction, customer or action.' }),
  at: time,
  customer: z
    .strictObject({ key: z.string(), name: textOrNull, email: textOrNull, customer_key: z.string() })
    .nullable(),
  partner_key: z.string(),
  paid: z.strictObject({ amount: money, currency: currencyCode }).nullable(),
  earned: z.strictObject({ amount: money, currency: currencyCode }).nullable(),
  obstacle: z
    .enum([...OBSTACLES, 'nothing'])
    .nullable()
    .meta({ description: 'Which condition is not met; `nothing`: there is nothing to earn by it.' }),
})
const Trial = z
  .strictObject({
    judged: z.int().meta({ description: `The newest ${JUDGED} that stand, at most.` }),
    fit: z.int(),
    earned: z.array(Sum),
    items: z.array(Item).meta({ description: 'The newest first.' }),
  })
  .meta({ id: 'TriggerTrial' })

async function termsOf(call: Call<unknown, unknown, z.output<typeof Terms>>): Promise<TrialTerms> {
  const { books, mode, body } = call
  const said = { ...NO_CONDITIONS, ...conditionsOf(body.conditions ?? {}) }
  checkConditions(body.event, said)
  const groups = await Promise.all(said.groups.map((ref) => findGroup(call, ref, true)))
  const settings = readSettings(await books.settings(mode))
  return {
    event: body.event,
    conditions: { ...said, groups: groups.map(({ key }) => key) },
    rate: soundRate({ settings }, body.event, rateOf(body.reward)),
  }
}

function shown({ key, at, customer, partner, payment }: PastCause, tried: Tried | undefined): z.input<typeof Item> {
  const { obstacle, amount, currency } = tried ?? { obstacle: 'nothing', amount: 0, currency: '' }
  return {
    ...{ key, at, partner_key: partner.partnerKey, obstacle },
    customer: customer && {
      ...{ key: customer.key, name: customer.name, email: customer.email, customer_key: customer.customerKey },
    },
    paid: payment && { amount: payment.amount, currency: payment.currency },
    earned: obstacle === null ? { amount, currency } : null,
  }
}

const exampleItem: z.input<typeof Item> = {
  ...{ key: 'tran_0SlGpYh3Kq9Zb1', at: 1767225600000, partner_key: 'ada', obstacle: null },
  customer: { key: 'cus_0SlGpYh3Kq9Zb1', name: 'Carla Ruiz', email: 'carla@example.com', customer_key: 'user-42' },
  ...{ paid: { amount: 4900, currency: 'USD' }, earned: { amount: 980, currency: 'USD' } },
}

export const trials = [
  operation({
    ...IN_MODE,
    id: 'tryTrigger',
    method: 'POST',
    path: '/triggers/trial',
    tag: 'Triggers',
    summary: 'What a trigger would have earned by what came lately; nothing is saved',
    body: Terms,
    answers: Trial,
    message: 'Trigger tried',
    example: {
      body: { event: 'transaction', reward: { type: 'percent', percent: 20 } },
      data: { judged: 1, fit: 1, earned: [{ currency: 'USD', count: 1, amount: 980 }], items: [exampleItem] },
    },
    refuses: ['NOT_FOUND'],
    async handle(call) {
      const terms = await termsOf(call)
      const { judged, known } = await pastFor(call, terms)
      const tried = tryTrigger(terms, known)
      const items = judged.map((cause) => shown(cause, tried.get(cause.key)))
      const earned = items.flatMap((item) => item.earned ?? [])
      const sums = [...Map.groupBy(earned, ({ currency }) => currency)].map(([currency, of]) => ({
        ...{ currency, count: of.length, amount: of.reduce((sum, { amount }) => sum + amount, 0) },
      }))
      return { judged: items.length, fit: earned.length, earned: sums, items }
    },
  }),
]
