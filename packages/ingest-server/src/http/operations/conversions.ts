/** `POST /conversion/xid`: a back end says which click became which customer. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '../../errors.ts'
import { conversionEntry } from '../../inbox/conversion-entry.ts'
import { operation } from '../api/operation.ts'
import { attributes, email } from '../fields.ts'
import { key, name } from './parts.ts'

const anything = z.unknown().optional()

/** Nothing here goes by them, and they say who somebody is. */
const UNKEPT = { description: 'Taken, and not kept.' }

const Body = z.object({
  xid: key.meta({ description: 'The click: `ps_xid` of the landing page.' }),
  customer_key: key,
  email: email.optional(),
  name: name.optional(),
  provider_key: key.optional(),
  meta: attributes.optional(),
  ...{ sub_ids: anything, origin: anything, external_type: anything },
  ...{ ip_address: anything.meta(UNKEPT), user_agent: anything.meta(UNKEPT) },
})

export const conversions = [
  operation({
    id: 'convertClick',
    method: 'POST',
    path: '/conversion/xid',
    bases: [''],
    tag: 'Conversions',
    summary:
      'Make a customer of a click. A known customer stays as it is; why nothing was made is in the log of deliveries',
    callers: ['tracking'],
    body: Body,
    answers: z.void(),
    message: '',
    silent: true,
    anyOrigin: true,
    example: { body: { xid: '0SlGpYh3Kq9Zb1', customer_key: 'user-42' }, data: undefined },
    async handle({ mode, body: { ip_address: _ip, user_agent: _agent, ...body }, now, keep }) {
      const raw = { mode, body: Buffer.from(JSON.stringify(body)), receivedAt: now, eventId: randomUUID() }
      const { delivery } = await keep(conversionEntry(raw))
      if (delivery?.state === 'failed') throw new AppError('UNAVAILABLE', 'It is kept, but working it failed.')
    },
  }),
]
