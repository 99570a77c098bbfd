/** `/v1/import`: what became of the files that were sent. Sending one is a route of its own: see `http/imports.ts`. */
import { exampleImport, Import, importObject } from '../../objects/import.ts'
import { listOf } from '../../objects/shapes.ts'
import { firstErrors } from '../../moving/refused.ts'
import { AppError } from '../../errors.ts'
import { operation } from '../api/operation.ts'
import { listQuery, pageQuery } from '../paging.ts'
import { KEYS, one } from './parts.ts'

/** Errors that an import shows itself; all of them are in errors.csv. */
export const SHOWN_ERRORS = 100

const about = { tag: 'Imports', bases: ['/v1'], callers: KEYS } as const

export const imports = [
  operation({
    ...about,
    id: 'listImports',
    method: 'GET',
    path: '/import',
    summary: 'List imports',
    query: listQuery({}),
    answers: listOf(Import),
    message: 'Imports retrieved',
    example: { data: { items: [{ ...exampleImport, errors: [] }], has_more: false } },
    refuses: ['UNKNOWN_CURSOR'],
    async handle({ books, mode, query }) {
      const { items, hasMore } = await books.imports(pageQuery(mode, query))
      return { items: items.map((row) => importObject(row, [])), has_more: hasMore }
    },
  }),
  operation({
    ...about,
    id: 'getImport',
    method: 'GET',
    path: '/import/{id}',
    summary: 'Read an import: how far it is, and what was refused',
    params: one('Its key: `impo_…`.'),
    answers: Import,
    message: 'Import retrieved',
    example: { data: exampleImport },
    refuses: ['NOT_FOUND'],
    async handle({ books, mode, path }) {
      const row = await books.importOf(mode, path.id)
      if (!row) throw new AppError('NOT_FOUND', `There is no import '${path.id}' here.`)
      return importObject(row, await firstErrors(books, row, SHOWN_ERRORS))
    },
  }),
]
