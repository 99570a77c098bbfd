/** Which rows a batch needs: what its facts name, and what the rows found name in turn. */
import type { Entry } from '../entry.ts'
import type { Fact, Hints, PaymentFact, PlatformRef } from '../facts.ts'
import type { PaymentRow } from '../store/rows.ts'
import type { Rows, SimilarPayment, Wanted } from '../store/store.ts'
import type { Desk } from './desk.ts'
import { emailKey } from './desk.ts'
import { customerHint, platformHint } from './parking.ts'
import { amountHint, intentHint } from './loose-refunds.ts'
import { REPLACE_MS } from './browser-payments.ts'
import { isSaidOfProgram } from './program.ts'
import { askJoining, askStretch, isPaidOnly } from './import-need.ts'
import { askEarned, askRewards } from './reward-need.ts'
import { isSaidOfRewards } from './rewards.ts'
import { askPartner, askPartnerRef, askProgram, askShown } from './program-need.ts'

/** Collects names; each is asked for once, however often it is named. */
export interface Need {
  ask<K extends keyof Wanted>(
    kind: K,
    ...names: (Wanted[K] extends Iterable<infer T> | undefined ? T | null | undefined : never)[]
  ): void
  /** Something has been asked for that was not taken yet. */
  isOpen(): boolean
  /** What has been asked for since the last call; null when there is nothing new. */
  take(): Wanted | null
}

export function openNeed(): Need {
  const asked = new Map<string, Set<string>>()
  let fresh: Record<string, unknown[]> = {}
  return {
    ask(kind, ...names) {
      const known = asked.get(kind) ?? new Set()
      asked.set(kind, known)
      for (const name of names) {
        if (name === null || name === undefined || name === '') continue
        const identity = typeof name === 'string' ? name : JSON.stringify(name)
        if (known.has(identity)) continue
        known.add(identity)
        ;(fresh[kind] ??= []).push(name)
      }
    },
    isOpen: () => Object.keys(fresh).length > 0,
    take() {
      const wanted = fresh
      fresh = {}
      return Object.keys(wanted).length > 0 ? (wanted as Wanted) : null
    },
  }
}

/** A customer named as a path names one: customer_key, internal key or e-mail. */
function askRef(need: Need, ref: string): void {
  need.ask('customerKeys', ref)
  need.ask('customers', ref)
  need.ask('emails', emailKey(ref))
}

/** All that could turn up with a customer_key: the customer, ids that wait for it, payments that wait for it. */
export function askCustomerKey(need: Need, customerKey: string | null): void {
  if (customerKey === null) return
  need.ask('customerKeys', customerKey)
  need.ask('waitingFor', customerKey)
  need.ask('hints', customerHint(customerKey))
}

export function askPlatformId(need: Need, id: string | null | undefined): void {
  if (!id) return
  need.ask('platformIds', id)
  need.ask('waitingIds', id)
  need.ask('hints', platformHint(id))
}

/** Whom a trusted source may make, or meet. */
function askCustomer(
  need: Need,
  { customerKey, email }: { readonly customerKey: string | null; readonly email: string },
) {
  askCustomerKey(need, customerKey ?? emailKey(email))
  need.ask('emails', emailKey(email))
}

function askHints(need: Need, who: Hints): void {
  askCustomerKey(need, who.customerKey)
  askPlatformId(need, who.platform?.id)
  need.ask('emails', emailKey(who.email))
  need.ask('partnerKeys', who.partnerKey)
}

function askPayment(need: Need, ref: PlatformRef, intent: string | null): void {
  need.ask('payments', ref.id)
  need.ask('wholes', ref.id)
  need.ask('tieParts', ref.id, intent)
}

/** All that may be the same money as a platform's payment: what a caller reported under its id, and the charges that paid it. */
function askSame(need: Need, sourceKey: string): void {
  need.ask('payments', sourceKey)
  need.ask('wholes', sourceKey)
}

/** What one fact names. */
function askFact(need: Need, fact: Fact): void {
  switch (fact.kind) {
    case 'click':
      return
    case 'signup':
      askCustomerKey(need, fact.customerKey ?? emailKey(fact.email))
      askPlatformId(need, fact.providerKey)
      need.ask('emails', emailKey(fact.email))
      need.ask('partnerKeys', fact.partnerKey)
      return need.ask('xids', fact.xid)
    case 'partner':
      return askPartner(need, fact)
    case 'customer.create':
      askCustomer(need, fact)
      askPlatformId(need, fact.providerKey)
      return need.ask('partnerKeys', fact.partnerKey)
    case 'customer.edit':
      askRef(need, fact.ref)
      askCustomerKey(need, fact.customerKey ?? null)
      return askPlatformId(need, fact.providerKey)
    case 'customer.archive':
    case 'customer.clear':
    case 'customer.erase':
      return askRef(need, fact.ref)
    case 'customer.reattribute':
      askRef(need, fact.ref)
      return askPartnerRef(need, fact.partner)
    case 'transaction.create':
      askRef(need, fact.customer)
      return need.ask('payments', fact.key)
    case 'transaction.archive':
      return need.ask('payments', fact.ref)
    case 'customer.seen':
      return askHints(need, fact.who)
    case 'payment':
      if (fact.chosenCustomer !== undefined) askRef(need, fact.chosenCustomer)
      if (fact.role !== 'refund' && fact.records) askHints(need, fact.who)
      need.ask('tieWholes', fact.payment.id)
      need.ask('hints', fact.intent && intentHint(fact.intent))
      if (fact.who.platform && fact.currency)
        need.ask('hints', amountHint(fact.who.platform, fact.amount, fact.currency))
      return askPayment(need, fact.payment, fact.intent)
    case 'refund':
    case 'dispute':
    case 'failure':
      return askPayment(need, fact.payment, fact.intent)
    case 'loose-refund':
      need.ask('payments', fact.refund.id, fact.chosen)
      need.ask('intents', fact.intent)
      return need.ask('platformIds', fact.customer.id)
    case 'tie':
      need.ask('payments', fact.part.id, fact.whole)
      need.ask('intents', fact.part.id)
      return need.ask('tieParts', fact.part.id)
    case 'subscription':
      return need.ask('subscriptions', fact.subscription.id)
  }
}

