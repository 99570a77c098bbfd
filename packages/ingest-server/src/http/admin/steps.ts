/** The seven steps of a live integration, judged by what is in the books: what arrived, or why not and what to change. */
import { z } from 'zod'
import { moneyText } from '../../ledger/money-text.ts'
import { DAY_MS } from '../../ledger/parking.ts'
import { providers } from '../../providers/index.ts'
import type { SightingRow } from '../../store/admin-rows.ts'
import type { ListedDelivery } from '../../store/rows.ts'
import type { Call } from '../api/operation.ts'
import { originOf } from '../sightings.ts'
import { look, type Seen } from './seen.ts'

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

const done = (at: number, told: string, key: string | null): Judged => ({ state: 'done', at, told, change: null, key })
const waiting = (told: string, change: string | null): Judged => ({
  ...{ state: 'waiting', at: null, told, change, key: null },
})
const wrong = (at: number, told: string, change: string, key: string | null = null): Judged => ({
  ...{ state: 'problem', at, told, change, key },
})
const problem = ({ receivedAt, key }: ListedDelivery, told: string, change: string): Judged =>
  wrong(receivedAt, told, change, key)

const titleOf = (provider: string): string => providers.get(provider)?.title ?? provider
const OURS: Readonly<Record<string, string>> = { api: 'the API', import: 'an import' }
const namedAs = (source: string): string => OURS[source] ?? titleOf(source)

/** As long as a page takes to load its script, with some patience. */
const LOADING_MS = 20_000

const LOADER = "Put the loader of this mode into the page's HTML, as it stands under Integrations."
const ANEW =
  'It is there already? A browser keeps the script for a day: load the page past its cache (Ctrl + Shift + R, on a Mac Cmd + Shift + R). If that changes nothing, the console of the browser says what blocks it: a Content-Security-Policy has to name this server in script-src and connect-src.'
const SNIPPET = `${LOADER} ${ANEW}`

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** Which pages fetched the script, as far as they say. */
function pagesOf(loads: readonly SightingRow[]): string {
  const named = loads.map(({ source }) => source).filter(Boolean)
  if (named.length === 0) return 'a page that does not say its address'
  const more = named.length > 3 ? [`${named.length - 3} more`] : []
  return `${named.length === 1 ? 'a page' : 'pages'} of ${listed([...named.slice(0, 3), ...more])}`
}

function snippet({ signup, said, loads, refusedSignup }: Seen): Judged {
  const page = originOf(typeof said['page'] === 'string' ? said['page'] : undefined)
  if (signup && page) return done(signup.receivedAt, `A page of ${page} reported a sign-up by it`, signup.key)
  const [newest] = loads
  if (newest)
    return done(newest.at, `Fetched by ${pagesOf(loads)}. Whose key it has shows with the first sign-up.`, null)
  if (refusedSignup?.source)
    return done(refusedSignup.at, `A page of ${refusedSignup.source} sent a sign-up by it`, null)
  if (signup)
    return waiting('A sign-up came that names no page, as a simulated one does: that says nothing of yours', SNIPPET)
  return waiting('No page has fetched the script within a day', SNIPPET)
}

const clicked = ({ click }: Seen): Judged =>
  click
    ? done(click.createdAt, `A click on a link of '${click.partnerKey}'`, click.xid)
    : waiting('No click yet', 'Open the test link, in the browser that you then sign up with.')

const KEEP =
  'The landing page must load the script while gsxid and gspk are still in its address, on the domain that people sign up on, and nothing may delete its cookies in between.'

function landed({ now, click, landing, loads, signup, said, brought, customer }: Seen): Judged {
  if (signup && said['xid']) {
    if (brought) return done(signup.receivedAt, `The sign-up brought a click of '${brought.partnerKey}'`, signup.key)
    const told = `The sign-up brought the click '${String(said['xid'])}', which this mode does not know`
    return problem(signup, told, "Begin with a link of this mode: the other mode's clicks do not count here.")
  }
  if (signup && said['partner_key'])
    return problem(signup, 'The sign-up brought the partner key, but without the click that led to it', KEEP)
  if (signup) return problem(signup, 'The sign-up brought neither a partner key nor a click', KEEP)
  if (customer)
    return done(customer.createdAt, `Not needed: ${namedAs(customer.source)} named the partner itself`, customer.key)
  if (!click) return waiting('This shows with the sign-up', null)
  const isSeen = loads.some(({ source }) => source === '' || source === landing)
  if (landing === '' || isSeen || now - click.createdAt < LOADING_MS)
    return waiting('The script tells it with the sign-up', 'Go on in the browser that opened the link, and sign up.')
  const told = `The link led to ${landing}, and no page there has fetched the script within a day`
  return wrong(click.createdAt, told, SNIPPET, click.xid)
}

