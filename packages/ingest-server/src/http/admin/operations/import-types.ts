/** What can be imported: the columns of each kind of file, as the importer reads them. */
import { z } from 'zod'
import { COLUMNS, IMPORT_TYPES } from '../../../importer/columns.ts'
import { operation } from '../../api/operation.ts'
import { IN_MODE } from './parts.ts'

const ImportType = z
  .strictObject({
    type: z.enum(IMPORT_TYPES),
    required: z.array(z.array(z.string())).meta({ description: 'Of each, one column has to be there.' }),
    custom: z.boolean().meta({ description: 'Any other column is a field of your own.' }),
    columns: z.array(z.strictObject({ name: z.string(), meaning: z.string(), example: z.string() })),
  })
  .meta({ id: 'ImportType' })

export const importTypes = [
  operation({
    ...IN_MODE,
    id: 'listImportTypes',
    method: 'GET',
    path: '/import-types',
    tag: 'Imports',
    summary: 'What can be imported, and which columns each kind of file has',
    answers: z.strictObject({ items: z.array(ImportType) }),
    message: 'Types retrieved',
    example: {
      data: {
        items: [
          {
            ...{ type: 'partners', required: [['email']], custom: false },
            columns: [{ name: 'email', meaning: 'names the partner', example: 'ada@example.com' }],
          },
        ],
      },
    },
    handle: async () => ({
      items: IMPORT_TYPES.map((type) => {
        const { columns, required, custom } = COLUMNS[type]
        const listed = Object.entries(columns).map(([name, { meaning, example }]) => ({ name, meaning, example }))
        return { type, required: required.map((any) => [...any]), custom, columns: listed }
      }),
    }),
  }),
]
