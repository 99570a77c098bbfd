/** Facts for the ledger's tests: each factory gives the ordinary case, a test states only what matters to it. */
import type {
  CustomerCreateFact,
  CustomerSeenFact,
  DisputeFact,
  FailureFact,
  Hints,
  PaymentFact,
  PlatformRef,
  RefundFact,
  SignupFact,
  SubscriptionFact,
  TieFact,
  TransactionCreateFact,
} from '../../src/facts.ts'

export const SECOND = 1000
export const HOUR = 3_600_000
export const DAY = 86_400_000
/** When everything here happens, unless said otherwise. */
export const T0 = Date.UTC(2026, 0, 1)

export const stripe = (id: string, account = ''): PlatformRef => ({ provider: 'stripe', account, id })

/** Nobody, but for what is given; an event may make its customer. */
export const hints = (overrides: Partial<Hints> = {}): Hints => ({
  customerKey: null,
  platform: null,
  email: null,
  name: null,
  partnerKey: null,
  mayCreate: true,
  ...overrides,
})

export const signup = (overrides: Partial<SignupFact> = {}): SignupFact => ({
  kind: 'signup',
  customerKey: 'c1',
  email: null,
  name: null,
  partnerKey: 'ada',
  xid: null,
  providerKey: null,
  meta: null,
  amount: null,
  amountProblem: null,
  currency: null,
  page: 'https://shop.test/thanks',
  ...overrides,
})

export const customerCreate = (overrides: Partial<CustomerCreateFact> = {}): CustomerCreateFact => ({
  kind: 'customer.create',
  customerKey: 'c1',
  email: 'c1@shop.test',
  partnerKey: 'ada',
  name: null,
  providerKey: null,
  meta: null,
  ...overrides,
})

export const transactionCreate = (overrides: Partial<TransactionCreateFact> = {}): TransactionCreateFact => ({
  kind: 'transaction.create',
  customer: 'c1',
  key: null,
  amount: 5000,
  currency: 'USD',
  categoryKey: null,
  productKey: null,
  metadata: null,
  ...overrides,
})

export const customerSeen = (who: Partial<Hints>, at = T0): CustomerSeenFact => ({
  kind: 'customer.seen',
  at,
  who: hints(who),
})

/** A captured charge of 50.00 USD by the platform's customer `cus_1`. */
export const payment = (id = 'ch_1', overrides: Partial<PaymentFact> = {}): PaymentFact => ({
  kind: 'payment',
  at: T0,
  payment: stripe(id),
  happenedAt: T0,
  role: 'payment',
  records: true,
  who: hints({ platform: stripe('cus_1') }),
  amount: 5000,
  captured: 5000,
  paid: null,
  currency: 'USD',
  refundedTotal: 0,
  productKey: null,
  categoryKey: null,
  metadata: {},
  intent: null,
  ...overrides,
})

/** The charge as it stood after refunds that sum up to `total`. */
export const refundTotal = (total: number, overrides: Partial<PaymentFact> = {}): PaymentFact =>
  payment('ch_1', { role: 'refund', refundedTotal: total, at: T0 + HOUR, ...overrides })

/** A paid invoice of 50.00 USD, without tax. */
export const invoice = (id = 'in_1', overrides: Partial<PaymentFact> = {}): PaymentFact =>
  payment(id, { captured: null, paid: 5000, refundedTotal: null, ...overrides })

export const refund = (refundId: string, amount: number, overrides: Partial<RefundFact> = {}): RefundFact => ({
  kind: 'refund',
  at: T0 + HOUR,
  payment: stripe('ch_1'),
  refundId,
  amount,
  failed: false,
  intent: null,
  ...overrides,
})

export const refundFailed = (refundId: string, amount: number, overrides: Partial<RefundFact> = {}): RefundFact =>
  refund(refundId, amount, { failed: true, at: T0 + 2 * HOUR, ...overrides })

export const dispute = (state: DisputeFact['state'], overrides: Partial<DisputeFact> = {}): DisputeFact => ({
  kind: 'dispute',
  at: T0 + (state === 'withdrawn' ? 3 : 4) * HOUR,
  payment: stripe('ch_1'),
  disputeId: 'dp_1',
  amount: 5000,
  state,
  intent: null,
  ...overrides,
})

export const failure = (overrides: Partial<FailureFact> = {}): FailureFact => ({
  kind: 'failure',
  at: T0 + HOUR,
  payment: stripe('ch_1'),
  intent: null,
  ...overrides,
})

export const tie = (part = 'ch_1', whole = 'in_1', overrides: Partial<TieFact> = {}): TieFact => ({
  kind: 'tie',
  at: T0,
  part: stripe(part),
  whole,
  ...overrides,
})

export const subscription = (overrides: Partial<SubscriptionFact> = {}): SubscriptionFact => ({
  kind: 'subscription',
  at: T0,
  subscription: stripe('sub_1'),
  who: hints({ platform: stripe('cus_1'), mayCreate: false }),
  status: 'active',
  deleted: false,
  planKey: 'price_1',
  quantity: 1,
  amount: 900,
  currency: 'USD',
  currentPeriodEnd: T0 + 30 * DAY,
  cancelledAt: null,
  createdAt: T0,
  ...overrides,
})
