/** What a payment platform tells of money: payments, refunds, disputes, failures, and which charge paid which invoice. */
import type { Outcome } from '../entry.ts'
import type { Hints, PaymentFact, PlatformRef, TieFact } from '../facts.ts'
import type { CustomerRow, Evidence, PaymentRow } from '../store/rows.ts'
import { audit } from './audit.ts'
import type { Desk } from './desk.ts'
import { resolveRef } from './identity.ts'
import { whoIs } from './identity.ts'
import { meet } from './platform-customers.ts'
import { project, refresh, settle, wholeOf } from './recording.ts'
import { letGo, waitingFor } from './parking.ts'
import { heed } from './release.ts'
import { NO_EVIDENCE, hasFailed, merge } from './refunds.ts'
import type { MoneyFact } from './refunds.ts'

export interface Told {
  readonly outcome: Outcome
  /** The payment a parked delivery waits on. */
  readonly waitingOn: string | null
}

const NOBODY: Hints = { customerKey: null, platform: null, email: null, name: null, partnerKey: null, mayCreate: false }
const showsMoney = (fact: MoneyFact): fact is PaymentFact => fact.kind === 'payment' && fact.role !== 'refund'
const done = (outcome: Outcome): Told => ({ outcome, waitingOn: null })

/** Of two events of one payment, the newer one's hints; what it does not tell, the older one's. */
const fill = (newer: Hints, older: Hints | null | undefined): Hints => ({
  customerKey: newer.customerKey ?? older?.customerKey ?? null,
  platform: newer.platform ?? older?.platform ?? null,
  email: newer.email ?? older?.email ?? null,
  name: newer.name ?? older?.name ?? null,
  partnerKey: newer.partnerKey ?? older?.partnerKey ?? null,
  mayCreate: newer.customerKey === null ? (older?.mayCreate ?? false) : newer.mayCreate,
})

function newRow(desk: Desk, fact: MoneyFact, now: number): PaymentRow {
  const { payment: ref, intent } = fact
  const happenedAt = fact.kind === 'payment' ? fact.happenedAt : fact.at
  return {
    ...{
      key: desk.newKey('tran', now),
      mode: desk.mode,
      state: 'evidence',
      source: ref.provider,
      account: ref.account,
      sourceKey: ref.id,
    },
    ...{
      givenKey: null,
      customer: null,
      partnerKey: null,
      amount: 0,
      refunded: 0,
      currency: desk.settings.currency,
      categoryKey: null,
    },
    ...{
      productKey: null,
      metadata: {},
      approved: true,
      archived: null,
      replacedBy: null,
      page: null,
      evidence: NO_EVIDENCE,
      intent,
    },
    ...{ whole: tiedTo(desk, ref, intent), createdAt: happenedAt, updatedAt: now },
  }
}

/** The invoice that a charge, or its intent, is known to have paid. */
function tiedTo(desk: Desk, { provider, account, id }: PlatformRef, intent: string | null): string | null {
  const tie = (part: string | null): string | undefined =>
    part === null ? undefined : desk.ties.get([provider, account, part].join('\n'))?.whole
  return tie(id) ?? tie(intent) ?? null
}

/** What the newest event that shows money says of the payment itself. */
function described(row: PaymentRow, fact: PaymentFact): Partial<PaymentRow> {
  const createdAt = row.state === 'recorded' ? row.createdAt : fact.happenedAt
  const told = {
    createdAt,
    productKey: fact.productKey,
    categoryKey: fact.categoryKey,
    metadata: fact.metadata,
  }
  const paid = row.evidence?.paid
  if (!paid || fact.at > paid.at) return { ...told, currency: fact.currency ?? row.currency }
  const standing = {
    createdAt: row.createdAt,
    productKey: row.productKey,
    categoryKey: row.categoryKey,
    metadata: row.metadata,
  }
  // Of one moment, whichever text is greater, so that any order ends alike. The currency stays: on a platform that sends none
  // it is a setting, and the same event worked again after that has changed must change no money.
  return fact.at === paid.at && JSON.stringify(told) > JSON.stringify(standing) ? told : {}
}

