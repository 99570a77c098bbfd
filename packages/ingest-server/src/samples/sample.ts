/**
 * Deliveries as payment platforms shape them, made here: to try an endpoint without an account at the platform, and to test
 * with. Pure: what is new in each delivery comes with the values.
 */
import type { Mode } from '../facts.ts'
import type { Credentials } from '../providers/provider.ts'

/** What a delivery tells. Null leaves it out, or to the platform's file, which then makes something up. */
export interface SampleValues {
  readonly mode: Mode
  /** Epoch ms: when it is made, and what it tells of happened. */
  readonly now: number
  /** Letters and digits; ids that are made up have it in them, so that each delivery is a new one. */
  readonly seed: string
  readonly customerKey: string | null
  /** The platform's own id of the customer. */
  readonly providerKey: string | null
  readonly partnerKey: string | null
  readonly email: string
  readonly name: readonly [first: string, last: string]
  /** Minor units; of a refund, what went back. */
  readonly amount: number
  readonly currency: string | null
  readonly paymentId: string | null
  readonly refundId: string | null
  readonly productKey: string | null
}

/** Values a delivery may have and a platform has no place for. */
export type Unsaid = 'customerKey' | 'partnerKey' | 'currency' | 'productKey'

export interface Sample {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  /** What it is about, to speak of it again: a refund needs its payment's id. */
  readonly ids: Readonly<Record<string, string>>
}

export interface Sampler {
  /** Every event that can be made: all that the platform's file acts on. */
  readonly events: readonly string[]
  /** What its deliveries cannot say. */
  readonly unsaid: readonly Unsaid[]
  /** The events that tell of a new customer, of a payment of theirs, and of all of it going back. */
  readonly story: { readonly customer: string; readonly payment: string; readonly refund: string }
  /** An id as the platform gives one to a customer: the same for the same customer_key. */
  customerId(customerKey: string): string
  /** Null for an event that is not one of `events`. */
  sample(event: string, values: SampleValues): Sample | null
  /** What proves that the platform sent it. Empty texts where nothing is configured: such a proof is refused. */
  sign(sample: Pick<Sample, 'body'>, credentials: Credentials, at: number): Readonly<Record<string, string>>
}

export const sampleValues = (given: Pick<SampleValues, 'now' | 'seed'> & Partial<SampleValues>): SampleValues => ({
  mode: 'test',
  customerKey: null,
  providerKey: null,
  partnerKey: null,
  email: 'customer@sample.example',
  name: ['Sample', 'Customer'],
  amount: 5000,
  currency: null,
  paymentId: null,
  refundId: null,
  productKey: null,
  ...given,
})

/** A number that is the same for the same text: platforms' own ids are numbers, and one thing's number follows from another's. */
export const numberOf = (text: string): number =>
  1000 + ([...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 2_147_483_647, 7) % 900_000_000)

export const basicHeader = ({ username, passwords: [password = ''] }: Credentials): string =>
  `Basic ${Buffer.from(`${username ?? ''}:${password}`).toString('base64')}`