export function askEntries(need: Need, entries: readonly Entry[]): void {
  for (const { facts, delivery, call, file } of entries) {
    if (file) askStretch(need, file)
    for (const fact of facts) {
      if (isSaidOfProgram(fact)) askProgram(need, fact)
      else if (isSaidOfRewards(fact)) askRewards(need, fact, askRef)
      else askFact(need, fact)
      if (fact.kind === 'prospect.convert') askCustomer(need, fact)
    }
    need.ask('calls', call?.id)
    if (delivery)
      need.ask('events', { provider: delivery.provider, account: delivery.account, eventId: delivery.eventId })
  }
}

/** What rows just loaded name in turn. Ends by itself: every name is asked for once. */
export function askRows(need: Need, rows: Rows, entries: readonly Entry[]): void {
  const namesIds = !entries.every(isPaidOnly)
  for (const row of rows.customers) {
    need.ask('partnerKeys', row.partnerKey)
    need.ask('unconfirmedOf', row.key)
    if (namesIds) need.ask('platformIdsOf', row.key)
  }
  for (const row of rows.clicks) need.ask('partnerKeys', row.partnerKey)
  for (const row of rows.platformIds) {
    need.ask('customers', row.customer)
    need.ask('hints', platformHint(row.id))
  }
  for (const row of rows.waitingIds) {
    need.ask('platformIds', row.id)
    need.ask('hints', platformHint(row.id))
  }
  for (const row of rows.payments) {
    need.ask('customers', row.customer)
    need.ask('partnerKeys', row.partnerKey)
    if (row.source !== 'api' && row.source !== 'script') askSame(need, row.sourceKey)
    need.ask('payments', row.whole)
    need.ask('wholes', row.whole)
    if (row.state === 'waiting') askWaiting(need, row)
    const who = row.evidence?.who
    if (!who) continue
    need.ask('customerKeys', who.customerKey)
    need.ask('platformIds', who.platform?.id)
    need.ask('partnerKeys', who.partnerKey)
  }
  for (const row of rows.ties) {
    need.ask('payments', row.whole, row.part)
    need.ask('intents', row.part)
    need.ask('wholes', row.whole)
  }
}

/** What may have come before a payment that waits: refunds of it. */
function askWaiting(need: Need, { intent, amount, currency, evidence }: PaymentRow): void {
  need.ask('hints', intent && intentHint(intent))
  if (evidence?.who?.platform) need.ask('hints', amountHint(evidence.who.platform, amount, currency))
}

/** What can only be named once it is known who the facts are about. */
export function askAbout(need: Need, desk: Desk, entries: readonly Entry[]): void {
  for (const { facts, at, file } of entries) {
    if (file) askJoining(need, desk, file)
    askEarned(need, desk, facts)
    for (const fact of facts) {
      if (fact.kind === 'partner' || isSaidOfProgram(fact)) askShown(need, desk, fact)
      if (fact.kind === 'payment' && fact.who.platform) askRefundsOf(need, desk, fact, fact.who.platform)
      if (fact.kind === 'loose-refund') {
        const currency = fact.currency ?? desk.settings.currency
        const customer = desk.platformId(fact.customer)?.customer
        const ever = { from: 0, to: Number.MAX_SAFE_INTEGER }
        if (customer !== undefined) need.ask('similar', { customer, amount: fact.amount, currency, ...ever })
      }
      if (fact.kind === 'payment' && desk.payment(fact.payment)?.evidence?.counts) askHints(need, fact.who)
      if (fact.kind !== 'signup' || fact.amount === null) continue
      // Twice the time: an equal payment may have taken the place of an amount that came long before or after this one.
      const span = {
        amount: fact.amount,
        currency: fact.currency ?? desk.settings.currency,
        from: at - 2 * REPLACE_MS,
        to: at + 2 * REPLACE_MS,
      }
      const email = emailKey(fact.email)
      const candidates = [
        fact.customerKey && desk.customerByKey(fact.customerKey),
        ...desk.customersByEmail(email),
        email && desk.customerByKey(email),
      ]
      for (const customer of candidates)
        if (customer) need.ask('similar', { customer: customer.key, ...span } satisfies SimilarPayment)
    }
  }
}

/** Refunds that may be of this payment, and what else they may be of. */
function askRefundsOf(need: Need, desk: Desk, fact: PaymentFact, platform: PlatformRef): void {
  const currency = fact.currency ?? desk.settings.currency
  const hint = amountHint(platform, fact.amount, currency)
  need.ask('hints', hint)
  const customer = desk.platformId(platform)?.customer
  if (customer === undefined || desk.waits.by('hint', hint).length === 0) return
  need.ask('similar', { customer, amount: fact.amount, currency, from: 0, to: Number.MAX_SAFE_INTEGER })
}
