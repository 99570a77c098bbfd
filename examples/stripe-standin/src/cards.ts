/** The test cards the hosted page takes, and what becomes of each. */
export type Outcome = 'paid' | 'declined' | 'challenge'
export interface Card {
  readonly last4: string
  readonly outcome: Outcome
  readonly expMonth: number
  readonly expYear: number
}

export const TEST_CARDS: readonly { number: string; outcome: Outcome; what: string }[] = [
  { number: '4242 4242 4242 4242', outcome: 'paid', what: 'succeeds' },
  { number: '4000 0000 0000 0002', outcome: 'declined', what: 'is declined' },
  { number: '4000 0027 6000 3184', outcome: 'challenge', what: 'asks for 3-D Secure' },
]

export interface CardFields {
  readonly number: string
  readonly expiry: string
  readonly cvc: string
}
export type CardErrors = Partial<Record<keyof CardFields, string>>

/** Only test numbers are taken, and only the last four digits are kept. */
export function readCard(fields: CardFields, now: number): { card: Card } | { errors: CardErrors } {
  const digits = fields.number.replace(/\D/g, '')
  const known = TEST_CARDS.find((card) => card.number.replaceAll(' ', '') === digits)
  const expiry = /^\s*(0?[1-9]|1[0-2])\s*\/\s*(?:20)?(\d{2})\s*$/.exec(fields.expiry)
  const [expMonth, expYear] = [Number(expiry?.[1]), 2000 + Number(expiry?.[2])]
  const errors: CardErrors = {
    ...(known ? {} : { number: 'Please use one of the test cards below. Never type a real card number here.' }),
    ...(expiry ? {} : { expiry: 'Please give the date as MM / YY.' }),
    ...(expiry && Date.UTC(expYear, expMonth) <= now ? { expiry: 'This card has expired.' } : {}),
    ...(/^\s*\d{3,4}\s*$/.test(fields.cvc) ? {} : { cvc: 'Three digits, please.' }),
  }
  if (!known || Object.keys(errors).length > 0) return { errors }
  return { card: { last4: digits.slice(-4), outcome: known.outcome, expMonth, expYear } }
}
