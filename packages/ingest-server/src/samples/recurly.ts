/** Recurly's deliveries: XML notifications. */
import { hmacSha256 } from '../providers/hmac.ts'
import { basicHeader, numberOf, type Sample, type Sampler, type SampleValues } from './sample.ts'

/** An element: its text, null for nil, or the elements in it. `type` is written as Recurly does, and says nothing. */
type Node = string | null | readonly (readonly [name: string, node: Node, type?: string])[]

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char)

function xml(name: string, node: Node, type?: string, indent = ''): string {
  const typed = type === undefined ? '' : ` type="${type}"`
  if (node === null) return `${indent}<${name} nil="true"${typed}></${name}>`
  if (typeof node === 'string') return `${indent}<${name}${typed}>${escaped(node)}</${name}>`
  const inner = node.map(([child, value, childType]) => xml(child, value, childType, `${indent}  `))
  return [`${indent}<${name}${typed}>`, ...inner, `${indent}</${name}>`].join('\n')
}

const ACCOUNT_CODE = 'sample-account'

const accountCodeOf = ({ customerKey, providerKey }: SampleValues): string => customerKey ?? providerKey ?? ACCOUNT_CODE
const paymentIdOf = ({ paymentId, seed }: SampleValues): string => paymentId ?? seed
const dateOf = ({ now }: SampleValues, days = 0): string =>
  new Date(now + days * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z')

const accountOf = (values: SampleValues): Node => [
  ['account_code', accountCodeOf(values)],
  ['username', null],
  ['email', values.email],
  ['first_name', values.name[0]],
  ['last_name', values.name[1]],
  ['company_name', null],
]

interface Kind {
  readonly id: string
  readonly action: string
  readonly status: string
}

function transactionOf(values: SampleValues, { id, action, status }: Kind): Node {
  const payment = paymentIdOf(values)
  return [
    ['id', id],
    ['invoice_id', `invoice-${payment}`],
    ['invoice_number_prefix', ''],
    // The same on a payment and its refund: it is all that says they belong together.
    ['invoice_number', String(numberOf(payment)), 'integer'],
    ['subscription_id', `${accountCodeOf(values)}-subscription`],
    ...(values.productKey === null ? [] : [['plan_code', values.productKey] as const]),
    ['action', action],
    ['date', dateOf(values), 'datetime'],
    ['amount_in_cents', String(values.amount), 'integer'],
    ['status', status],
    ['message', 'Bogus Gateway'],
    ['reference', ''],
    ['source', 'subscription'],
    ['test', String(values.mode === 'test'), 'boolean'],
    ['voidable', String(status === 'success'), 'boolean'],
    ['refundable', String(status === 'success' && action === 'purchase'), 'boolean'],
  ]
}

const STATES: Readonly<Record<string, string>> = { canceled: 'canceled', expired: 'expired' }

function subscriptionOf(type: string, values: SampleValues): Node {
  const state = STATES[/^[a-z]+/.exec(type)?.[0] ?? ''] ?? 'active'
  const [at, end] = [dateOf(values), dateOf(values, 30)]
  return [
    [
      'plan',
      [
        ['plan_code', values.productKey ?? 'basic-monthly'],
        ['name', 'Basic'],
      ],
    ],
    ['uuid', `${accountCodeOf(values)}-subscription`],
    ['state', state],
    ['quantity', '1', 'integer'],
    ['total_amount_in_cents', String(values.amount), 'integer'],
    ['activated_at', at, 'datetime'],
    ['canceled_at', state === 'active' ? null : at, 'datetime'],
    ['expires_at', state === 'active' ? null : end, 'datetime'],
    ['current_period_started_at', at, 'datetime'],
    ['current_period_ends_at', end, 'datetime'],
    ['trial_started_at', null, 'datetime'],
    ['trial_ends_at', null, 'datetime'],
    ['collection_method', 'automatic'],
  ]
}

interface Made {
  readonly parts: readonly (readonly [string, Node])[]
  readonly ids: Sample['ids']
}

type Make = (type: string, values: SampleValues) => Made

const money =
  (action: string, status: string): Make =>
  (_type, values) => {
    const payment = paymentIdOf(values)
    const refund = values.refundId ?? `refund-${values.seed}`
    const id = action === 'credit' ? refund : payment
    return {
      parts: [['transaction', transactionOf(values, { id, action, status })]],
      ids: { payment_id: payment, ...(action === 'credit' && { refund_id: refund }) },
    }
  }

const account: Make = () => ({ parts: [], ids: {} })
const subscription: Make = (type, values) => ({
  parts: [['subscription', subscriptionOf(type, values)]],
  ids: { subscription_id: `${accountCodeOf(values)}-subscription` },
})

const makers: ReadonlyMap<string, Make> = new Map([
  ['new_account_notification', account],
  ['billing_info_updated_notification', account],
  ['reactivated_account_notification', subscription],
  ['successful_payment_notification', money('purchase', 'success')],
  ['void_payment_notification', money('purchase', 'void')],
  ['failed_payment_notification', money('purchase', 'Declined')],
  ['successful_refund_notification', money('credit', 'success')],
  ...['new', 'renewed', 'updated', 'canceled', 'expired'].map(
    (what) => [`${what}_subscription_notification`, subscription] as const,
  ),
])

export const recurly: Sampler = {
  events: [...makers.keys()],
  unsaid: ['partnerKey', 'currency'],
  story: {
    customer: 'new_account_notification',
    payment: 'successful_payment_notification',
    refund: 'successful_refund_notification',
  },
  customerId: (customerKey) => customerKey,
  sample(type, values) {
    const made = makers.get(type)?.(type, values)
    if (!made) return null
    const body = xml(type, [['account', accountOf(values)], ...made.parts])
    return {
      body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`,
      headers: { 'content-type': 'application/xml; charset=utf-8' },
      ids: { ...made.ids, account_code: accountCodeOf(values) },
    }
  },
  /** The password always; the signature beside it where a key is known, as Recurly does for JSON. */
  sign: ({ body }, credentials, at) => {
    const [secret] = credentials.secrets
    const signature = secret === undefined ? null : hmacSha256(secret, `${at}.`, body).toString('hex')
    return {
      authorization: basicHeader(credentials),
      ...(signature !== null && { 'recurly-signature': `${at},${signature}` }),
    }
  },
}
