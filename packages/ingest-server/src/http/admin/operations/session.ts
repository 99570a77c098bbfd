/** Logging in and out, and another password. */
import type { Request, Response } from 'express'
import { z } from 'zod'
import { setPassword } from '../../../admin-password.ts'
import { AppError } from '../../../errors.ts'
import type { Deps } from '../../deps.ts'
import { operation } from '../../api/operation.ts'
import { text } from '../../fields.ts'
import { time } from '../../../objects/shapes.ts'
import { webOf } from '../guard.ts'
import { tryPassword } from '../login.ts'
import { beginSession, endSession, endsAt, type Session } from '../session.ts'
import { ADMIN } from './parts.ts'

const Shown = z
  .strictObject({
    csrf_token: z.string().meta({ description: 'To be sent as X-CSRF-Token with every change.' }),
    created_at: time,
    ends_at: time.meta({ description: 'When it ends if it is not used again.' }),
    password_fixed: z.boolean().meta({ description: 'Whether ADMIN_PASSWORD says which password it is.' }),
  })
  .meta({ id: 'AdminSession' })

const isFixed = ({ adminPassword }: Deps): boolean => (adminPassword ?? null) !== null

const shown = ({ row, csrf }: Session, deps: Deps): z.input<typeof Shown> => ({
  ...{ csrf_token: csrf, created_at: row.createdAt, ends_at: endsAt(row), password_fixed: isFixed(deps) },
})

const example = {
  data: {
    csrf_token: '9b0c2f0fd3d2a6f54f0a27a6b1f6a6f2c0c7d1f6b3f3c0a7d9f5e1b2a3c4d5e6',
    ...{ created_at: 1767225600000, ends_at: 1767268800000, password_fixed: false },
  },
}

const about = { path: '/session', bases: ['/admin/api'], tag: 'Session', answers: Shown, example } as const

/** As at the login, with its waits; but who mistypes it is in all the same. */
async function checkCurrent(password: string, ...[req, res, deps]: [Request, Response, Deps]): Promise<void> {
  try {
    await tryPassword(password, req, res, deps)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'UNAUTHORIZED') throw error
    res.removeHeader('WWW-Authenticate')
    throw new AppError('INVALID_FIELD', "'current' is not the password")
  }
}

export const session = [
  operation({
    ...about,
    id: 'logIn',
    method: 'POST',
    summary: 'Log in: sets the cookie of a new session',
    callers: [],
    body: z.object({ password: text(1000) }),
    example: { body: { password: 'correct horse battery staple' }, ...example },
    message: 'Logged in',
    refuses: ['TOO_MANY_REQUESTS'],
    async handle({ caller, body, deps }) {
      const { req, res } = webOf(caller)
      await tryPassword(body.password, req, res, deps)
      return shown(await beginSession(req, res, deps), deps)
    },
  }),
  operation({
    ...about,
    id: 'getSession',
    method: 'GET',
    summary: 'The session that this browser has',
    callers: ['admin'],
    message: 'Session retrieved',
    handle: async ({ caller, deps }) => shown(webOf(caller).session!, deps),
  }),
  operation({
    ...about,
    id: 'logOut',
    method: 'DELETE',
    summary: 'Log out: the session ends everywhere',
    callers: ['admin'],
    answers: z.strictObject({}),
    example: { data: {} },
    message: 'Logged out',
    async handle({ caller, deps }) {
      const { res, session } = webOf(caller)
      await endSession(session!, res, deps)
      return {}
    },
  }),
  operation({
    ...about,
    id: 'changePassword',
    method: 'POST',
    path: '/password',
    summary: 'Another password: every session ends, and this browser gets a new one',
    callers: ['admin'],
    body: z.object({ current: text(1000), password: text(1000, 8) }),
    example: { body: { current: 'correct horse', password: 'correct horse battery staple' }, ...example },
    message: 'Password changed',
    refuses: ['CONFLICT', 'TOO_MANY_REQUESTS'],
    async handle({ caller, body, deps, now }) {
      const { req, res } = webOf(caller)
      if (isFixed(deps)) {
        throw new AppError(
          'CONFLICT',
          'ADMIN_PASSWORD says which password it is. Change it there and start the server anew.',
        )
      }
      await checkCurrent(body.current, req, res, deps)
      await setPassword(deps.books, body.password, ADMIN, now)
      return shown(await beginSession(req, res, deps), deps)
    },
  }),
]
