/** The seven steps as they stand, read again whenever something happens. */
import { useQuery } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { useMode } from '../../api/mode.ts'
import type { TestStep } from '../../api/types.ts'
import { useListParams } from '../../parts/list-params.ts'

/** Time passing tells, too: of a page that should have loaded something by now. */
const EVERY_MS = 15_000
export const STEPS = 'test-steps'

/** Since when is looked, in epoch ms as text; an empty text is a day ago. It stands in the page's address. */
export function useSince() {
  const { get, set } = useListParams()
  const since = /^\d{1,15}$/.test(get('since')) ? get('since') : ''
  return {
    since,
    beginAnew: () => set({ since: String(Date.now()) }),
    lookAtTheDay: () => set({ since: null }),
  }
}

export function useSteps(since: string) {
  const mode = useMode()
  return useQuery({
    queryKey: [mode, STEPS, since],
    queryFn: ({ signal }) =>
      call<{ readonly items: readonly TestStep[] }>(
        'GET',
        `/${mode}/testing/steps${since && `?since=${since}`}`,
        undefined,
        signal,
      ),
    refetchInterval: EVERY_MS,
  })
}
