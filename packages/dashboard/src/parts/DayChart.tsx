/**
 * A figure by day as bars, the days before it as a line. A day is looked at by pointing, by touching, or by the arrow keys;
 * whoever does not see it has the same as a table.
 */
import { Group, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import { marks, ticks } from './scale.ts'

interface Props {
  readonly label: string
  /** As 2026-11-22. */
  readonly days: readonly string[]
  readonly values: readonly number[]
  /** Of as many days right before. */
  readonly before?: readonly number[]
  readonly format: (value: number) => string
  /** Shorter, for the scale. */
  readonly short?: (value: number) => string
}

const HEIGHT = 220
const PLACE = { top: 8, bottom: 24, right: 8 }
/** The scale's labels end before the chart begins, however long they are. */
const LETTER_WIDTH = 6.6
const LEAST_LEFT = 36
const LETTER_ROOM = 84

/** Dates are the reader's own calendar's, whatever the zone: they are not moments. */
const dayText = (day: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
const short = (day: string): string => dayText(day, { day: 'numeric', month: 'short' })
const whole = (day: string): string => dayText(day, { dateStyle: 'medium' })
const earlier = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

export function DayChart({ label, days, values, before, format, short: shortly = format }: Props) {
  const { ref, width } = useElementSize()
  const [at, look] = useState<number | null>(null)
  const lines = ticks(Math.min(0, ...values, ...(before ?? [])), Math.max(0, ...values, ...(before ?? [])))
  const [low, high] = [lines[0] ?? 0, lines.at(-1) ?? 1]
  const left = Math.max(LEAST_LEFT, ...lines.map((value) => 16 + LETTER_WIDTH * shortly(value).length))
  const inner = Math.max(0, width - left - PLACE.right)
  const each = inner / days.length
  const x = (day: number): number => left + day * each
  const y = (value: number): number =>
    PLACE.top + (HEIGHT - PLACE.top - PLACE.bottom) * (1 - (value - low) / Math.max(1, high - low))
  const middle = (day: number): number => x(day) + each / 2
  const shown = at ?? days.length - 1

  const point = (event: PointerEvent<SVGSVGElement>): void => {
    const offset = event.clientX - event.currentTarget.getBoundingClientRect().left - left
    const day = Math.floor(offset / each)
    look(day >= 0 && day < days.length ? day : null)
  }
  const press = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    look(Math.min(days.length - 1, Math.max(0, shown + step)))
  }

  return (
    <figure className="day-chart" aria-label={label}>
      <Group component="figcaption" justify="space-between" gap="xs" mb={4}>
        <Text size="sm" role="status" aria-live={at === null ? 'off' : 'polite'}>
          <span className="key-bar" aria-hidden /> {whole(days[shown] ?? '')}:{' '}
          <strong className="money">{format(values[shown] ?? 0)}</strong>
        </Text>
        {before && (
          <Text size="sm" c="dimmed">
            <span className="key-line" aria-hidden /> {whole(earlier(days[shown] ?? '', days.length))}:{' '}
            <span className="money">{format(before[shown] ?? 0)}</span>
          </Text>
        )}
      </Group>
      <div ref={ref}>
        {/* The box is there before its width is known, so that nothing moves once it is. */}
        <svg
          width={width}
          height={HEIGHT}
          role="slider"
          tabIndex={0}
          aria-label={`${label}: a day`}
          aria-valuemin={0}
          aria-valuemax={days.length - 1}
          aria-valuenow={shown}
          aria-valuetext={`${whole(days[shown] ?? '')}: ${format(values[shown] ?? 0)}`}
          onPointerMove={point}
          onPointerDown={point}
          onPointerLeave={() => look(null)}
          onKeyDown={press}
          onBlur={() => look(null)}
        >
          {lines.map((value) => (
            <g key={value}>
              <line className="grid-line" x1={left} x2={width - PLACE.right} y1={y(value)} y2={y(value)} />
              <text className="scale" x={left - 8} y={y(value)} dy="0.32em" textAnchor="end">
                {shortly(value)}
              </text>
            </g>
          ))}
          {at !== null && (
            <rect className="looked-at" x={x(at)} y={PLACE.top} width={each} height={y(low) - PLACE.top} />
          )}
          {values.map((value, day) => (
            <rect
              key={days[day]}
              className="bar"
              x={x(day) + each * 0.12}
              y={Math.min(y(value), y(0))}
              width={Math.max(0.5, each * 0.76)}
              height={Math.max(value === 0 ? 0 : 1.5, Math.abs(y(value) - y(0)))}
              rx={Math.min(3, each * 0.2)}
            />
          ))}
          {before && (
            <polyline className="before" points={before.map((value, day) => `${middle(day)},${y(value)}`).join(' ')} />
          )}
          {marks(days.length, Math.floor(inner / LETTER_ROOM)).map((day) => (
            <text key={day} className="scale" x={middle(day)} y={HEIGHT - 6} textAnchor={anchor(day, days.length)}>
              {short(days[day] ?? '')}
            </text>
          ))}
        </svg>
      </div>
      {/* A table is never narrower than its words: what hides it is around it. */}
      <div className="hidden-visually">
        <table>
          <caption>{label}</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">{label}</th>
              {before && <th scope="col">As many days before</th>}
            </tr>
          </thead>
          <tbody>
            {days.map((day, index) => (
              <tr key={day}>
                <th scope="row">{whole(day)}</th>
                <td>{format(values[index] ?? 0)}</td>
                {before && <td>{format(before[index] ?? 0)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}

const anchor = (day: number, count: number): 'start' | 'middle' | 'end' =>
  day === count - 1 && count > 1 ? 'end' : 'middle'
