/** JSON Schema of what operations take and answer, in the words of an OpenAPI document. */
import { z } from 'zod'

export interface JsonSchema {
  readonly [keyword: string]: unknown
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly enum?: readonly unknown[]
}

type Draft = Record<string, unknown>

const isObject = (value: unknown): value is Draft => typeof value === 'object' && value !== null

/** A query string holds texts; what they stand for is said in `meta`, and then is no text any more. */
function tidied(schema: Draft): void {
  if (schema['type'] === 'integer') delete schema['pattern']
  if (schema['type'] === 'boolean') delete schema['enum']
}

function relocated(value: unknown, moved: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => relocated(one, moved))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (name === '$ref' && typeof inner === 'string') return [name, moved(inner.replace('#/$defs/', ''))]
      return [name, relocated(inner, moved)]
    }),
  )
}

/** Collects the objects that have a name of their own, each once. */
export interface Components {
  readonly schemas: Record<string, JsonSchema>
  schema(zod: z.ZodType, io: 'input' | 'output'): JsonSchema
}

export function components(): Components {
  const schemas: Record<string, JsonSchema> = {}
  return {
    schemas,
    schema(zod, io) {
      const override = ({ jsonSchema }: { jsonSchema: unknown }): void => tidied(jsonSchema as Draft)
      const made = z.toJSONSchema(zod, { io, unrepresentable: 'any', override }) as Draft
      const { $schema: _dialect, $defs: defs = {}, id, ...schema } = made
      const at = (name: string): string => `#/components/schemas/${name}`
      for (const [name, inner] of Object.entries(defs as Draft)) {
        const { id: _id, ...named } = inner as Draft
        schemas[name] ??= relocated(named, at) as JsonSchema
      }
      const here = relocated(schema, at) as JsonSchema
      if (typeof id !== 'string') return here
      schemas[id] ??= here
      return { $ref: at(id) }
    },
  }
}
