/** Logging in and out. */
import { z } from 'zod'
import { operation } from '../../api/operation.ts'
import { text } from '../../fields.ts'
import { time } from '../../../objects/shapes.ts'
import { webOf } from '../guard.ts'
import { tryPassword } from '../login.ts'
import { beginSession, endSession, endsAt, type Session } from '../session.ts'

const Shown = z
  .strictObject({
    csrf_token: z.string().meta({ description: 'To be sent as X-CSRF-Token with every change.' }),
    created_at: time,
    ends_at: time.meta({ description: 'When it ends if it is not used again.' }),
  })
  .meta({ id: 'AdminSession' })

const shown = ({ row, csrf }: Session): z.input<typeof Shown> => ({
  ...{ csrf_token: csrf, created_at: row.createdAt, ends_at: endsAt(row) },
})

const example = {
  data: {
    csrf_token: '9b0c2f0fd3d2a6f54f0a27a6b1f6a6f2c0c7d1f6b3f3c0a7d9f5e1b2a3c4d5e6',
    ...{ created_at: 1767225600000, ends_at: 1767268800000 },
  },
}

const about = { path: '/session', bases: ['/admin/api'], tag: 'Session', answers: Shown, example } as const

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
      return shown(await beginSession(req, res, deps))
    },
  }),
  operation({
    ...about,
    id: 'getSession',
    method: 'GET',
    summary: 'The session that this browser has',
    callers: ['admin'],
    message: 'Session retrieved',
    handle: async ({ caller }) => shown(webOf(caller).session!),
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
]
