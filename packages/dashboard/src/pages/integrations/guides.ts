/** What is to be done on each platform's own side, and what is special about it. */
import { chargebeeCustomer } from './examples/chargebee-customer.ts'
import { chargifyCustomer } from './examples/chargify-customer.ts'
import type { Example } from './examples/example.ts'
import { recurlyAccount } from './examples/recurly-account.ts'
import { signUp } from './examples/sign-up.ts'
import { stripeCheckout } from './examples/stripe-checkout.ts'
import { stripeCustomer } from './examples/stripe-customer.ts'
import type { Platform } from './types.ts'

export interface Guide {
  /** Where webhooks are set up on its side, in its own words. */
  readonly where: string
  /** What is to be chosen there beside the events. */
  readonly choices: readonly string[]
  /** What it calls the secret, and where that stands; null: there is none. */
  readonly secret: { readonly label: string; readonly about: string } | null
  /** Which of the events that this server understands are to be ticked, as the platform calls them. */
  readonly events: (platform: Pick<Platform, 'events' | 'record_from'>) => readonly string[]
  /** Where it says whom a payment belongs to. */
  readonly who: string
  readonly goodToKnow: readonly string[]
  readonly examples: readonly Example[]
  /** Payments can be recorded from charges, or from invoices. */
  readonly hasSources: boolean
  /** Its deliveries always name their currency. */
  readonly namesCurrency: boolean
}

const INVOICES = ['invoice.payment_succeeded', 'invoice_payment.paid']
/** Stripe sends it beside `refund.failed`, which is the newer name. */
const OLDER = 'charge.refund.updated'

/** `successful_payment_notification` is ticked as "Successful payment". */
const inWords = (event: string): string => {
  const words = event.replace(/_notification$/, '').replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const GUIDES: Readonly<Record<string, Guide>> = {
  stripe: {
    where: 'Developers → Webhooks → Add endpoint',
    choices: ['Snapshot payloads: thin events carry no data.', 'Any API version since 2017 will do.'],
    secret: {
      label: 'Signing secret',
      about:
        'Stripe shows it on the page of the endpoint, as whsec_…. Each endpoint has its own, and the Stripe CLI another.',
    },
    events: ({ events, record_from: from }) =>
      events.filter((event) => event !== OLDER && (from === 'invoice' || !INVOICES.includes(event))),
    who: 'Put customer_key, your own id, into the metadata of the Stripe customer. A checkout without a customer puts customer_key and partner_key into the metadata of the charge; product_key and category_key go there too.',
    goodToKnow: [
      'Events of a sandbox belong to the address of test mode, live ones to that of production. On the other address they are ignored.',
      'A later partial refund shrinks what was earned by it; a refund that fails later gives it back.',
      'Nothing is counted twice: charge.succeeded, charge.captured and charge.updated of one charge are one transaction.',
    ],
    examples: [stripeCustomer, stripeCheckout, signUp],
    hasSources: true,
    namesCurrency: true,
  },
  chargebee: {
    where: 'Settings → Configure Chargebee → API Keys and Webhooks → Webhooks → Add Webhook',
    choices: ['API version V2.', 'Protect the URL with basic authentication: the user name and password from above.'],
    secret: null,
    events: ({ events }) => events,
    who: "Put customer_key, your own id, into the customer's meta_data. With partner_key beside it, the customer is made here if it is not known.",
    goodToKnow: [
      'Nothing is signed: whoever has the password can tell this server anything. Change it here when somebody leaves.',
      'Offline payments (cash, check) raise payment_succeeded, too, and count.',
      'A test site gets the address of test mode, a live site that of production.',
    ],
    examples: [chargebeeCustomer, signUp],
    hasSources: false,
    namesCurrency: true,
  },
  recurly: {
    where: 'Integrations → Webhooks → Configure → New endpoint',
    choices: [
      'XML as the payload: JSON notifications carry no amounts.',
      'HTTP authentication: the user name and password from above.',
    ],
    secret: {
      label: 'Signing key (may be left out)',
      about:
        'Where Recurly signs what it sends, the signature has to fit this key. The password is asked for in any case.',
    },
    events: ({ events }) => events.map(inWords),
    who: 'The code of the account is the customer_key: make accounts with your own id as their code.',
    goodToKnow: [
      'A refund does not say which payment it is of. It counts for the payment of the same account and invoice, else for the only one of that amount, else it waits as "choose the payment".',
      'Test payments on the production address are ignored.',
      'Recurly calls ports 80 and 443 only, and waits five seconds.',
    ],
    examples: [recurlyAccount, signUp],
    hasSources: false,
    namesCurrency: false,
  },
  chargify: {
    where: 'Config → Webhooks → Add endpoint (Maxio Advanced Billing)',
    choices: [],
    secret: {
      label: 'Site shared key',
      about: 'It stands on the same page, under Settings. Each site has its own.',
    },
    events: ({ events }) => events,
    who: "The customer's reference is the customer_key: put your own id there.",
    goodToKnow: [
      'Maxio tries five times within about five minutes, then the event is lost to this server. After an outage, replay what failed from its webhook log: the same event counts once.',
      'Its test event shows as "address and its key work".',
    ],
    examples: [chargifyCustomer, signUp],
    hasSources: false,
    namesCurrency: false,
  },
}

/** Null where nothing is known of a platform but what the server says. */
export const guideOf = (provider: string): Guide | null => (Object.hasOwn(GUIDES, provider) ? GUIDES[provider]! : null)
