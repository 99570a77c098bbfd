/** The API's own object of what a message tells. */
import { customerV1 } from '../objects/customer-v1.ts'
import { transactionObject } from '../objects/transaction.ts'
import type { Told } from '../ledger/messages.ts'
import type { Present } from './body.ts'

export const present: Present = (_style, { event, data }) => {
  const told = data as unknown as Told[keyof Told]
  if ('payment' in told && !('reward' in told)) return transactionObject(told)
  if ('customer' in told && !('reward' in told)) return customerV1(told)
  throw new Error(`no object for ${event}`)
}
