/** Values that a JSON Schema does not take, each with what is wrong with it. */
import type { JsonSchema } from '../../src/http/api/json-schema.ts'

type Bad = readonly [what: string, value: unknown]

const number = (schema: JsonSchema, name: string): number | undefined =>
  typeof schema[name] === 'number' ? schema[name] : undefined

function badTexts(schema: JsonSchema): Bad[] {
  const [least, most] = [number(schema, 'minLength') ?? 0, number(schema, 'maxLength')]
  return [
    ['a number for a text', 7],
    ['text that is none', '\ud800'],
    ...(least > 0 ? [['too short a text', 'x'.repeat(least - 1)] as const] : []),
    ...(most === undefined ? [] : [['too long a text', 'x'.repeat(most + 1)] as const]),
    ...(schema['pattern'] || schema['format'] ? [['a text of another form', 'no such thing!'] as const] : []),
  ]
}

function badNumbers(schema: JsonSchema): Bad[] {
  const [least, most] = [number(schema, 'minimum'), number(schema, 'maximum')]
  return [
    ['a text for a number', '5'],
    ...(schema.type === 'integer' ? [['a fraction', 1.5] as const] : []),
    ...(least === undefined ? [] : [['too small a number', least - 1] as const]),
    ...(most === undefined ? [] : [['too large a number', most + 1] as const]),
  ]
}

export function badValues(schema: JsonSchema): Bad[] {
  if (schema.enum)
    return [
      ['a word that is not known', 'nonsense'],
      ['a number for a word', 7],
    ]
  switch (schema.type) {
    case 'string':
      return badTexts(schema)
    case 'integer':
    case 'number':
      return badNumbers(schema)
    case 'boolean':
      return [['a text for a truth', 'yes']]
    case 'array':
      return [
        ['a text for a list', 'x'],
        ...(schema.items?.type === 'string' ? [['a list of numbers', [7]] as const] : []),
      ]
    case 'object':
      return [
        ['a text for an object', 'x'],
        ['a list for an object', []],
      ]
    default:
      return schema.anyOf && !schema.anyOf.some(({ type }) => type === undefined) ? [['a list for either', []]] : []
  }
}
