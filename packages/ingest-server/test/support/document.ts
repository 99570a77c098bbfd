/** The OpenAPI document, read as whoever makes a client of it reads it. */
import { z } from 'zod'
import { besideDocs } from '../../src/http/beside-docs.ts'
import type { JsonSchema } from '../../src/http/api/json-schema.ts'
import { openApi, type DocumentedOperation, type OpenApi } from '../../src/http/api/openapi.ts'
import { OPERATIONS } from '../../src/http/operations/index.ts'

export interface Documented {
  readonly path: string
  /** In lower case. */
  readonly method: string
  readonly operation: DocumentedOperation
}

export const ORIGIN = 'https://partners.acme.example'

/** As it is served. */
export const document = openApi(OPERATIONS, ORIGIN, besideDocs)

export const operationsOf = ({ paths }: Pick<OpenApi, 'paths'>): Documented[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

/** Reads back what was written: a value fits the document if it fits this. */
export function reader(schema: JsonSchema): z.ZodType {
  const text = JSON.stringify({ ...schema, $defs: document.components.schemas })
  return z.fromJSONSchema(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')) as never)
}
