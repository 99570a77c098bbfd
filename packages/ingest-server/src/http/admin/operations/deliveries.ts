/** The inbox: what came in, what became of it, and working it again. */
import { z } from 'zod'
import { AppError } from '../../../errors.ts'
import { isPlainText } from '../../../inbox/json.ts'
import { listDeliveries, SHOWN_STATES, stateAt } from '../../../inbox/listing.ts'
import { replay } from '../../../inbox/replay.ts'
import { listOf } from '../../../objects/shapes.ts'
import type { ListedDelivery } from '../../../store/rows.ts'
import { operation, type Call } from '../../api/operation.ts'
import { text } from '../../fields.ts'
import { filter, pageOf } from '../../paging.ts'
import { key, one } from '../../operations/parts.ts'
import { Delivery, deliveryObject, exampleDelivery } from '../objects.ts'
import { ADMIN, IN_MODE, LIMIT, moment } from './parts.ts'

const FILTERS = {
  state: z.enum(SHOWN_STATES, `must be one of ${SHOWN_STATES.join(', ')}`).optional(),
  provider: filter.meta({ description: 'A platform, or `script`.' }),
  customer: filter.meta({ description: 'customer_key, provider_key, `cus_…` or e-mail.' }),
}
const List = z.object({
  ...FILTERS,
  since: moment.optional(),
  until: moment.optional(),
  limit: LIMIT,
  starting_after: filter,
})

const Whole = Delivery.extend({
  headers: z.record(z.string(), z.string()),
  body: z
    .string()
    .nullable()
    .meta({ description: 'As it came, where it is text; null where it is not, or no longer kept.' }),
  json: z.unknown().meta({ description: 'The same, read as JSON; null where it is none.' }),
}).meta({ id: 'WholeDelivery' })

const Choice = z.object({
  customer: key.optional().meta({ description: 'Whose payment it is, where nothing told.' }),
  payment: key.optional().meta({ description: 'Which payment a refund is of, by the id its platform has for it.' }),
})

const AT_ONCE = 50
const Filtered = z.object({
  ...FILTERS,
  since: z.int().optional(),
  until: z.int().optional(),
  starting_after: text(100).optional().meta({ description: '`next` of the answer before.' }),
})
const Replayed = z
  .strictObject({
    replayed: z.int(),
    failed: z.int(),
    results: z.array(z.strictObject({ key: z.string(), state: z.string(), reason: z.string() })),
    next: z.string().nullable().meta({ description: 'Where to go on; null where all are done.' }),
  })
  .meta({ id: 'Replayed' })

async function find({ books, mode }: Pick<Call, 'books' | 'mode'>, id: string): Promise<ListedDelivery> {
  const row = await books.delivery(id)
  if (row?.mode === mode) return row
  throw new AppError('NOT_FOUND', 'There is no delivery with this key.')
}

function jsonOf(body: string | null): unknown {
  try {
    return body === null ? null : (JSON.parse(body) as unknown)
  } catch {
    return null
  }
}

function textOf(bytes: Uint8Array | null): string | null {
  const body = bytes === null ? null : Buffer.from(bytes).toString('utf8')
  return body !== null && isPlainText(body) ? body : null
}

const about = { ...IN_MODE, tag: 'Deliveries' } as const
const named = { params: one('`dlv_…`'), refuses: ['NOT_FOUND'] } as const

export const deliveries = [
  operation({
    ...about,
    id: 'listDeliveries',
    method: 'GET',
    path: '/deliveries',
    summary: 'List what came in, the newest first',
    query: List,
    answers: listOf(Delivery),
    message: 'Deliveries retrieved',
    example: { data: { items: [exampleDelivery], has_more: false } },
    refuses: ['UNKNOWN_CURSOR', 'EMAIL_AMBIGUOUS'],
    async handle(call) {
      const { limit, starting_after: startingAfter, ...filters } = call.query
      return pageOf(await listDeliveries(call, { ...filters, startingAfter }, limit), deliveryObject)
    },
  }),
  operation({
    ...about,
    ...named,
    id: 'getDelivery',
    method: 'GET',
    path: '/deliveries/{id}',
    summary: 'Read a delivery, with its body',
    answers: Whole,
    message: 'Delivery retrieved',
    example: { data: { ...exampleDelivery, headers: {}, body: '{"id":"evt_1"}', json: { id: 'evt_1' } } },
    async handle(call) {
      const { books, mode, now, path } = call
      const row = await find(call, path.id)
      const body = textOf(await books.deliveryBody(row.key))
      const shown = (await stateAt(books, mode, now))(row)
      return { ...deliveryObject(shown), headers: { ...row.headers }, body, json: jsonOf(body) }
    },
  }),
  operation({
    ...about,
    ...named,
    id: 'replayDelivery',
    method: 'POST',
    path: '/deliveries/{id}/replay',
    summary: 'Work a delivery again; always safe',
    body: Choice,
    answers: Delivery,
    message: 'Delivery replayed',
    example: { body: {}, data: exampleDelivery },
    refuses: ['NOT_FOUND', 'CUSTOMER_NOT_FOUND', 'EMAIL_AMBIGUOUS', 'TRANSACTION_NOT_FOUND'],
    async handle(call) {
      const { books, mode, now, deps, path, body } = call
      const { key: id } = await find(call, path.id)
      await replay(deps, id, { ...body, by: ADMIN })
      return deliveryObject((await stateAt(books, mode, now))(await find(call, id)))
    },
  }),
  operation({
    ...about,
    id: 'replayDeliveries',
    method: 'POST',
    path: '/deliveries/replay',
    summary: `Work deliveries again that fit, ${AT_ONCE} at a time: call again with \`next\` until it is null`,
    body: Filtered,
    answers: Replayed,
    message: 'Deliveries replayed',
    example: {
      body: { state: 'failed' },
      data: { replayed: 1, failed: 0, results: [{ key: 'dlv_1', state: 'applied', reason: 'done' }], next: null },
    },
    refuses: ['UNKNOWN_CURSOR', 'EMAIL_AMBIGUOUS'],
    async handle(call) {
      const { starting_after: startingAfter, ...filters } = call.body
      const { items, hasMore } = await listDeliveries(call, { ...filters, startingAfter }, AT_ONCE)
      const results: z.input<typeof Replayed>['results'] = []
      for (const { row } of items) {
        const { key: id } = row
        try {
          const { delivery } = await replay(call.deps, id, { by: ADMIN })
          results.push({ key: id, state: delivery?.state ?? 'failed', reason: delivery?.reason ?? '' })
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          results.push({ key: id, state: 'failed', reason: error.message })
        }
      }
      const failed = results.filter(({ state }) => state === 'failed').length
      return { replayed: results.length, failed, results, next: hasMore ? (items.at(-1)?.row.key ?? null) : null }
    },
  }),
]
