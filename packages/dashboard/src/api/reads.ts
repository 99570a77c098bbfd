/** Reading and changing what belongs to the open mode. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ApiError, call, type Method } from './client.ts'
import { useMode } from './mode.ts'
import type { Page } from './types.ts'

/** `path` below the mode, its parts already encoded. */
export function useRead<T>(path: string, isWanted = true) {
  const mode = useMode()
  return useQuery({
    queryKey: [mode, path],
    queryFn: ({ signal }) => call<T>('GET', `/${mode}${path}`, undefined, signal),
    enabled: isWanted,
  })
}

/** A page of a list. While the next one loads the one before stays in view, within its mode. */
export function useList<T>(resource: string, query: URLSearchParams) {
  const mode = useMode()
  const path = `${resource}?${query}`
  return useQuery({
    queryKey: [mode, resource, path],
    queryFn: ({ signal }) => call<Page<T>>('GET', `/${mode}${path}`, undefined, signal),
    placeholderData: (former, query) =>
      query?.queryKey[0] === mode && query.queryKey[1] === resource ? keepPreviousData(former) : undefined,
  })
}

export interface Change {
  readonly method: Method
  readonly path: string
  readonly body?: unknown
}

/** Makes a change in the open mode; what is on the page is read again. */
export function useChange<T>() {
  const mode = useMode()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ method, path, body }: Change) => call<T>(method, `/${mode}${path}`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: [mode] }),
  })
}

/** Makes several changes one after the other. Where one is refused the rest stays undone, and it says how far it came. */
export function useChanges() {
  const mode = useMode()
  const client = useQueryClient()
  return async (changes: readonly Change[]): Promise<void> => {
    let done = 0
    try {
      for (const { method, path, body } of changes) {
        await call<unknown>(method, `/${mode}${path}`, body)
        done++
      }
    } catch (error) {
      if (done === 0 || !(error instanceof ApiError)) throw error
      throw new ApiError(error.status, `${done} of ${changes.length} are done. The next one: ${error.message}`)
    } finally {
      void client.invalidateQueries({ queryKey: [mode] })
    }
  }
}

/** One part of a path. */
export const part = (key: string): string => `/${encodeURIComponent(key)}`
