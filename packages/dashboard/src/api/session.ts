/** Who is in. Null: nobody, and the pages show the login. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, isLoggedOut, keepCsrf } from './client.ts'
import type { SessionData } from './types.ts'

export const SESSION = ['session'] as const

/** Whether somebody was in before: a login that follows says that the session has ended. */
let wasIn = false
export const hadSession = (): boolean => wasIn

function kept(session: SessionData): SessionData {
  keepCsrf(session.csrf_token)
  wasIn = true
  return session
}

async function readSession(): Promise<SessionData | null> {
  try {
    return kept(await call<SessionData>('GET', '/session'))
  } catch (error) {
    if (isLoggedOut(error)) return null
    throw error
  }
}

/** Looked at again whenever the window comes to the front: another one may have logged out, or in anew. */
export const useSession = () =>
  useQuery({ queryKey: SESSION, queryFn: readSession, staleTime: Infinity, refetchOnWindowFocus: 'always' })

export function useLogIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (password: string) => kept(await call<SessionData>('POST', '/session', { password })),
    onSuccess(session) {
      client.setQueryData(SESSION, session)
      // What could not be read while nobody was in is read now.
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION[0] })
    },
  })
}

/** Every session ends, and this browser gets a new one. */
export function useChangePassword() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (passwords: { readonly current: string; readonly password: string }) =>
      kept(await call<SessionData>('POST', '/password', passwords)),
    onSuccess: (session) => client.setQueryData(SESSION, session),
  })
}

export function useLogOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call<unknown>('DELETE', '/session'),
    onSuccess() {
      wasIn = false
      client.setQueryData(SESSION, null)
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION[0] })
    },
  })
}
