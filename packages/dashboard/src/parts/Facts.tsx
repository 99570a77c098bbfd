/** What is known of one thing, each fact under its name. */
import { Paper } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props {
  readonly label: string
  /** A fact that is not known is left out. */
  readonly facts: readonly (readonly [name: string, value: ReactNode] | null)[]
}

export function Facts({ label, facts }: Props) {
  return (
    <Paper withBorder p="md">
      <dl className="facts" aria-label={label}>
        {facts.map(
          (fact) =>
            fact && (
              <div key={fact[0]}>
                <dt>{fact[0]}</dt>
                <dd>{fact[1]}</dd>
              </div>
            ),
        )}
      </dl>
    </Paper>
  )
}
