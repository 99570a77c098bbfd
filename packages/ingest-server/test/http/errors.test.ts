import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { startServer, type TestServer } from '../support/http.ts'

let server: TestServer
/** What reading a customer does. */
let fault: () => Promise<never>
beforeAll(async () => {
  server = await startServer({ wrap: (books) => ({ ...books, customer: () => fault() }) })
})
afterAll(() => server.close())

const read = (path = '/v1/customers/carla@example.com') => server.ask(path, { as: server.production })

describe('an error of ours', () => {
  it('says nothing of itself, but where the log has it', async () => {
    fault = () => Promise.reject(new TypeError('SELECT secret FROM somewhere'))
    const answer = await read()
    const id = String(answer.headers['x-request-id'])
    expect(answer.status).toBe(500)
    expect(answer.text).not.toContain('SELECT')
    expect(answer.body).toEqual({ status: 500, error: answer.body['message'], message: expect.stringContaining(id) })
    const line = server.logged.find((one) => one['request'] === id)
    expect(line).toMatchObject({ level: 50, err: { message: 'SELECT secret FROM somewhere' } })
  })

  it('leaves no address, and so no e-mail, in the log', async () => {
    fault = () => Promise.reject(new Error('x'))
    await read()
    expect(JSON.stringify(server.logged)).not.toContain('carla@example.com')
  })

  it('that passes is 503, in its own words, and logged', async () => {
    fault = () => Promise.reject(new AppError('UNAVAILABLE', 'The database is busy. Try again.'))
    const answer = await read()
    expect([answer.status, answer.body['message']]).toEqual([503, 'The database is busy. Try again.'])
    expect(
      server.logged.some((line) => line['level'] === 50 && line['request'] === answer.headers['x-request-id']),
    ).toBe(true)
  })

  it('that all requests meet while the database is gone is logged once a second, with how many more there were', async () => {
    fault = () => Promise.reject(new AppError('UNAVAILABLE', 'gone'))
    const told = () => server.logged.filter(({ level, err }) => level === 50 && (err as Error).message === 'gone')
    server.pass(1_000)
    for (let n = 0; n < 5; n++) expect((await read()).status).toBe(503)
    expect(told()).toHaveLength(1)
    server.pass(1_000)
    await read()
    server.pass(1_000)
    await read()
    expect(told().map(({ others }) => others)).toEqual([undefined, 4, undefined])
  })

  it('that is not even an Error is 500 too', async () => {
    fault = () => Promise.reject(null)
    expect((await read()).status).toBe(500)
  })
})

describe("an error of the caller's", () => {
  it('is not logged as ours', async () => {
    const before = server.logged.filter((line) => Number(line['level']) >= 40).length
    await server.ask('/v1/customers')
    await server.ask('/nowhere')
    expect(server.logged.filter((line) => Number(line['level']) >= 40)).toHaveLength(before)
  })

  it('leaves what the caller named, which may be an e-mail, out of the log at every level', async () => {
    await server.ask('/v1/customers/carla@example.com', { method: 'DELETE', as: server.production })
    const line = server.logged.find((one) => one['code'] === 'CUSTOMER_NOT_FOUND')
    expect(line).toMatchObject({ level: 20, route: 'DELETE /:id' })
    expect(JSON.stringify(server.logged)).not.toContain('carla@example.com')
  })

  it.each([
    ['GET', '/'],
    ['GET', '/nowhere'],
    ['POST', '/v1/nowhere'],
    ['GET', '/v2/customers'],
    ['GET', '/V1/customers'],
    ['GET', '/v1/customers/a/b/c'],
    ['GET', '/__proto__'],
    ['GET', '//evil.example/r/ada'],
  ])('%s %s is 404, in JSON', async (method, path) => {
    const answer = await server.ask(path, { method, as: server.production })
    expect(answer.status).toBe(404)
    expect(answer.headers['content-type']).toContain('application/json')
    expect(answer.body).toMatchObject({ status: 404, error: answer.body['message'] })
  })

  it.each(['/v1/customers/%E0%A4%A', '/v1/customers/%', '/v1/transactions/%zz', '/webhooks/stripe/%ff'])(
    '%s is 400: not well-formed',
    async (path) => {
      const answer = await read(path)
      expect([answer.status, answer.body['message']]).toEqual([400, 'The address is not well-formed.'])
    },
  )

  it('carries an id to ask about', async () => {
    const [one, other] = await Promise.all([server.ask('/nowhere'), server.ask('/nowhere')])
    expect(one.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/)
    expect(one.headers['x-request-id']).not.toBe(other.headers['x-request-id'])
  })

  it('tells nothing of what the server is made of', async () => {
    expect((await server.ask('/nowhere')).headers['x-powered-by']).toBeUndefined()
  })
})
