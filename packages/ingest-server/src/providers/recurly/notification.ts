/** What every notification of Recurly's has: an account, and elements whose text is to be read. */
import { z } from 'zod'
import type { Hints, PlatformRef } from '../../facts.ts'
import { fullName, id } from '../fields.ts'
import type { ReadOptions } from '../provider.ts'
import { type Told, unreadable } from '../reading.ts'
import { instantOf, wholeNumber } from '../wire-text.ts'
import { text } from './xml.ts'

export interface RecurlyEvent {
  /** The root element's name. */
  readonly type: string
  readonly content: unknown
  /** When we received it: most notifications name no time of their own. */
  readonly receivedAt: number
}

export type Translation = (event: RecurlyEvent, options: ReadOptions) => Told

/** Free text of up to 50 characters at Recurly; `00123` and `a&b` are good ones. */
export const code = text.pipe(id)

export const cents = text.pipe(wholeNumber)

/** @see https://docs.recurly.com/recurly-subscriptions/docs/webhooks (all times are UTC) */
export const time = text.transform((value) => (value === null ? null : instantOf(value)))

const Account = z.object({ account_code: code, email: text, first_name: text, last_name: text })

/** For notifications of which nothing but the account is read, too. */
export const About = z.object({ account: Account })

/** A translation that first reads the notification by `schema`; one that cannot be read is ignored, naming the element. */
export function reading<T>(
  schema: z.ZodType<T>,
  tell: (content: T, event: RecurlyEvent, options: ReadOptions) => Told,
): Translation {
  return (event, options) => {
    const { data, error } = schema.safeParse(event.content)
    return error ? unreadable(error, event.type) : tell(data as T, event, options)
  }
}

export const at = (id: string): PlatformRef => ({ provider: 'recurly', account: '', id })

/**
 * The account_code is the one name Recurly sends, and it is both: chosen by the vendor, who mostly puts its own customer id there
 * (then it is the customer_key), and Recurly's id of the account (then the vendor gave it to us as provider_key). So it is told
 * as both. A customer_key wins; a customer that only has it as provider_key is found by that; and what waits, waits for either.
 */
export function hintsOf({ account_code, email, first_name, last_name }: z.infer<typeof Account>): Hints {
  return {
    customerKey: account_code,
    platform: at(account_code),
    email,
    name: fullName(first_name, last_name),
    partnerKey: null,
    mayCreate: true,
  }
}
