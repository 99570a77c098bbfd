/**
 * What the document says of routes beside the table of operations: sign-ups, which any page may send, with what remembers beside
 * them, and files in and out, whose bodies are no JSON and of any size.
 */
import { z } from 'zod'
import type { ErrorCode } from '../errors.ts'
import { IMPORT_TYPES } from '../importer/columns.ts'
import { template } from '../importer/template.ts'
import { EXPORT_TYPES } from '../moving/full-tables.ts'
import { exampleImport, Import } from '../objects/import.ts'
import type { Components } from './api/json-schema.ts'
import { envelope, IDEMPOTENCY_KEY, refusalResponses } from './api/openapi.ts'
import type { DocumentedOperation, DocumentedResponse, OpenApi, Parameter } from './api/openapi.ts'

const ALWAYS: readonly ErrorCode[] = ['UNAUTHORIZED', 'TOO_MANY_REQUESTS', 'INTERNAL', 'UNAVAILABLE']
const BY_KEYS = [{ keyPair: [] }]
const text = { type: 'string' }
const idOf = (of: string) => of.replace(/^./, (letter) => letter.toUpperCase())

const inQuery = (name: string, schema: Parameter['schema'], description?: string): Parameter => ({
  ...{ name, in: 'query', required: false, schema },
  ...(description !== undefined && { description }),
})
const inPath = (name: string, schema: Parameter['schema'], description: string): Parameter => ({
  ...{ name, in: 'path', required: true, schema, description },
})
const file = (description: string, ...types: string[]): DocumentedResponse => ({
  description,
  content: Object.fromEntries(types.map((type) => [type, { schema: text }])),
})

/** A person or amount that a page tells of. What cannot be read is left out, so that no sign-up is lost by it. */
const Signup = z.object({
  public_key: z.string(),
  customer_key: z.string().max(255).optional().meta({ description: 'Absent: the e-mail stands in.' }),
  email: z.string().max(255).optional(),
  partner_key: z.string().max(255).optional().meta({ description: 'It or `xid` is required.' }),
  xid: z.string().max(255).optional().meta({ description: 'The click that brought the visitor.' }),
  signup_id: z.string().max(255).optional().meta({ description: 'Sent again, it is the same sign-up.' }),
  name: z.string().optional(),
  provider_key: z.string().max(255).optional(),
  amount: z.union([z.int(), z.string()]).optional().meta({ description: 'Minor units, also as a text of digits.' }),
  currency: z.string().optional(),
  meta: z.record(z.string(), z.unknown()).optional(),
  page: z.string().optional(),
})

function signUp(made: Components): DocumentedOperation {
  const example = { public_key: 'pk_…', customer_key: 'user-42', email: 'carla@example.com', partner_key: 'ada' }
  const codes = ['MISSING_FIELD', 'INVALID_FIELD', 'BAD_REQUEST', 'MALFORMED_JSON', 'PAYLOAD_TOO_LARGE'] as const
  return {
    operationId: 'signUp',
    tags: ['Sign-ups'],
    summary: 'Tell of a sign-up from any page, as the script does; the same answer for new and known customers',
    security: [],
    parameters: [IDEMPOTENCY_KEY],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: made.schema(Signup, 'input'), example } },
    },
    responses: {
      '200': envelope('/v1', 'Signup received', { type: 'object' }, {}),
      ...refusalResponses([...codes, 'UNSUPPORTED_MEDIA_TYPE', 'IDEMPOTENCY_KEY_REUSED', ...ALWAYS]),
    },
  }
}

const Remembered = z.object({
  public_key: z.string(),
  domain: z
    .string()
    .optional()
    .meta({ description: "Where the cookies belong: the page's domain, or a wider one that is also this host's." }),
})

