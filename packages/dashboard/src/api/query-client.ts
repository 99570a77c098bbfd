/** How answers are kept, and what becomes of an error wherever it comes from. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError, isLoggedOut } from './client.ts'
import { SESSION } from './session.ts'

const isWorthRetrying = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 0 || error.status >= 500)

export function createQueryClient(): QueryClient {
  // A session that has ended shows the login where the page was: whoever logs in goes on there.
  const onError = (error: unknown, isLogin: boolean): void => {
    if (isLoggedOut(error) && !isLogin) client.setQueryData(SESSION, null)
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => onError(error, false) }),
    mutationCache: new MutationCache({ onError: (error) => onError(error, false) }),
    defaultOptions: {
      queries: { staleTime: 5_000, retry: (count, error) => count < 1 && isWorthRetrying(error), retryDelay: 800 },
    },
  })
  return client
}