function keyed({ refusedSignup, signup, said, customer }: Seen): Judged {
  if (refusedSignup) {
    const { source, reason, at, scope } = refusedSignup
    const change =
      scope === null
        ? 'Give _initialize() the public key of this mode, as the loader under Integrations has it. A revoked key is none.'
        : 'Give growsumo.data what the message names, before createSignup().'
    return wrong(at, `A sign-up${source && ` from ${source}`} was refused: ${reason}`, change)
  }
  if (!signup && customer)
    return done(customer.createdAt, `'${customer.customerKey}' came by ${namedAs(customer.source)}`, customer.key)
  if (!signup)
    return waiting(
      'No sign-up yet',
      'Sign up on your site. The page then has to set growsumo.data.customer_key and call growsumo.createSignup(); for a visitor whom no link brought it sends nothing.',
    )
  if (!said['customer_key'])
    return problem(
      signup,
      'The sign-up came without a customer_key',
      'Set growsumo.data.customer_key to your own id of the customer before createSignup().',
    )
  const told = `Signed up as '${String(said['customer_key'])}': ${signup.reason}`
  if (customer) return done(signup.receivedAt, told, signup.key)
  return problem(signup, told, 'Sign up by a link of a partner of this mode, within the days that a click counts.')
}

/** A platform that is not let in: nothing of it arrives until that is mended. */
function turnedAway({ refusedDelivery }: Seen): Judged | null {
  if (!refusedDelivery) return null
  const { source, reason, at } = refusedDelivery
  const change = `Open ${titleOf(source)} under Integrations and mend it there: the secret has to be that of this very endpoint.`
  return wrong(at, `A delivery of ${titleOf(source)} was refused: ${reason}`, change)
}

const NAME_IT =
  "Give the platform's customer your id of the customer: metadata.customer_key on Stripe, meta_data.customer_key on Chargebee, the account code on Recurly, the reference on Chargify."
const SET_UP = 'Set the webhook of your platform up under Integrations, then make a customer or pay.'

function carried(seen: Seen): Judged {
  const { customer, platform } = seen
  if (customer?.providerKey)
    return done(customer.updatedAt, `The platform's customer ${customer.providerKey} is this one`, customer.key)
  const refused = turnedAway(seen)
  if (refused) return refused
  const named = customer && platform.find((row) => row.state === 'applied' && row.customer === customer.key)
  if (named) return done(named.receivedAt, `${named.type} named this customer`, named.key)
  const lost = platform.find(
    ({ state, type }) =>
      ['parked', 'failed', 'unsupported'].includes(state) ||
      (state === 'ignored' && /customer|account|billing_info|signup/.test(type)),
  )
  if (lost) return problem(lost, `${lost.type}: ${lost.reason}`, NAME_IT)
  if (platform[0]) return waiting('No delivery has named this customer yet', NAME_IT)
  return waiting('No delivery of a platform yet', SET_UP)
}

const isPayment = (type: string): boolean =>
  /charge|invoice|payment/.test(type) && !/refund|dispute|fail|void/.test(type)
const isRefund = (type: string): boolean => /refund|dispute|void/.test(type)

function matched(seen: Seen): Judged {
  const [payment] = seen.payments
  if (payment) {
    const { createdAt, amount, currency, partnerKey, key, source } = payment
    return done(createdAt, `${moneyText(amount, currency)} by ${namedAs(source)}, credited to '${partnerKey}'`, key)
  }
  const lost = seen.platform.find(({ state, type }) => state !== 'applied' && isPayment(type))
  const change = 'Let the payment name the customer by customer_key, or by the id that the platform has for it.'
  if (lost) return problem(lost, `${lost.type}: ${lost.reason}`, change)
  return turnedAway(seen) ?? waiting('No payment yet', 'Pay as the customer who signed up.')
}

function refunded(seen: Seen): Judged {
  const back = seen.payments.find(({ refunded: sum, archived }) => sum > 0 || archived === 'reversed')
  if (back) {
    const { updatedAt, refunded: sum, currency, key } = back
    return done(updatedAt, `${moneyText(sum, currency)} was taken back`, key)
  }
  const lost = seen.platform.find(({ state, type }) => state !== 'applied' && isRefund(type))
  if (lost) return problem(lost, `${lost.type}: ${lost.reason}`, 'Refund a payment that was recorded.')
  const change = 'Refund the payment on the platform; its refund events must be ticked there.'
  return turnedAway(seen) ?? waiting('No refund yet', change)
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

/** By what has come since then (epoch ms); within a day where nothing is said. */
export async function judgeSteps(call: Call, since = call.now - DAY_MS): Promise<Step[]> {
  const seen = await look(call, since)
  return STEPS.map(([name, judge], index) => ({ step: index + 1, name, ...judge(seen) }))
}
