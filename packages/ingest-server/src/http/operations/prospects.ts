/** What can be done with deals and leads alike: only what is told of them, and how it is shown, differs. */
import { z } from 'zod'
import type { ProspectKind } from '../../facts.ts'
import type { ProspectView } from '../../store/prospects.ts'
import { Customer, customerObject, exampleCustomer } from '../../objects/customer.ts'
import { FormTemplate, formTemplate } from '../../objects/form-template.ts'
import { listOf } from '../../objects/shapes.ts'
import { operation, type Call, type Operation } from '../api/operation.ts'
import { email } from '../fields.ts'
import { archivedQuery, EMPTY, filter, given, listQuery, pageOf, pageQuery } from '../paging.ts'
import { findProspect } from './find.ts'
import { key, KEYS, known, name, one } from './parts.ts'

/** Whose it is, what it is called elsewhere, and all else. */
export interface Said {
  readonly partner?: string | undefined
  readonly group?: string | undefined
  readonly externalKey?: string | null | undefined
  readonly data: Readonly<Record<string, unknown>>
}

export interface ProspectResource<C extends z.ZodType, E extends z.ZodType, O extends z.ZodType> {
  readonly kind: ProspectKind
  readonly path: '/deals' | '/leads'
  readonly tag: string
  readonly Create: C
  readonly Edit: E
  readonly Shape: O
  readonly example: { readonly create: z.input<C>; readonly edit: z.input<E>; readonly object: z.input<O> }
  said(body: z.output<C> | z.output<E>): Said
  object(view: ProspectView): z.input<O>
}

const filters = listQuery({
  partner_key: filter,
  partnership_key: filter,
  group: filter.meta({ description: "A group's key or slug." }),
  external_key: filter,
})

const Convert = z.object({ email, customer_key: key.optional(), name: name.optional() })

const capital = (word: string): string => word.replace(/^./, (letter) => letter.toUpperCase())

export function prospectOperations<C extends z.ZodType, E extends z.ZodType, O extends z.ZodType>(
  resource: ProspectResource<C, E, O>,
): Operation[] {
  const { kind, path, tag, Create, Edit, Shape, example, said, object } = resource
  const Kind = capital(kind)
  const about = { tag, bases: ['/api/v2'], callers: KEYS, answers: Shape } as const
  const byId = { ...about, path: `${path}/{id}`, params: one(`The ${kind}'s key or external key.`) } as const
  const shown = { data: example.object }
  const change = {
    ...byId,
    summary: `Change a ${kind}`,
    body: Edit,
    message: `${Kind} updated`,
    example: { body: example.edit, data: example.object },
    refuses: ['NOT_FOUND', 'PARTNER_NOT_FOUND', 'KEY_TAKEN'],
    async handle({ path: { id: ref }, body, record }: Call<{ id: string }, unknown, z.output<E>>) {
      const { data, ...whose } = said(body)
      const { prospect } = await record({ kind: 'prospect.edit', prospect: kind, ref, data, ...given(whose) })
      return object(known(prospect))
    },
  } as const

  return [
    operation({
      ...about,
      id: `list${Kind}s`,
      method: 'GET',
      path,
      summary: `List ${kind}s`,
      query: filters,
      answers: listOf(Shape),
      message: `${Kind}s retrieved`,
      example: { data: { items: [example.object], has_more: false } } as never,
      refuses: ['UNKNOWN_CURSOR'],
      async handle({ books, mode, query }) {
        const { partner_key: partnerKey, partnership_key: partnershipKey, group, external_key: externalKey } = query
        const narrowed = given({ partnerKey, partnershipKey, group, externalKey })
        return pageOf(await books.prospects({ ...pageQuery(mode, query), kind, ...narrowed }), object)
      },
    }),
    operation({
      ...about,
      id: `create${Kind}`,
      method: 'POST',
      path,
      summary: `Create a ${kind}`,
      body: Create,
      message: `${Kind} created`,
      example: { body: example.create, data: example.object },
      // Only deals may be a group's.
      refuses: ['PARTNER_NOT_FOUND', 'KEY_TAKEN', ...(kind === 'deal' ? (['NOT_FOUND'] as const) : [])],
      async handle({ body, record }) {
        const { partner = null, group = null, externalKey = null, data } = said(body)
        const { prospect } = await record({
          kind: 'prospect.create',
          prospect: kind,
          ...{ partner, group, externalKey, data },
        })
        return object(known(prospect))
      },
    }),
    operation({
      ...byId,
      id: `get${Kind}`,
      method: 'GET',
      summary: `Read a ${kind}`,
      query: archivedQuery,
      message: `${Kind} retrieved`,
      example: shown,
      refuses: ['NOT_FOUND'],
      handle: async (call) => object(await findProspect(call, kind, call.path.id, call.query.include_archived)),
    }),
    operation({ ...change, id: `update${Kind}`, method: 'PATCH' }),
    operation({ ...change, id: `replace${Kind}`, method: 'PUT' }),
    operation({
      ...byId,
      id: `archive${Kind}`,
      method: 'DELETE',
      summary: `Archive a ${kind}`,
      message: `${Kind} archived`,
      example: shown,
      refuses: ['NOT_FOUND'],
      async handle({ path: { id: ref }, record }) {
        const { prospect } = await record({ kind: 'prospect.archive', prospect: kind, ref })
        return object(known(prospect))
      },
    }),
    operation({
      ...byId,
      id: `convert${Kind}`,
      method: 'POST',
      path: `${path}/{id}/convert`,
      summary: `Make a customer of a ${kind}, of its partner; or meet the one that stands`,
      body: Convert,
      answers: Customer,
      message: `${Kind} converted`,
      example: { body: { email: 'peter@initech.example', customer_key: 'user-42' }, data: exampleCustomer },
      refuses: ['NOT_FOUND', 'PARTNER_NOT_FOUND', 'CONFLICT'],
      async handle({ path: { id: ref }, body, record }) {
        const { customer_key: customerKey = null, name: called = null } = body
        const said = { email: body.email, customerKey, name: called }
        const { customer } = await record({ kind: 'prospect.convert', prospect: kind, ref, ...said })
        return customerObject(known(customer))
      },
    }),
    operation({
      ...byId,
      id: `list${Kind}Files`,
      method: 'GET',
      path: `${path}/{id}/files`,
      summary: `List the files of a ${kind}: always none, files are not kept here`,
      answers: listOf(z.strictObject({})),
      message: 'Files retrieved',
      example: { data: { items: [], has_more: false } },
      refuses: ['NOT_FOUND'],
      async handle(call) {
        await findProspect(call, kind, call.path.id, false)
        return pageOf(EMPTY, () => ({}))
      },
    }),
    operation({
      ...about,
      id: `list${Kind}FormTemplates`,
      method: 'GET',
      path: `${path}/form-templates`,
      summary: `The form by which ${kind}s are told of`,
      answers: z.array(FormTemplate),
      message: 'Form templates retrieved',
      example: { data: [formTemplate(kind)] },
      handle: async () => [formTemplate(kind)],
    }),
  ]
}
