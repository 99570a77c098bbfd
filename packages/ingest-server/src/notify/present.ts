/** The API's own object of what a message tells, as the version shows it that a hook was made on. */
import type { Told } from '../ledger/messages.ts'
import { customerV1 } from '../objects/customer-v1.ts'
import { customerObject } from '../objects/customer.ts'
import { partnershipObject } from '../objects/partnership.ts'
import { rewardObject } from '../objects/reward.ts'
import { transactionObject } from '../objects/transaction.ts'
import type { HookRow, MessageRow } from '../store/hook-rows.ts'

type Style = HookRow['style']
type Shown = Readonly<Record<string, unknown>>

/** Where the versions show the same, there is one. */
const OBJECTS: { readonly [K in keyof Told]: (told: Told[K], style: Style) => Shown } = {
  partnership: (told) => partnershipObject(told),
  customer: (told, style) => (style === 'v1' ? customerV1(told) : customerObject(told)),
  transaction: (told) => transactionObject(told),
  reward: (told) => rewardObject(told),
}

export function present(style: Style, { event, data }: MessageRow): Shown {
  const [kind = ''] = event.split('.')
  const show = OBJECTS[kind as keyof Told] as ((told: unknown, style: Style) => Shown) | undefined
  if (!show) throw new Error(`there is no object for '${event}'`)
  return show(data, style)
}
