import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ERRORS } from '../../src/errors.ts'
import { components } from '../../src/http/api/json-schema.ts'
import { openApi, operationId, refusals, servedBy, succeeds } from '../../src/http/api/openapi.ts'
import { besideDocs } from '../../src/http/beside-docs.ts'
import type { Deps } from '../../src/http/deps.ts'
import { exports } from '../../src/http/exports.ts'
import { imports } from '../../src/http/imports.ts'
import { OPERATIONS } from '../../src/http/operations/index.ts'
import { reservedPaths } from '../../src/http/reserved-paths.ts'
import { document, operationsOf, ORIGIN, reader } from '../support/document.ts'
import { startServer, type TestServer } from '../support/http.ts'

const served = servedBy(OPERATIONS)
/** Of the table; beside it are files and sign-ups. */
const all = operationsOf(openApi(OPERATIONS, ORIGIN))
const beside = operationsOf({ paths: besideDocs(components()) })

/** Every object within a value. */
function* objects(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value as Record<string, unknown>
  for (const inner of Object.values(value)) yield* objects(inner)
}

describe('the OpenAPI document', () => {
  it('has every operation, and no other', () => {
    const said = served.map(({ base, operation }) => `${operation.method.toLowerCase()} ${base}${operation.path}`)
    expect(all.map(({ path, method }) => `${method} ${path}`).sort()).toEqual(said.sort())
    expect(all.map(({ operation }) => operation.operationId).sort()).toEqual(served.map(operationId).sort())
    const ids = operationsOf(document).map(({ operation }) => operation.operationId)
    expect([ids.length, new Set(ids).size]).toEqual([all.length + beside.length, all.length + beside.length])
  })

  it('is of version 3.1, and refers to nothing that it has not', () => {
    expect(document.openapi).toBe('3.1.0')
    const refs = [...objects(document)].flatMap((one) => (typeof one['$ref'] === 'string' ? [one['$ref']] : []))
    expect(refs.length).toBeGreaterThan(100)
    const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`)
    expect([...new Set(refs)].filter((ref) => !known.includes(ref))).toEqual([])
    const schemes = Object.keys(document.components.securitySchemes)
    expect(
      all.flatMap(({ operation }) => operation.security.flatMap(Object.keys)).every((one) => schemes.includes(one)),
    )
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
  })

  it.each(all.map((one) => [one.operation.operationId, one] as const))('says of %s what it takes', (_id, one) => {
    const { path, operation } = one
    const inPath = operation.parameters.filter((parameter) => parameter.in === 'path')
    expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? [])
    expect(inPath.every(({ required }) => required)).toBe(true)
    expect(operation.summary).not.toMatch(/\.$/)
    expect(document.tags.map(({ name }) => name)).toContain(operation.tags[0])
  })

  it.each(served.map((one) => [operationId(one), one] as const))('has the statuses of %s', (id, one) => {
    const said = all.find(({ operation }) => operation.operationId === id)?.operation.responses ?? {}
    const statuses = [...(succeeds(one.operation) ? [200] : []), ...refusals(one).map((code) => ERRORS[code])]
    expect(Object.keys(said).map(Number).sort()).toEqual([...new Set(statuses)].sort())
  })

  it.each(served.map((one) => [operationId(one), one] as const))('shows examples of %s that fit', (id, one) => {
    const { operation } = one
    const said = all.find((some) => some.operation.operationId === id)!.operation
    if (operation.body) {
      const content = said.requestBody?.content['application/json']
      expect(operation.body.safeParse(content?.example).error).toBeUndefined()
      expect(reader(content!.schema).safeParse(content?.example).error).toBeUndefined()
    }
    if (!succeeds(operation) || operation.silent) return
    const content = said.responses['200']?.content?.['application/json']
    expect(operation.answers.safeParse(operation.example.data).error).toBeUndefined()
    expect(reader(content!.schema).safeParse(content?.example).error).toBeUndefined()
  })
})

describe('the reference', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer({ publicUrl: ORIGIN })
  })
  afterAll(() => server.close())

  it('is served as OpenAPI to anybody, pages of other origins too', async () => {
    const answer = await server.ask('/openapi.json', { headers: { origin: 'https://tools.example' } })
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
    expect(answer.headers['access-control-allow-origin']).toBe('*')
    expect(answer.body).toEqual(document)
  })

  it('is a page that runs nothing, and loads nothing from anywhere', async () => {
    const answer = await server.ask('/docs')
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    const policy = String(answer.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|script-src|https?:/)
    expect(answer.text).not.toMatch(/<script|<link|<img|javascript:|style=|\son\w+=/i)
    expect(answer.text).not.toContain('undefined')
    for (const { path, operation } of operationsOf(document)) {
      expect(answer.text).toContain(`id="${operation.operationId}"`)
      expect(answer.text).toContain(path)
    }
  })

  it('links only to what it has', async () => {
    const { text } = await server.ask('/docs')
    const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets.length).toBeGreaterThan(5)
    for (const id of targets) expect(text).toContain(`id="${id}"`)
  })

  it.each(['/openapi.json', '/docs'])('takes no other method at %s', async (path) => {
    const answer = await server.ask(path, { method: 'POST' })
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD'])
  })
})

describe('what is served beside the table', () => {
  let server: TestServer
  let importKey = ''
  beforeAll(async () => {
    server = await startServer()
    await server.addPartner({ partnerKey: 'ada' })
    const sent = { method: 'POST', body: 'email\nnobody\n', headers: { 'content-type': 'text/csv' } }
    const { body } = await server.ask('/v1/import/partners', { ...sent, as: server.production })
    importKey = String(body.rdata['key'])
  })
  afterAll(() => server.close())

  it.each(beside.map((one) => [one.operation.operationId, one] as const))('answers as %s says', async (_id, one) => {
    const { requestBody, responses, security, parameters } = one.operation
    const origin = parameters.some(({ name }) => name === 'Origin') && { origin: server.origin }
    const path = one.path.replace('{id}', importKey).replace('{type}', 'customers')
    const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? []
    const given = { ...(content?.example as object), public_key: server.production.publicKey }
    const body = type === 'application/json' ? JSON.stringify(given) : (content?.example as string | undefined)
    const ask = {
      method: one.method.toUpperCase(),
      ...(body !== undefined && { body }),
      headers: { ...origin, ...(body !== undefined && { 'content-type': type ?? '' }) },
    }
    const answer = await server.ask(path, { ...ask, ...(security.length > 0 && { as: server.production }) })
    expect(answer.status).toBe(200)
    const kinds = Object.keys(responses['200']?.content ?? {})
    expect(kinds).toContain(answer.headers['content-type']?.replace(/;.*/, ''))
    const schema = responses['200']?.content?.['application/json']?.schema
    if (schema) expect(reader(schema).safeParse(answer.body).error).toBeUndefined()
    const refused = await server.ask(path, { ...ask, ...(security.length === 0 && { body: '{"public_key":"pk_x"}' }) })
    expect([refused.status, Object.keys(responses).includes('401')]).toEqual([401, true])
  })

  it('is all that takes calls from pages, and is no link on a host of links', () => {
    const reserved = reservedPaths({ scriptPath: null, endpointPath: null })
    const posts = operationsOf(document).flatMap(({ path, method }) => (method === 'post' ? [path] : []))
    expect(posts.filter(reserved).sort()).toEqual(['/conversion/xid', '/v1/remember', '/v1/signups'])
  })

  it('is every route of files there is', () => {
    const deps = { apiOrigins: [], importer: { wake: () => undefined } } as unknown as Deps
    const routes = [['/v1/import', imports(deps, [])] as const, ['/v1/export', exports(deps, [])] as const].flatMap(
      ([base, router]) =>
        router.stack.flatMap(({ route }) =>
          [route?.path ?? []]
            .flat()
            .flatMap((path) =>
              ['get', 'post']
                .filter((method) => route?.stack.some((layer) => layer.method === method))
                .map((method) => `${method} ${base}${path.replace(/:\w+/, '{}')}`),
            ),
        ),
    )
    const said = beside.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/, '{}')}`)
    // Leads and deals cannot be imported, and are told so.
    const known = routes.filter((route) => !/(leads|deals)$/.test(route))
    expect(known.sort()).toEqual(said.filter((route) => /import|export/.test(route)).sort())
  })
})
