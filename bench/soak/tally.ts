/** What was asked, what was answered, and what is to be in the books because of it. */

/** Of one customer, as it has to be in the end. */
export interface Expected {
  readonly partner: string
  /** Amounts of its transactions, minor units. */
  readonly amounts: number[]
  refunded: number
}

export interface Tally {
  readonly customers: Map<string, Expected>
  /** Answers by surface and status; `gone` where none came. */
  readonly answers: Map<string, Map<string, number>>
  /** What no platform and no caller may ever see. */
  readonly faults: string[]
  /** Links that were answered, and those that may have been counted though no answer came. */
  readonly clicks: { answered: number; unanswered: number }
  answered(surface: string, status: number | null): void
}

export function createTally(): Tally {
  const answers: Tally['answers'] = new Map()
  return {
    customers: new Map(),
    answers,
    faults: [],
    clicks: { answered: 0, unanswered: 0 },
    answered(surface, status) {
      const of = answers.get(surface) ?? new Map<string, number>()
      answers.set(surface, of)
      const name = String(status ?? 'gone')
      of.set(name, (of.get(name) ?? 0) + 1)
    },
  }
}

export const expectedOf = ({ customers }: Tally) => {
  const all = [...customers.values()]
  const amounts = all.flatMap(({ amounts: own }) => own)
  return {
    customers: all.length,
    payments: amounts.length,
    revenue: amounts.reduce((sum, amount) => sum + amount, 0),
    refunds: all.reduce((sum, { refunded }) => sum + refunded, 0),
  }
}

export const answersIn = ({ answers }: Tally): number =>
  [...answers.values()].flatMap((of) => [...of.values()]).reduce((sum, count) => sum + count, 0)
