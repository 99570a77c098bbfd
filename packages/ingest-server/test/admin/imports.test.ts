/** Files that are brought in by the dashboard's pages: looked at before, sent, and what was refused of them. */
import { beforeAll, afterAll, describe, expect, it } from 'vitest'
import { logIn, ORIGIN, type Admin } from '../support/admin.ts'
import { startServer, type TestServer } from '../support/http.ts'

let server: TestServer
let admin: Admin
beforeAll(async () => {
  server = await startServer()
  admin = await logIn(server)
})
afterAll(() => server.close())

const send = (path: string, body: string | Buffer, over: Record<string, string> = {}) => {
  const headers = { cookie: admin.cookie, origin: ORIGIN, 'x-csrf-token': admin.csrf, 'content-type': 'text/csv' }
  return server.ask(`/admin/api/test/import/${path}`, { method: 'POST', headers: { ...headers, ...over }, body })
}
const CUSTOMERS = 'Customer Key;Email;partner_key;Plan\nc1;c1@x.test;gstest;pro\nc2;nobody;gstest;basic\n'

describe('a file that is looked at', () => {
  const check = (type: string, body: string | Buffer, whole = true) => send(`${type}/check?whole=${whole}`, body)

  it('has its columns told, and its first rows, and nothing is kept of it', async () => {
    const { status, body } = await check('customers', CUSTOMERS)
    expect([status, body['message']]).toEqual([200, 'File checked'])
    expect(body['data']).toEqual({
      ...{ encoding: 'utf-8', delimiter: ';' },
      columns: [
        { header: 'Customer Key', kind: 'known', name: 'customer_key' },
        { header: 'Email', kind: 'known', name: 'email' },
        { header: 'partner_key', kind: 'known', name: 'partner_key' },
        { header: 'Plan', kind: 'custom', name: 'Plan' },
      ],
      rows: [
        ['c1', 'c1@x.test', 'gstest', 'pro'],
        ['c2', 'nobody', 'gstest', 'basic'],
      ],
    })
    expect((await admin.get('test', '/import')).data).toEqual({ items: [], has_more: false })
  })

  it('may be the beginning of a longer one: a row that is cut off is not shown', async () => {
    const { body } = await check('partners', 'email,first_name\na@x.test,Ada\nb@x.te', false)
    expect(body['data']).toMatchObject({ rows: [['a@x.test', 'Ada']] })
  })

  it.each([
    ['partners', 'name,phone\n', 'Missing:'],
    ['partners', CUSTOMERS, 'It fits an import of customers.'],
    ['partners', 'PK\u0003\u0004', 'workbook'],
    ['partners', '', 'nothing in this file'],
    ['teams', 'x', 'There is no such import'],
  ])('of %s is refused as it would be when it is sent', async (type, file, says) => {
    const { status, body } = await check(type, file)
    expect([status, body['message']]).toEqual([type === 'teams' ? 404 : 400, expect.stringContaining(says)])
  })
})

describe('a file that is sent', () => {
  it('lands in the mode of the page, and what is refused comes back to be mended', async () => {
    const { status, body } = await send('customers', CUSTOMERS)
    expect(status).toBe(200)
    expect(body['data']).toMatchObject({ state: 'done', created: 1, failed: 1, actor: 'admin', test: true })
    const { key } = body['data'] as { key: string }
    expect((await admin.get('test', '/audit?action=import.')).data['items']).toMatchObject([
      {
        actor: 'admin',
        action: 'import.started',
        subject: key,
        detail: { type: 'customers', bytes: CUSTOMERS.length },
      },
    ])
    expect((await admin.get('test', `/import/${key}`)).data).toEqual(body['data'])
    const rejects = await admin.call('GET', `/test/import/${key}/errors.csv`)
    expect(rejects.headers['content-disposition']).toBe('attachment; filename="customers-errors.csv"')
    expect(rejects.text).toContain('c2,nobody,gstest,basic')
    for (const path of [`/import/${key}`, `/import/${key}/errors.csv`])
      expect((await admin.get('production', path)).status).toBe(404)
    expect((await admin.get('production', '/import')).data['items']).toEqual([])
    expect((await admin.get('test', '/import?limit=1')).data['items']).toMatchObject([{ key }])
  })

  it('can be begun from a template', async () => {
    const { status, text } = await admin.call('GET', '/test/import/rewards/template.csv')
    expect([status, text.split(',')[0]]).toEqual([200, 'partner_key'])
    const { data } = await admin.get('test', '/import-types')
    expect(data['items']).toMatchObject([
      { type: 'partners', required: [['email']] },
      { type: 'customers', custom: true },
      { type: 'transactions' },
      { type: 'rewards' },
    ])
  })

  it.each([
    ['by nobody', { cookie: '' }, 401],
    ['from another site', { origin: 'https://evil.test' }, 403],
    ['without the token of the session', { 'x-csrf-token': 'x' }, 403],
  ])('is refused %s', async (_who, headers, status) => {
    for (const path of ['partners', 'partners/check'])
      expect((await send(path, 'email\nx@x.test\n', headers)).status).toBe(status)
  })
})
