/** Whatever is sent to any operation, in path, query and body: never a 5xx, and always the one shape of answers. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { components } from '../../src/http/api/json-schema.ts'
import { servedBy } from '../../src/http/api/openapi.ts'
import type { Served } from '../../src/http/api/operation.ts'
import { OPERATIONS } from '../../src/http/operations/index.ts'
import { authorizations, openWorld, type World } from '../support/api-world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.server.close())

const AWKWARD = [
  null,
  '',
  ' ',
  0,
  -1,
  1.5,
  2 ** 53,
  true,
  [],
  {},
  [null],
  '__proto__',
  'ada',
  'c1',
  '1',
  '\0',
  '\ud800',
]
const value = fc.oneof(
  fc.constantFrom<unknown>(...AWKWARD),
  fc.string({ unit: 'binary' }),
  fc.jsonValue({ maxDepth: 3 }),
)
const word = fc.oneof(
  fc.constantFrom(
    'ada',
    'c1',
    'D1',
    'L1',
    'order-1',
    'gold',
    'nothing',
    '%',
    '..',
    'a/b',
    "o'brien",
    'ключ🦊',
    '\0',
    ' ',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
)
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll('.', '%2E')

const namesOf = (zod: Served['operation']['body']): string[] => [
  ...Object.keys(zod ? (components().schema(zod, 'input').properties ?? {}) : {}),
  ...['__proto__', 'constructor', 'x'],
]

it.each(servedBy(OPERATIONS).map((one) => [`${one.operation.method} ${one.base}${one.operation.path}`, one] as const))(
  '%s',
  async (_name, { base, operation }) => {
    const query = fc.dictionary(fc.constantFrom(...namesOf(operation.query)), word, { maxKeys: 4 })
    const body = fc.dictionary(fc.constantFrom(...namesOf(operation.body)), value, { maxKeys: 8 })
    const property = fc.asyncProperty(
      fc.array(word, { minLength: 3, maxLength: 3 }),
      query,
      body,
      async (words, asked, json) => {
        let n = 0
        const path = operation.path.replace(/\{\w+\}/g, () => encoded(words[n++] ?? 'x'))
        const search = Object.entries(asked).map(([name, text]) => `${encoded(name)}=${encoded(text)}`)
        const answer = await world.server.ask(`${base}${path}?${search.join('&')}`, {
          method: operation.method,
          headers: { authorization: authorizations(world.server)[operation.callers[0] ?? 'keys'] },
          ...(operation.body && { json }),
        })
        expect(answer.status).toBeLessThan(500)
        if (operation.silent && answer.status === 200) return void expect(answer.text).toBe('')
        expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
        expect(answer.body['status']).toBe(answer.status)
        if (answer.status >= 400) expect(answer.body['error']).toBe(answer.body['message'])
        else expect(answer.body[base === '/v1' ? 'rdata' : 'data']).toBeDefined()
      },
    )
    await fc.assert(property, { numRuns: 40 })
  },
)
