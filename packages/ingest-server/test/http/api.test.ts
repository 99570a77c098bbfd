/**
 * Every operation of the API, called in every way it can be: what it answers is what its documentation says, and every status
 * its documentation names is met.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ErrorCode } from '../../src/errors.ts'
import { components } from '../../src/http/api/json-schema.ts'
import { operationId, refusals, servedBy, succeeds } from '../../src/http/api/openapi.ts'
import type { Served } from '../../src/http/api/operation.ts'
import { allowOf } from '../../src/http/api/router.ts'
import { OPERATIONS } from '../../src/http/operations/index.ts'
import { addressOf, authorizations, call, codeOf, openWorld, type Named, type World } from '../support/api-world.ts'
import { CASES } from '../support/api-cases.ts'
import { badValues } from '../support/bad-values.ts'
import { basic, type Answer, type Ask } from '../support/http.ts'

const all = servedBy(OPERATIONS)
/** Met only when something else goes wrong; tried elsewhere. */
const ELSEWHERE: readonly ErrorCode[] = ['TOO_MANY_REQUESTS', 'INTERNAL', 'UNAVAILABLE']

const caseOf = ({ operation }: Served) => CASES[operation.id] ?? {}
const dataOf = ({ base }: Served, answer: Answer): unknown => answer.body[base === '/v1' ? 'rdata' : 'data']

it('is tried with every operation there is, and no other', () => {
  expect(Object.keys(CASES).sort()).toEqual([...new Set(OPERATIONS.map(({ id }) => id))].sort())
  const ids = all.map(operationId)
  expect(new Set(ids).size).toBe(ids.length)
})

