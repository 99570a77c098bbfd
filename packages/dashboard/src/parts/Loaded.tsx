/** One thing that is read: until it is there, and where it is not. */
import { Skeleton, Stack } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { isNotFound } from '../api/client.ts'
import { Empty } from './Empty.tsx'
import { Failure } from './Failure.tsx'

interface Props<T> {
  readonly read: UseQueryResult<T>
  /** What it is, as in "There is no such partner". */
  readonly what: string
  readonly children: (thing: T) => ReactNode
}

export function Loaded<T>({ read, what, children }: Props<T>) {
  if (read.data !== undefined) return children(read.data)
  if (read.isError) {
    if (!isNotFound(read.error)) return <Failure error={read.error} retry={() => void read.refetch()} />
    return <Empty title={`There is no such ${what}`}>It may be in the other mode: the switch is at the top.</Empty>
  }
  return (
    <Stack role="status" aria-label="Loading">
      <Skeleton h={36} w={260} />
      <Skeleton h={140} />
      <Skeleton h={140} />
    </Stack>
  )
}
