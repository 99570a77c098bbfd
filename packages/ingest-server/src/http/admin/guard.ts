/** What stands before every operation of the dashboard: the session, where a change comes from, and the mode in the path. */
import type { Request, RequestHandler, Response } from 'express'
import { AppError } from '../../errors.ts'
import type { Mode } from '../../facts.ts'
import type { Caller } from '../api/caller.ts'
import type { Operation } from '../api/operation.ts'
import type { Deps } from '../deps.ts'
import { isCsrf, notLoggedIn, sessionOf, type Session } from './session.ts'

/** What a page sends its session's token in. */
export const CSRF_HEADER = 'X-CSRF-Token'

/** A change is made by the dashboard's own pages, and by nothing else that a browser may have open. */
function checkOrigin(req: Request, publicUrl: string): void {
  const { origin } = new URL(publicUrl)
  const from = req.get('origin')
  if (from === origin) return
  const told = from === undefined ? 'says not where it comes from' : 'comes from another address'
  throw new AppError('FORBIDDEN', `This request ${told}. Open the dashboard at ${origin} (PUBLIC_URL).`)
}

const modeOf = (text: string | undefined): Mode => {
  if (text === undefined) return 'production' // of the installation as a whole
  if (text === 'production' || text === 'test') return text
  throw new AppError('NOT_FOUND', 'There are the modes production and test.')
}

const isChange = (method: string): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method)

export function guard({ callers }: Pick<Operation, 'callers'>, deps: Deps): RequestHandler {
  const isOpen = callers.length === 0
  return async (req, res, next) => {
    res.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' })
    if (isChange(req.method)) checkOrigin(req, deps.publicUrl)
    const session = await sessionOf(req, deps)
    if (!session && !isOpen) throw notLoggedIn(res, 'Log in first.')
    if (session && !isOpen && isChange(req.method) && !isCsrf(session, req.get(CSRF_HEADER))) {
      throw new AppError('FORBIDDEN', `${CSRF_HEADER} is not that of this session. Load the page again.`)
    }
    const mode = modeOf(req.params['mode'] as string | undefined)
    res.locals['caller'] = { kind: 'admin', mode, id: 'admin', web: { req, res, session } } satisfies Caller
    next()
  }
}

/** The request behind a call of the dashboard, for what is more than data: cookies, streams. */
export interface Web {
  readonly req: Request
  readonly res: Response
  readonly session: Session | null
}

export function webOf(caller: Caller): Web {
  if (caller.kind === 'admin') return caller.web
  throw new Error('an operation of the dashboard was called by somebody else')
}
