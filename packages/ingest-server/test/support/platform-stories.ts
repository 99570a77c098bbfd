/**
 * Stories as each payment platform tells them: customers who join by the script or the API, their payments, what goes back of
 * them. A story is a list of steps in their natural order, which a test may shuffle, repeat and split as it likes.
 */
import fc from 'fast-check'
import { samplers } from '../../src/samples/index.ts'
import { sampleValues } from '../../src/samples/sample.ts'
import type { Sample, SampleValues } from '../../src/samples/sample.ts'

/** What each platform calls the same things. */
const EVENTS = {
  stripe: {
    customer: 'customer.created',
    payment: 'charge.succeeded',
    refund: 'charge.refunded',
    failure: 'charge.failed',
    subscription: 'customer.subscription.updated',
  },
  chargebee: {
    customer: 'customer_created',
    payment: 'payment_succeeded',
    refund: 'payment_refunded',
    failure: 'payment_failed',
    subscription: 'subscription_renewed',
  },
  recurly: {
    customer: 'new_account_notification',
    payment: 'successful_payment_notification',
    refund: 'successful_refund_notification',
    failure: 'void_payment_notification',
    subscription: 'renewed_subscription_notification',
  },
  chargify: {
    customer: 'customer_update',
    payment: 'payment_success',
    refund: 'refund_success',
    failure: 'payment_failure',
    subscription: 'subscription_state_change',
  },
} as const

export type Platform = keyof typeof EVENTS
export const PLATFORMS = Object.keys(EVENTS) as Platform[]

export type Step =
  | { readonly kind: 'delivery'; readonly name: string; readonly platform: Platform; readonly sample: Sample }
  | { readonly kind: 'signup'; readonly name: string; readonly body: Readonly<Record<string, string>> }
  | { readonly kind: 'customer'; readonly name: string; readonly body: Readonly<Record<string, string>> }

const anyPayment = fc.record({
  amount: fc.integer({ min: 1_000, max: 9_999 }),
  /** Parts of the amount that go back, in hundredths. */
  back: fc.subarray([10, 25, 40]),
  fails: fc.boolean(),
  /** Whether the payment says the vendor's own id of the customer, beside the platform's. */
  names: fc.boolean(),
})
const anyCustomer = fc.record({
  joins: fc.constantFrom('script', 'api', 'both', 'never'),
  partner: fc.constantFrom('ada', 'ben'),
  payments: fc.array(anyPayment, { maxLength: 3 }),
})
export const anyStory = fc.array(anyCustomer, { minLength: 1, maxLength: 4 })
type Story = typeof anyStory extends fc.Arbitrary<infer T> ? T : never

export interface Told {
  readonly steps: Step[]
  /** Payments that failed in the end: whether an archived row is left of them depends on the order, what counts does not. */
  readonly failing: ReadonlySet<string>
}

const HOUR = 3_600_000

/** The story as this platform tells it. `prefix` keeps its names apart from every other story's on the same books. */
export function tell(
  platform: Platform,
  story: Story,
  { prefix, start }: { readonly prefix: string; readonly start: number },
): Told {
  const sampler = samplers.get(platform)
  if (!sampler) throw new Error(`nothing makes deliveries of ${platform}`)
  const steps: Step[] = []
  const failing = new Set<string>()
  let hours = 0
  const deliver = (event: string, values: Partial<SampleValues>): void => {
    const seed = `${prefix}${steps.length}`
    const at = { now: start + ++hours * HOUR, seed: Buffer.from(seed).toString('hex') }
    const sample = sampler.sample(
      event,
      sampleValues({ mode: 'production', email: `${prefix}@nobody.test`, ...at, ...values }),
    )
    if (!sample) throw new Error(`${platform} does not make ${event}`)
    steps.push({ kind: 'delivery', name: `${event} ${seed}`, platform, sample })
  }
  const { customer, payment, refund, failure, subscription } = EVENTS[platform]
  story.forEach(({ joins, partner, payments }, c) => {
    const key = `${prefix}c${c}`
    const email = `${key}@shop.test`
    const who = { customerKey: key, providerKey: `cus_${key}`, email }
    if (joins === 'script' || joins === 'both') {
      steps.push({
        kind: 'signup',
        name: `sign-up ${key}`,
        body: { signup_id: key, customer_key: key, email, partner_key: partner },
      })
    }
    if (joins === 'api' || joins === 'both') {
      steps.push({ kind: 'customer', name: `API ${key}`, body: { key, email, partner_key: partner } })
    }
    deliver(customer, who)
    deliver(subscription, who)
    payments.forEach(({ amount, back, fails, names }, p) => {
      const paymentId =
        platform === 'chargify' ? String(1_000_000 + c * 100 + p) + prefix.replace(/\D/g, '') : `ch_${key}p${p}`
      const about = {
        ...who,
        customerKey: names || platform === 'recurly' || platform === 'chargify' ? key : null,
        paymentId,
      }
      deliver(payment, { ...about, amount })
      let gone = 0
      for (const [r, part] of back.entries()) {
        const now = Math.floor((amount * part) / 100)
        gone += now
        // Stripe tells what went back in all, the others what went back now.
        deliver(refund, { ...about, amount: platform === 'stripe' ? gone : now, refundId: `${paymentId}r${r}` })
      }
      if (fails) {
        deliver(failure, { ...about, amount })
        failing.add(paymentId)
      }
    })
  })
  return { steps, failing }
}