/** A payment as it stood, or what went back of one. */
export function moneySeen(desk: Desk, fact: MoneyFact, now: number): Told {
  const start = desk.payment(fact.payment) ?? newRow(desk, fact, now)
  const intent = start.intent ?? fact.intent
  const row: PaymentRow = {
    ...start,
    ...(showsMoney(fact) ? described(start, fact) : {}),
    evidence: merge(start.evidence ?? NO_EVIDENCE, fact),
    intent,
    whole: start.whole ?? tiedTo(desk, fact.payment, intent),
  }
  const evidence = row.evidence ?? NO_EVIDENCE
  const when = { at: fact.at, happenedAt: row.createdAt, now }
  if (row.state === 'recorded') {
    const outcome = grown(desk, start, row, now)
    // Whose it is stands; but what a newer event tells of its customer counts as it would have before.
    if (showsMoney(fact) && evidence.counts && whoIs(desk, fact.who, row.createdAt)) meet(desk, fact.who, when)
    return done(outcome)
  }
  if (!evidence.paid || !evidence.counts) {
    desk.payments.put({ ...project(desk, row), updatedAt: now })
    return evidenceOnly(desk, row, fact, now)
  }
  if (!showsMoney(fact)) return notYetRecorded(desk, row, evidence, fact, now)
  const older = fact.at < (start.evidence?.paid?.at ?? fact.at)
  const who = older && evidence.who ? fill(evidence.who, fact.who) : fill(fact.who, evidence.who)
  desk.payments.put({ ...row, evidence: { ...evidence, who } })
  if (fact.chosenCustomer !== undefined) return byHand(desk, row, who, fact.chosenCustomer, now)
  const customer = hasFailed(evidence) ? undefined : (meet(desk, who, when) ?? reportedFor(desk, row, who, now))
  const current = desk.payment(fact.payment) ?? row
  if (current.state === 'recorded') return done({ state: 'applied', reason: 'recorded', changed: [current.key] })
  const outcome = settle(desk, current, who, customer, now)
  return countedForWhole(desk, row, now) ?? { outcome, waitingOn: outcome.state === 'parked' ? row.key : null }
}

/** Whose payment it is by the word of a key pair that reported it under this id; an event that names nobody known leaves it so. */
function reportedFor(desk: Desk, row: PaymentRow, who: Hints, now: number): CustomerRow | undefined {
  const reported = desk.payments.by('givenKey', row.sourceKey).find(({ source }) => source === 'api')
  const customer = reported?.customer ? desk.customers.get(reported.customer) : undefined
  return customer && heed(desk, customer, who, { happenedAt: row.createdAt, now })
}

/** A person has said whose payment it is: no hint is asked, and no window. */
function byHand(desk: Desk, row: PaymentRow, who: Hints, chosen: string, now: number): Told {
  const customer = resolveRef(desk, chosen)
  const outcome = settle(desk, row, who, customer, now, { everInTime: true })
  if (outcome.state === 'applied') {
    const detail = { customer_key: customer.customerKey, payment: row.sourceKey }
    audit(desk, { actor: desk.by ?? 'operator', action: 'payment.assigned', subject: row.key, detail }, now)
  }
  return { outcome, waitingOn: outcome.state === 'parked' ? row.key : null }
}

/** What was taken back of a charge that was set aside counts for its invoice. */
function countedForWhole(desk: Desk, row: PaymentRow, now: number): Told | null {
  const whole = wholeOf(desk, row)
  const outcome = whole?.state === 'recorded' ? refresh(desk, whole, now) : null
  return outcome?.state === 'applied' ? done(outcome) : null
}

