import { formatMoney } from './money.ts'

interface Props {
  readonly amount: number
  readonly currency: string
}

export const Money = ({ amount, currency }: Props) => (
  <data className="money" value={`${amount} ${currency}`}>
    {formatMoney(amount, currency)}
  </data>
)
