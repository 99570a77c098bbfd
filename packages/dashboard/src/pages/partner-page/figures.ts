/** What a partner sees, asked for by the link they were given. */
import { useQuery } from '@tanstack/react-query'
import { ApiError, refusalOf, UNREACHABLE } from '../../api/client.ts'
import type { RewardStatus } from '../../api/types.ts'

interface Newest<T> {
  readonly items: readonly T[]
  /** There are more, which are not shown. */
  readonly has_more: boolean
}
export interface OwnCustomer {
  /** Its first letters. */
  readonly name: string
  readonly created_at: number
  readonly paying: boolean
}
export interface OwnReward {
  readonly amount: number
  readonly currency: string
  readonly status: RewardStatus
  readonly description: string | null
  readonly created_at: number
}
export interface OwnLink {
  readonly url: string
  readonly title: string | null
}
export interface Figures {
  readonly partner: {
    readonly partner_key: string
    readonly first_name: string | null
    readonly last_name: string | null
  }
  readonly test: boolean
  readonly until: number
  readonly clicks: readonly { readonly day: number; readonly count: number }[]
  readonly links: Newest<OwnLink>
  readonly customers: Newest<OwnCustomer>
  readonly earned: readonly { readonly currency: string; readonly status: RewardStatus; readonly amount: number }[]
  readonly rewards: Newest<OwnReward>
}

async function read(): Promise<Figures> {
  let response: Response
  try {
    response = await fetch(`${window.location.pathname.replace(/\/$/, '')}/data`)
  } catch {
    throw new ApiError(0, UNREACHABLE)
  }
  if (!response.ok) throw refusalOf(response, await response.text())
  return ((await response.json()) as { data: Figures }).data
}

const isPassing = (error: Error): boolean => error instanceof ApiError && (error.status === 0 || error.status >= 500)

export const useFigures = () =>
  useQuery({
    queryKey: ['figures'],
    queryFn: read,
    staleTime: 30_000,
    retry: (count, error) => count < 1 && isPassing(error),
  })
