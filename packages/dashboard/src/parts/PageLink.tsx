/** The way to another page of the same mode. */
import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useTo } from '../api/mode.ts'

interface Props {
  readonly to: readonly string[]
  readonly search?: string
  readonly children: ReactNode
}

export function PageLink({ to, search = '', children }: Props) {
  const path = useTo()
  return (
    <Anchor component={Link} to={path(...to) + search} inherit>
      {children}
    </Anchor>
  )
}
