/** What a JSON Schema says, for a reader: a row per field, those of objects within set in. */
import type { JsonSchema } from '../api/json-schema.ts'
import { element, type Html } from './html.ts'

export type Schemas = Readonly<Record<string, JsonSchema>>

const nameOf = (ref: string): string => ref.replace(/^.*\//, '')

/** `string or null`, `list of Customer`, … */
export function typeOf(schema: JsonSchema): string {
  if (schema.$ref) return nameOf(schema.$ref)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeOf))].join(' or ')
  if (schema['const'] !== undefined) return JSON.stringify(schema['const'])
  if (schema.type === 'array') return `list of ${schema.items ? typeOf(schema.items) : 'anything'}`
  return [schema.type ?? 'anything'].flat().join(' or ')
}

const LIMITS = ['minLength', 'maxLength', 'minimum', 'maximum', 'pattern', 'default'] as const

const limitsOf = (schema: JsonSchema): string =>
  LIMITS.filter((name) => schema[name] !== undefined && Math.abs(Number(schema[name])) !== Number.MAX_SAFE_INTEGER)
    .map((name) => `${name} ${String(schema[name])}`)
    .join(', ')

/** The objects within: of a field, of a list's items, of what may be null. */
function inner(schema: JsonSchema): JsonSchema | undefined {
  if (schema.properties) return schema
  if (schema.items) return inner(schema.items)
  return schema.anyOf?.map(inner).find((found) => found !== undefined)
}

function rows(schema: JsonSchema, depth: number): Html[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const within = inner(field)
    const required = schema.required?.includes(name) ?? false
    const says = [field.description, limitsOf(field)].filter(Boolean).join(' · ')
    const row = element(
      'tr',
      {},
      element('td', { class: `in${Math.min(depth, 3)}` }, element('code', {}, name), required ? ' *' : ''),
      element('td', {}, typeOf(field)),
      element('td', {}, says),
    )
    return [row, ...(within ? rows(within, depth + 1) : [])]
  })
}

/** A table of the fields; what has no fields is named in a line. */
export function schemaTable(schema: JsonSchema): Html {
  const found = inner(schema)
  if (!found) return element('p', {}, typeOf(schema))
  return element('table', {}, element('tbody', {}, ...rows(found, 0)))
}
