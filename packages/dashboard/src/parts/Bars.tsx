/** A figure by day, as bars. Whoever does not see them has the sum beside them, and each day on hover. */
interface Props {
  readonly label: string
  readonly days: readonly string[]
  readonly values: readonly number[]
  readonly format: (value: number) => string
}

const HEIGHT = 40

export function Bars({ label, days, values, format }: Props) {
  const most = Math.max(1, ...values)
  return (
    <svg
      className="bars"
      viewBox={`0 0 ${values.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {values.map((value, index) => {
        const height = Math.max(value > 0 ? 2 : 0.6, (Math.max(0, value) / most) * HEIGHT)
        return (
          <rect key={days[index]} x={index + 0.12} y={HEIGHT - height} width={0.76} height={height}>
            <title>{`${days[index]}: ${format(value)}`}</title>
          </rect>
        )
      })}
    </svg>
  )
}