function remember(made: Components): DocumentedOperation {
  const codes = ['FORBIDDEN', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', ...ALWAYS] as const
  return {
    operationId: 'remember',
    tags: ['Sign-ups'],
    summary: 'Write the cookies of a page from those that this host was sent, as the script has it done',
    security: [],
    parameters: [
      {
        ...{ name: 'Origin', in: 'header', required: true, schema: text },
        description: 'The page, under the domain of this host. A browser sends it by itself.',
      },
    ],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: made.schema(Remembered, 'input'), example: { public_key: 'pk_…' } } },
    },
    responses: {
      '200': envelope('/v1', 'Remembered', { type: 'object' }, {}),
      ...refusalResponses(codes),
    },
  }
}

function importOf(type: (typeof IMPORT_TYPES)[number], made: Components): DocumentedOperation {
  const part = { type: 'string', contentMediaType: 'text/csv' }
  const schema = { type: 'object', required: ['file'], properties: { file: part } }
  const codes = ['UNREADABLE_FILE', 'WRONG_COLUMNS', 'BAD_REQUEST', 'MISSING_FIELD', 'INVALID_FIELD'] as const
  return {
    operationId: `import${idOf(type)}`,
    tags: ['Imports'],
    summary: `Import ${type} from a file, as the part \`file\` of a form or as the body`,
    security: BY_KEYS,
    parameters: [
      inQuery('dry_run', { type: 'boolean', default: false }, 'Everything is reported, nothing is changed.'),
      inQuery('amount_unit', { type: 'string', enum: ['minor', 'major'], default: 'minor' }, '1250, or 12.50.'),
      IDEMPOTENCY_KEY,
    ],
    requestBody: {
      required: true,
      content: { 'text/csv': { schema: text, example: template(type) }, 'multipart/form-data': { schema } },
    },
    responses: {
      '200': envelope('/v1', 'Import done', made.schema(Import, 'output'), { ...exampleImport, type }),
      ...refusalResponses([...codes, 'UNSUPPORTED_MEDIA_TYPE', 'IDEMPOTENCY_KEY_REUSED', ...ALWAYS]),
    },
  }
}

const templateOf = (type: (typeof IMPORT_TYPES)[number]): DocumentedOperation => ({
  operationId: `get${idOf(type)}Template`,
  tags: ['Imports'],
  summary: `An empty file for importing ${type}`,
  security: BY_KEYS,
  parameters: [],
  responses: { '200': file('The columns it may have.', 'text/csv'), ...refusalResponses(ALWAYS) },
})

const rejects: DocumentedOperation = {
  operationId: 'getImportErrors',
  tags: ['Imports'],
  summary: 'What was refused of an import, as a file to mend and send again',
  security: BY_KEYS,
  parameters: [inPath('id', text, 'Its key: `impo_…`.')],
  responses: {
    '200': file('The rows with why.', 'text/csv'),
    ...refusalResponses(['BAD_REQUEST', 'NOT_FOUND', ...ALWAYS]),
  },
}

const exportOf: DocumentedOperation = {
  operationId: 'export',
  tags: ['Exports'],
  summary: 'Everything out again, written as it is read',
  security: BY_KEYS,
  parameters: [
    inPath('type', { type: 'string', enum: EXPORT_TYPES }, 'What.'),
    inQuery('format', { type: 'string', enum: ['csv', 'ndjson'], default: 'csv' }),
    inQuery('full', { type: 'boolean', default: false }, 'Every column, so that it restores.'),
  ],
  responses: {
    '200': file('One row a line.', 'text/csv', 'application/x-ndjson'),
    ...refusalResponses(['BAD_REQUEST', 'INVALID_FIELD', 'NOT_FOUND', ...ALWAYS]),
  },
}

export const besideDocs = (made: Components): OpenApi['paths'] => ({
  '/v1/signups': { post: signUp(made) },
  '/v1/remember': { post: remember(made) },
  ...Object.fromEntries(IMPORT_TYPES.map((type) => [`/v1/import/${type}`, { post: importOf(type, made) }])),
  ...Object.fromEntries(IMPORT_TYPES.map((type) => [`/v1/import/${type}/template.csv`, { get: templateOf(type) }])),
  '/v1/import/{id}/errors.csv': { get: rejects },
  '/v1/export/{type}': { get: exportOf },
})
