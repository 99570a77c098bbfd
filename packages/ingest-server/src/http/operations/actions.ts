/** `/actions`: what customers and partners did. */
import { z } from 'zod'
import { Action, actionForPartner, actionObject, exampleAction } from '../../objects/action.ts'
import { listOf } from '../../objects/shapes.ts'
import { operation } from '../api/operation.ts'
import { text } from '../fields.ts'
import { EMPTY, filter, given, listQuery, pageOf, pageQuery } from '../paging.ts'
import { customerKeyOf } from './find.ts'
import { ANYBODY, partnerFilter, presenter } from './own.ts'
import { key, KEYS, known, one } from './parts.ts'

const Create = z.object({
  target_type: z.enum(['customer', 'partnership'], 'must be customer or partnership'),
  target_key: key.meta({ description: 'A customer_key, partner_key, internal key or e-mail.' }),
  type: text(255),
  value: z
    .int('must be a whole number')
    .min(1, 'must be 1 or more')
    .meta({ description: 'How many times it was done.' }),
  external_key: key.optional().meta({ description: 'Unique; given again, it is the action that stands.' }),
})

const filters = listQuery({
  partnership_key: filter,
  partner_key: filter,
  customer_key: filter.meta({ description: 'customer_key, internal key or e-mail.' }),
  action_type: filter,
})

const about = { tag: 'Actions', bases: ['/api/v2'], callers: KEYS, answers: Action } as const

export const actions = [
  operation({
    ...about,
    id: 'listActions',
    method: 'GET',
    path: '/actions',
    summary: 'List actions',
    callers: ANYBODY,
    query: filters,
    answers: listOf(Action),
    message: 'Actions retrieved',
    example: { data: { items: [exampleAction], has_more: false } },
    refuses: ['UNKNOWN_CURSOR', 'EMAIL_AMBIGUOUS'],
    async handle(call) {
      const { books, mode, query } = call
      const { partnership_key: partnershipKey, partner_key, customer_key: ref, action_type: type } = query
      const partner = partnerFilter(call, partner_key)
      const customer = ref === undefined ? undefined : await customerKeyOf(call, ref)
      const present = await presenter(call, actionObject, actionForPartner)
      if (!partner || customer === null) return pageOf(EMPTY, present)
      const narrowed = { ...given({ partnershipKey, customer, type }), ...partner }
      return pageOf(await books.actions({ ...pageQuery(mode, query), ...narrowed }), present)
    },
  }),
  operation({
    ...about,
    id: 'createAction',
    method: 'POST',
    path: '/actions',
    bases: ['/v1', '/api/v2'],
    summary: 'Tell what a customer or partner did',
    body: Create,
    message: 'Action tracked successfully',
    example: {
      body: { target_type: 'customer', target_key: 'user-42', type: 'upload', value: 1, external_key: 'upload-7' },
      data: exampleAction,
    },
    refuses: ['CUSTOMER_NOT_FOUND', 'PARTNER_NOT_FOUND', 'EMAIL_AMBIGUOUS', 'KEY_TAKEN'],
    async handle({ body, record }) {
      const { target_type: targetType, target_key: ref, type, value, external_key: externalKey = null } = body
      const { action } = await record({ kind: 'action.create', targetType, ref, type, value, externalKey })
      return actionObject(known(action))
    },
  }),
  operation({
    ...about,
    id: 'archiveAction',
    method: 'DELETE',
    path: '/actions/{id}',
    summary: 'Archive an action, with what was earned by it',
    params: one('Its external key, or `act_…`.'),
    message: 'Action archived',
    example: { data: { ...exampleAction, archived: true } },
    refuses: ['ACTION_NOT_FOUND'],
    async handle({ path, record }) {
      const { action } = await record({ kind: 'action.archive', ref: path.id })
      return actionObject(known(action))
    },
  }),
]
