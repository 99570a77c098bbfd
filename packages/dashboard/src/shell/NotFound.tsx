import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { Empty } from '../parts/Empty.tsx'

export function NotFound() {
  return (
    <Empty title="There is no such page" action={<Anchor component={Link} to="/" children="Go to the first page" />}>
      The address may be mistyped, or come from another version of the dashboard.
    </Empty>
  )
}
