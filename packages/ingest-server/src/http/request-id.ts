/** The id of a request: in every answer, and in every line that the log has of it. */
import { randomUUID } from 'node:crypto'
import type { Response } from 'express'

/**
 * One that a proxy has given is kept, where it is nothing but an id: short, of harmless letters, and not so long a run of them
 * that it could be a secret.
 */
const isId = (text: string | undefined): text is string =>
  text !== undefined && /^[\w.:=-]{1,64}$/.test(text) && !/[0-9A-Za-z]{40}|^(?:sk|rk|tt|pt|whsec)_/.test(text)

export function giveRequestId(res: Response): string {
  const given = res.req.headers['x-request-id']
  const id = typeof given === 'string' && isId(given) ? given : randomUUID()
  res.locals['requestId'] = id
  res.setHeader('X-Request-Id', id)
  return id
}

export const requestIdOf = (res: Response): string => String(res.locals['requestId'])
