/** The OpenAPI document, made of the table of operations: what is not said there is not served. */
import { z } from 'zod'
import { ERRORS, type ErrorCode } from '../../errors.ts'
import { components, type Components, type JsonSchema } from './json-schema.ts'
import type { CallerKind } from './caller.ts'
import type { Operation, Served } from './operation.ts'

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly schema: JsonSchema
  readonly description?: string
}
/** By media type. */
type Content = Readonly<Record<string, { readonly schema: JsonSchema; readonly example?: unknown }>>
export interface DocumentedResponse {
  readonly description: string
  readonly content?: Content
}
export interface DocumentedOperation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly required: boolean; readonly content: Content }
  readonly responses: Readonly<Record<string, DocumentedResponse>>
}
export interface OpenApi {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly servers: readonly { readonly url: string }[]
  readonly tags: readonly { readonly name: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly securitySchemes: Readonly<Record<string, unknown>>
  }
}

/** What any call can meet, by what it takes. */
export function refusals({ base, operation }: Served): ErrorCode[] {
  const { query, params, body, method, callers, refuses = [] } = operation
  const codes: ErrorCode[] = [...refuses, 'UNAUTHORIZED', 'TOO_MANY_REQUESTS', 'INTERNAL', 'UNAVAILABLE']
  if (params) codes.push('BAD_REQUEST')
  if (query) codes.push('BAD_REQUEST', 'INVALID_FIELD')
  if (body) codes.push('BAD_REQUEST', 'INVALID_FIELD', 'MALFORMED_JSON', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE')
  if (body && components().schema(body, 'input').required) codes.push('MISSING_FIELD')
  if (method === 'POST') codes.push('INVALID_FIELD', 'IDEMPOTENCY_KEY_REUSED')
  if (base === '/api/v2' && !callers.includes('partner')) codes.push('FORBIDDEN')
  return [...new Set(codes)]
}

const isRequired = (body: z.ZodType): boolean => !body.safeParse({}).success

/** Unique over all bases: the one of version 1 says so, where both have it. */
export const operationId = ({ base, operation }: Served): string =>
  base === '/v1' && operation.bases.length > 1 ? `${operation.id}V1` : operation.id

const SCHEMES: Partial<Record<CallerKind, string>> = {
  keys: 'keyPair',
  partner: 'partnerToken',
  tracking: 'trackingToken',
}

function securityOf({ base, operation }: Served): DocumentedOperation['security'] {
  const kinds = operation.callers.filter((kind) => kind !== 'partner' || base === '/api/v2')
  return kinds.flatMap((kind) => (SCHEMES[kind] ? [{ [SCHEMES[kind]]: [] }] : []))
}

export const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 255 },
  description: 'The same call again within 24 hours is done once, and answered alike.',
}

function parametersOf(operation: Operation, made: Components): Parameter[] {
  const of = (zod: z.ZodType | undefined, where: 'path' | 'query'): Parameter[] => {
    const { properties = {}, required = [] } = zod ? made.schema(zod, 'input') : {}
    return Object.entries(properties).map(([name, { description, ...schema }]) => ({
      name,
      in: where,
      required: required.includes(name),
      schema,
      ...(description !== undefined && { description }),
    }))
  }
  return [
    ...of(operation.params, 'path'),
    ...of(operation.query, 'query'),
    ...(operation.method === 'POST' ? [IDEMPOTENCY_KEY] : []),
  ]
}

/** All refusals of one status together: their codes say what it can mean. */
export function refusalResponses(codes: readonly ErrorCode[]): Record<string, DocumentedResponse> {
  const byStatus = Map.groupBy(codes, (code) => ERRORS[code])
  const schema = { $ref: '#/components/schemas/Error' }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      { description: codes.join(', '), content: { 'application/json': { schema } } },
    ]),
  )
}

/** Whether it ever does. */
export const succeeds = ({ answers }: Operation): boolean => !(answers instanceof z.ZodNever)

export function envelope(base: string, message: string, answers: JsonSchema, example: unknown): DocumentedResponse {
  const data = base === '/v1' ? 'rdata' : 'data'
  const schema = {
    type: 'object',
    required: ['status', 'message', data],
    additionalProperties: false,
    properties: {
      status: { const: 200 },
      message: { type: 'string' },
      [data]: answers,
    },
  }
  const shown = { status: 200, message, [data]: example }
  return { description: message, content: { 'application/json': { schema, example: shown } } }
}

function success({ base, operation }: Served, made: Components): DocumentedResponse {
  if (operation.silent) return { description: 'Done, or nothing to do: no body either way.' }
  const { message, answers, example } = operation
  return envelope(base, message, made.schema(answers, 'output'), example.data)
}

function documented(served: Served, made: Components): DocumentedOperation {
  const { operation } = served
  const { body, tag, summary, example } = operation
  return {
    operationId: operationId(served),
    tags: [tag],
    summary,
    security: securityOf(served),
    parameters: parametersOf(operation, made),
    ...(body && {
      requestBody: {
        required: isRequired(body),
        content: { 'application/json': { schema: made.schema(body, 'input'), example: example.body } },
      },
    }),
    responses: { ...(succeeds(operation) && { '200': success(served, made) }), ...refusalResponses(refusals(served)) },
  }
}

const ERROR = {
  type: 'object',
  required: ['status', 'error', 'message'],
  properties: {
    status: { type: 'integer', description: 'The HTTP status.' },
    error: { type: 'string', description: 'The same text as `message`.' },
    message: { type: 'string' },
  },
}

const SECURITY_SCHEMES = {
  keyPair: { type: 'http', scheme: 'basic', description: 'Public key and secret key. The pair decides the mode.' },
  partnerToken: { type: 'http', scheme: 'bearer', description: "A partner's token: reads that partner's own rows." },
  trackingToken: { type: 'http', scheme: 'bearer', description: 'The tracking token of a key pair.' },
}

export const servedBy = (operations: readonly Operation[]): Served[] =>
  operations.flatMap((operation) => operation.bases.map((base) => ({ base, operation })))

/** `beside`: what is served beside the table. */
export function openApi(
  operations: readonly Operation[],
  publicUrl: string,
  beside: (made: Components) => OpenApi['paths'] = () => ({}),
): OpenApi {
  const made = components()
  const paths: Record<string, Record<string, DocumentedOperation>> = {}
  for (const served of servedBy(operations)) {
    const { base, operation } = served
    const path = (paths[base + operation.path] ??= {})
    path[operation.method.toLowerCase()] = documented(served, made)
  }
  Object.assign(paths, beside(made))
  const tags = Object.values(paths).flatMap((methods) => Object.values(methods).flatMap((one) => one.tags))
  return {
    openapi: '3.1.0',
    info: {
      title: 'Partner attribution',
      version: '2',
      description:
        'Customers, what they pay, and who referred them. Every error is JSON; docs/errors.md has the codes.',
    },
    servers: [{ url: publicUrl }],
    tags: [...new Set(tags)].map((name) => ({ name })),
    paths,
    components: { schemas: { ...made.schemas, Error: ERROR }, securitySchemes: SECURITY_SCHEMES },
  }
}
