/** Forth and back through a list: links, so that they can be opened elsewhere and the back button knows them. */
import { Button, Group } from '@mantine/core'
import { Link } from 'react-router'
import type { ListParams } from './list-params.ts'

interface Props {
  readonly params: ListParams
  readonly first: string | undefined
  readonly last: string | undefined
  readonly hasMore: boolean
  /** Back is what the browser's own button does. */
  readonly isOneWay?: boolean
}

export function Pager({ params, first, last, hasMore, isOneWay = false }: Props) {
  const isBackwards = params.before !== null
  const canGoOn = last !== undefined && (isBackwards || hasMore)
  const canGoBack = isBackwards ? hasMore : params.after !== null
  if (!canGoOn && !canGoBack) return null
  const back = first === undefined ? params.search({}) : params.search({ before: first })
  return (
    <Group component="nav" aria-label="Pages of the list" justify="flex-end" gap="xs">
      {canGoBack && (
        <Button component={Link} to={params.search({})} variant="subtle" size="xs">
          First page
        </Button>
      )}
      {canGoBack && !isOneWay && (
        <Button component={Link} to={back} variant="default" size="xs">
          Previous
        </Button>
      )}
      {canGoOn && (
        <Button component={Link} to={params.search({ after: last })} variant="default" size="xs">
          Next
        </Button>
      )}
    </Group>
  )
}