describe.each(
  all.map((served) => [`${served.operation.method} ${served.base}${served.operation.path}`, served] as const),
)('%s', (_name, served) => {
  const { operation, base } = served
  const { good = () => ({}), refused = {} } = caseOf(served)
  const seen = new Set<ErrorCode>()
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.server.close())

  const refuse = async (named: Named, more: Ask, code: ErrorCode): Promise<Answer> => {
    const answer = await call(world, served, named, more)
    expect([codeOf(world, answer), answer.body['status']]).toEqual([code, answer.status])
    expect(answer.body['error']).toBe(answer.body['message'])
    expect(refusals(served)).toContain(code)
    seen.add(code)
    return answer
  }
  const some = (): Named => good(world)

  it('is 401 without credentials, and with those of somebody else', async () => {
    const others = Object.entries(authorizations(world.server)).filter(
      ([kind]) => !operation.callers.some((one) => one === kind) && !(base === '/api/v2' && kind === 'partner'),
    )
    const wrong = basic({ ...world.server.production, secretKey: 'sk_wrong' })
    for (const authorization of ['', 'Bearer nonsense', wrong, ...others.map(([, one]) => one)]) {
      await refuse(some(), { headers: { authorization } }, 'UNAUTHORIZED')
    }
  })

  it("reads for a partner, or is 403 to a partner's token", async () => {
    const headers = { authorization: authorizations(world.server).partner }
    if (base !== '/api/v2') return
    if (!operation.callers.includes('partner')) return void (await refuse(some(), { headers }, 'FORBIDDEN'))
    const answer = await call(world, served, some(), { headers })
    expect([answer.status, answer.text]).toEqual([200, expect.not.stringContaining('@example.com')])
  })

  it('refuses what it says it refuses', async () => {
    for (const [code, named] of Object.entries(refused)) await refuse(named(world), {}, code as ErrorCode)
    expect(Object.keys(refused).sort()).toEqual([...(operation.refuses ?? [])].sort())
  })

  it('shows nothing of the other mode', async () => {
    if (operation.callers[0] === 'tracking') return
    const answer = await call(world, served, some(), { headers: { authorization: basic(world.server.test) } })
    // A refusal may repeat what was asked for.
    if (answer.status === 200) for (const key of Object.values(world.keys)) expect(answer.text).not.toContain(key)
    if (operation.params && !operation.params.safeParse({ public_key: '' }).success) {
      expect([404, 409]).toContain(answer.status)
    }
  })

  it('takes no address that is not well-formed', async () => {
    if (!operation.params) return
    const path = addressOf(served, {}).replaceAll('nothing', '%E0%A4%A')
    const headers = { authorization: authorizations(world.server)[operation.callers[0]!] }
    const answer = await world.server.ask(path, { method: operation.method, headers })
    expect([answer.status, codeOf(world, answer)]).toEqual([400, 'BAD_REQUEST'])
    seen.add('BAD_REQUEST')
  })

  it('takes no query that does not fit', async () => {
    if (!operation.query) return
    const { properties = {} } = components().schema(operation.query, 'input')
    for (const [name, schema] of Object.entries(properties)) {
      const values = { integer: ['x', '-1', '1.5', ''], boolean: ['maybe'] }[String(schema.type)] ?? []
      const words = schema.enum ? ['nonsense'] : []
      for (const query of [...[...values, ...words].map((value) => `${name}=${value}`), `${name}=a&${name}=b`]) {
        const answer = await refuse({ ...some(), query }, {}, 'INVALID_FIELD')
        expect(answer.body['message']).toMatch(new RegExp(`^'${name}' `))
      }
    }
    if ('starting_after' in properties) {
      await refuse({ ...some(), query: 'starting_after=a&ending_before=b' }, {}, 'BAD_REQUEST')
    }
  })

  it('takes no body that does not fit, and names the field', async () => {
    if (!operation.body) return
    const { properties = {}, required = [] } = components().schema(operation.body, 'input')
    const body = (some().body ?? {}) as Record<string, unknown>
    for (const [name, schema] of Object.entries(properties)) {
      for (const [, value] of badValues(schema)) {
        const answer = await refuse({ ...some(), body: { ...body, [name]: value } }, {}, 'INVALID_FIELD')
        expect(answer.body['message']).toMatch(new RegExp(`^'${name}[' .]`))
      }
    }
    for (const name of required) {
      for (const absent of [undefined, null]) {
        const answer = await refuse({ ...some(), body: { ...body, [name]: absent } }, {}, 'MISSING_FIELD')
        expect(answer.body['message']).toBe(`'${name}' is a required property`)
      }
    }
  })

  it('takes no body that is no JSON object, or too large, or packed', async () => {
    if (!operation.body) return
    const type = (value: string): Ask => ({ headers: { 'content-type': value } })
    await refuse(some(), { body: '{"a":', ...type('application/json') }, 'MALFORMED_JSON')
    await refuse(some(), { body: '[]', ...type('application/json') }, 'BAD_REQUEST')
    await refuse(some(), { body: 'a=1', ...type('application/x-www-form-urlencoded') }, 'UNSUPPORTED_MEDIA_TYPE')
    await refuse(some(), { body: 'x', headers: { 'content-encoding': 'gzip' } }, 'UNSUPPORTED_MEDIA_TYPE')
    await refuse(some(), { body: `{"x":"${'x'.repeat(1024 * 1024)}"}` }, 'PAYLOAD_TOO_LARGE')
  })

  it('knows other methods than it takes, and says which it takes', async () => {
    const same = all.filter((one) => one.base === base && one.operation.path === operation.path)
    const allow = allowOf(same.map((one) => one.operation))
    const path = addressOf(served, some())
    for (const method of ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']) {
      if (same.some((one) => one.operation.method === method)) continue
      const answer = await call(world, served, {}, { method })
      expect([method, answer.status, answer.headers.allow]).toEqual([method, 405, allow])
    }
    const asked = await world.server.ask(path, { method: 'OPTIONS' })
    expect([asked.status, asked.headers.allow, asked.text]).toEqual([204, allow, ''])
  })

  it('answers as its documentation says, a POST again with its Idempotency-Key', async () => {
    if (!succeeds(operation)) return
    if (operation.method === 'GET') {
      const head = await call(world, served, some(), { method: 'HEAD' })
      expect([head.status, head.text]).toEqual([200, ''])
    }
    const { path = {}, query = '', body } = some()
    const unknown = { ...(body as object), nonsense: [1] }
    const named = {
      path,
      query: [query, 'nonsense=1'].filter(Boolean).join('&'),
      ...(body !== undefined && { body: unknown }),
    }
    const headers = { 'content-type': 'application/json; charset=latin1', 'idempotency-key': 'one' }
    const answer = await call(world, served, named, { headers })
    expect([answer.status, operation.silent ? answer.text : '']).toEqual([200, ''])
    if (!operation.silent) {
      expect([answer.body['status'], answer.body['message']]).toEqual([200, operation.message])
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
      expect(operation.answers.safeParse(dataOf(served, answer)).error).toBeUndefined()
    }
    if (operation.method === 'POST') {
      const again = await call(world, served, named, { headers })
      expect([again.status, again.text]).toEqual([200, answer.text])
      await refuse({ ...named, query: 'x=1' }, { headers }, 'IDEMPOTENCY_KEY_REUSED')
      await refuse(named, { headers: { ...headers, 'idempotency-key': 'ü' } }, 'INVALID_FIELD')
    }
    if (operation.method === 'GET') {
      const slashed = addressOf(served, { path }) + (query ? `/?${query}` : '/')
      const authorization = authorizations(world.server)[operation.callers[0]!]
      const again = await world.server.ask(slashed, { headers: { authorization } })
      expect(again.body).toEqual(answer.body)
    }
  })

  it('documents what it met, and nothing else', () => {
    const documented = refusals(served).filter((code) => !ELSEWHERE.includes(code))
    expect([...seen].sort()).toEqual(documented.sort())
  })
})
