/** The seven steps of a live integration, judged by what is in the books: what arrived, or why not and what to change. */
import { z } from 'zod'
import { isObject } from '../../inbox/json.ts'
import { newXid } from '../../secrets.ts'
import type { CustomerRow, ListedDelivery, PaymentRow } from '../../store/rows.ts'
import type { Call } from '../api/operation.ts'

export const STATES = ['done', 'waiting', 'problem'] as const
export const Step = z
  .strictObject({
    step: z.int(),
    name: z.string(),
    state: z.enum(STATES),
    at: z.int().nullable(),
    told: z.string().meta({ description: 'What arrived, or why it did not.' }),
    change: z.string().nullable().meta({ description: 'What to change; null where nothing is to be.' }),
    key: z.string().nullable().meta({ description: 'Of the delivery, click or payment it is about.' }),
  })
  .meta({ id: 'TestStep' })
type Step = z.input<typeof Step>
type Judged = Omit<Step, 'step' | 'name'>

const DAY_MS = 86_400_000
const done = (at: number, told: string, key: string | null): Judged => ({ state: 'done', at, told, change: null, key })
const waiting = (told: string, change: string | null): Judged => ({
  state: 'waiting',
  at: null,
  told,
  change,
  key: null,
})
const problem = ({ receivedAt, key }: ListedDelivery, told: string, change: string): Judged => ({
  ...{ state: 'problem', at: receivedAt, told, change, key },
})

interface Seen {
  /** The newest sign-up of the browser, and what it said. */
  readonly signup: ListedDelivery | null
  readonly said: Readonly<Record<string, unknown>>
  readonly click: { readonly xid: string; readonly createdAt: number; readonly partnerKey: string } | null
  readonly customer: CustomerRow | null
  /** The newest of each kind from platforms. */
  readonly platform: readonly ListedDelivery[]
  readonly payments: readonly PaymentRow[]
}

async function look({ books, mode, now }: Call): Promise<Seen> {
  const [signups, platform, clicks] = await Promise.all([
    books.deliveries({ mode, provider: 'script', limit: 1 }),
    books.deliveries({ mode, limit: 50, since: now - DAY_MS }),
    books.clicksSince(mode, newXid(now - DAY_MS), 1),
  ])
  const [signup = null] = signups.items
  const body = signup && (await books.deliveryBody(signup.key))
  const said: unknown = body ? JSON.parse(Buffer.from(body).toString('utf8')) : {}
  const view = signup?.customer ? await books.customer(mode, signup.customer) : null
  const customer = view && view !== 'several' ? view.customer : null
  const ofCustomer = { mode, limit: 20, orderBy: '-created_at', includeArchived: true } as const
  const paid = customer ? await books.transactions({ ...ofCustomer, customer: customer.key }) : { items: [] }
  return {
    ...{ signup, customer, click: clicks[0] ?? null, said: isObject(said) ? said : {} },
    platform: platform.items.filter(({ provider }) => provider !== 'script'),
    payments: paid.items.map(({ payment }) => payment).filter(({ source }) => source !== 'script' && source !== 'api'),
  }
}

const SNIPPET = 'Put the loader of this mode into every page, and see in the browser that /v1/ loads.'

const snippet = ({ signup }: Seen): Judged =>
  signup
    ? done(signup.receivedAt, 'The script reported a sign-up', signup.key)
    : waiting('The script has told nothing yet', SNIPPET)

const clicked = ({ click }: Seen): Judged =>
  click
    ? done(click.createdAt, `A click on a link of '${click.partnerKey}'`, click.xid)
    : waiting('No click within a day', 'Follow the link of a partner of this mode.')

function landed({ signup, said }: Seen): Judged {
  if (!signup) return waiting('This shows with the sign-up', null)
  if (said['xid']) return done(signup.receivedAt, 'The sign-up brought the click that led to it', signup.key)
  const change = 'The landing page must load the script, on the domain that people sign up on, and keep its cookies.'
  return problem(signup, 'The sign-up came without the click: the page did not keep what the link gave it', change)
}

function keyed({ signup, said }: Seen): Judged {
  if (!signup) return waiting('No sign-up yet', 'Call growsumo.createSignup() once somebody has signed up.')
  if (said['customer_key'])
    return done(signup.receivedAt, `Signed up as '${String(said['customer_key'])}': ${signup.reason}`, signup.key)
  const change = 'Set growsumo.data.customer_key to your own id of the customer before createSignup().'
  return problem(signup, 'The sign-up came without a customer_key', change)
}

function carried({ customer, platform }: Seen): Judged {
  const metadata =
    "Give the platform's customer your id: metadata.customer_key on Stripe, the reference or account code elsewhere."
  if (customer?.providerKey)
    return done(customer.updatedAt, `The platform's customer ${customer.providerKey} is this one`, customer.key)
  const [newest] = platform
  if (!newest)
    return waiting('No delivery of a platform within a day', 'Set the webhook up, and its secret under Integrations.')
  if (newest.state === 'applied' && customer && newest.customer === customer.key)
    return done(newest.receivedAt, `${newest.type} named this customer`, newest.key)
  return problem(newest, `${newest.type}: ${newest.reason}`, metadata)
}

function matched({ payments, platform }: Seen): Judged {
  const [payment] = payments
  if (payment)
    return done(
      payment.createdAt,
      `${payment.amount} ${payment.currency}, credited to '${payment.partnerKey}'`,
      payment.key,
    )
  const lost = platform.find(({ state, type }) => state !== 'applied' && /charge|invoice|payment/.test(type))
  if (!lost) return waiting('No payment yet', 'Pay as the customer who signed up.')
  return problem(
    lost,
    `${lost.type}: ${lost.reason}`,
    'Let the payment name the customer by customer_key, or by its id on the platform.',
  )
}

function refunded({ payments, platform }: Seen): Judged {
  const back = payments.find(({ refunded: sum, archived }) => sum > 0 || archived === 'reversed')
  if (back) return done(back.updatedAt, `${back.refunded} ${back.currency} of it was taken back`, back.key)
  const lost = platform.find(({ state, type }) => state !== 'applied' && /refund/.test(type))
  if (lost) return problem(lost, `${lost.type}: ${lost.reason}`, 'Refund a payment that was recorded.')
  return waiting('No refund yet', 'Refund the payment on the platform, and have it send its refund events.')
}

const STEPS: readonly (readonly [name: string, judge: (seen: Seen) => Judged])[] = [
  ['The snippet loads on your page', snippet],
  ['A click through a link arrived', clicked],
  ['The landing page kept the partner key', landed],
  ['A sign-up came with a customer_key', keyed],
  ["The platform's customer carries that customer_key", carried],
  ['A payment was matched and credited', matched],
  ['A refund took it back', refunded],
]

export async function judgeSteps(call: Call): Promise<Step[]> {
  const seen = await look(call)
  return STEPS.map(([name, judge], index) => ({ step: index + 1, name, ...judge(seen) }))
}