/** Something went back of a payment that is known but waits, or was set aside. */
function notYetRecorded(desk: Desk, row: PaymentRow, evidence: Evidence, fact: MoneyFact, now: number): Told {
  const who = evidence.who ?? NOBODY
  if (fact.kind === 'failure') {
    const outcome = settle(desk, row, who, undefined, now)
    return countedForWhole(desk, row, now) ?? done(outcome)
  }
  desk.payments.put({ ...project(desk, row), updatedAt: now })
  const counted = countedForWhole(desk, row, now)
  if (counted) return counted
  if (row.state === 'evidence')
    return done({ state: 'ignored', reason: 'its payment is not recorded: nothing to take back', changed: [] })
  return {
    outcome: { state: 'parked', reason: `its payment waits: ${waitingFor(who)}`, changed: [row.key] },
    waitingOn: row.key,
  }
}

/** More is known of what stands. Its evidence is kept even where nothing shows. */
function grown(desk: Desk, before: PaymentRow, row: PaymentRow, now: number): Outcome {
  if (JSON.stringify(before) === JSON.stringify(row)) return { state: 'unchanged', reason: 'already so', changed: [] }
  desk.payments.put(row)
  return refresh(desk, row, now)
}

/** Nothing came in that counts here: what is known waits for its payment or for its invoice. */
function evidenceOnly(desk: Desk, row: PaymentRow, fact: MoneyFact, now: number): Told {
  const whole = wholeOf(desk, row)
  if (whole?.state === 'recorded') {
    const outcome = refresh(desk, whole, now)
    return done(showsMoney(fact) ? { state: 'ignored', reason: 'recorded from invoices', changed: [] } : outcome)
  }
  if (showsMoney(fact)) return done({ state: 'ignored', reason: 'recorded from invoices', changed: [] })
  if (fact.kind === 'failure') return done({ state: 'ignored', reason: 'nothing to take back', changed: [] })
  const reason = row.evidence?.paid
    ? `no invoice of payment '${row.sourceKey}' yet`
    : `no payment '${row.sourceKey}' yet`
  return { outcome: { state: 'parked', reason, changed: [row.key] }, waitingOn: row.key }
}

/** A charge paid for an invoice: what was taken back of the one counts for the other. */
export function tieSeen(desk: Desk, { part, whole }: TieFact, now: number): Told {
  const { provider, account, id } = part
  if (desk.ties.get([provider, account, id].join('\n'))?.whole === whole)
    return done({ state: 'unchanged', reason: 'already so', changed: [] })
  desk.ties.put({ mode: desk.mode, provider, account, part: id, whole })
  const mine = (row: PaymentRow): boolean => row.source === provider && row.account === account
  const charges = [...desk.payments.by('sourceKey', id), ...desk.payments.by('intent', id)].filter(mine)
  for (const charge of charges) desk.payments.put({ ...charge, whole, updatedAt: now })
  const invoice = desk.payment({ provider, account, id: whole })
  if (!invoice || invoice.state !== 'recorded')
    return done({ state: 'unchanged', reason: `kept for invoice '${whole}'`, changed: [] })
  const [twice] = charges.filter(({ state, archived }) => state === 'recorded' && archived === null)
  if (twice) archiveLater(desk, twice, invoice, now)
  const outcome = refresh(desk, desk.payments.get(invoice.key) ?? invoice, now)
  for (const charge of charges)
    letGo(desk, charge.key, now, { state: 'applied', reason: `counted for invoice '${whole}'`, changed: [invoice.key] })
  for (const { key } of charges) {
    const charge = desk.payments.get(key)
    if (charge?.state === 'waiting') settle(desk, charge, charge.evidence?.who ?? NOBODY, undefined, now)
  }
  return done(outcome)
}

/** The same money stands from its charge and from its invoice: the one recorded first stays. */
function archiveLater(desk: Desk, charge: PaymentRow, invoice: PaymentRow, now: number): void {
  if (invoice.archived !== null) return
  const [first, second] = charge.key < invoice.key ? [charge, invoice] : [invoice, charge]
  desk.payments.put({
    ...(desk.payments.get(second.key) ?? second),
    archived: 'replaced',
    replacedBy: first.key,
    updatedAt: now,
  })
}
