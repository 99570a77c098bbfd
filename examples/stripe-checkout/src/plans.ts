/** What is for sale. `key` is what partners' rewards can depend on, as `product_key`. */
export interface Plan {
  readonly key: string
  readonly name: string
  /** Cents a month. */
  readonly price: number
  readonly summary: string
  readonly features: readonly string[]
}

export const PLANS: readonly Plan[] = [
  {
    key: 'corner',
    name: 'Corner',
    price: 900,
    summary: 'One place, one kettle.',
    features: ['Up to 8 people', 'One location', 'Shift swaps'],
  },
  {
    key: 'team',
    name: 'Team',
    price: 2900,
    summary: 'For a busy week.',
    features: ['Up to 40 people', 'Three locations', 'Shift swaps', 'Hours ready for payroll'],
  },
  {
    key: 'chain',
    name: 'Chain',
    price: 7900,
    summary: 'Every branch on one page.',
    features: ['Everyone', 'Every location', 'Shift swaps', 'Hours ready for payroll', 'Rules for breaks and rest'],
  },
]

export const findPlan = (key: unknown): Plan | undefined => PLANS.find((plan) => plan.key === key)
