/** `/v1/import`: files sent in every way, what is answered, what comes back to mend. */
import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { basic, startServer } from '../support/http.ts'
import type { Answer, KeyPair, TestServer } from '../support/http.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  await server.addPartner({ partnerKey: 'ada' })
  for (const key of ['c1', 'c2']) {
    const json = { key, email: `${key}@x.test`, partner_key: 'ada' }
    await server.ask('/v1/customers', { method: 'POST', as: server.production, json })
  }
})
afterAll(() => server.close())

const CSV = { 'content-type': 'text/csv' }
const HEAD = 'customer_key,amount,currency,key\n'

const post = (
  path: string,
  body: string | Buffer,
  { as = server.production, headers = CSV }: { as?: KeyPair; headers?: Record<string, string> } = {},
): Promise<Answer> => server.ask(path, { method: 'POST', as, headers, body })

/** A form as a browser sends it: [name, value], or [name, content, file name]. */
function form(...parts: [name: string, value: string, fileName?: string][]) {
  const body = parts.map(
    ([name, value, fileName]) =>
      `--XX\r\nContent-Disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"\r\nContent-Type: text/csv`}\r\n\r\n${value}\r\n`,
  )
  return { body: `${body.join('')}--XX--\r\n`, headers: { 'content-type': 'multipart/form-data; boundary=XX' } }
}

describe('a small file', () => {
  it('sent as the body is done when the answer comes, and the answer says what became of it', async () => {
    const { status, body } = await post('/v1/import/transactions', `${HEAD}c1,100,USD,a-100\nc9,200,USD,a-200\n`)
    expect([status, body['status'], body['message']]).toEqual([200, 200, 'Import done'])
    expect(body.rdata).toMatchObject({ state: 'done', rows: 2, created: 1, updated: 0, unchanged: 0, failed: 1 })
    expect(body.rdata).toMatchObject({ type: 'transactions', progress: 1, file_name: null, test: false })
    expect(body.rdata['errors']).toEqual([
      { line: 3, column: 'customer_key', value: 'c9', reason: "There is no customer 'c9' here." },
    ])
    const read = await server.ask(`/v1/import/${body.rdata['key']}`, { as: server.production })
    expect(read.body.rdata).toEqual(body.rdata)
  })

  it('sent as a form keeps its name', async () => {
    const { body, headers } = form(['file', `${HEAD}c1,100,USD,b-100\n`, 'C:\\Users\\me\\march.csv'])
    const answer = await post('/v1/import/transactions', body, { headers })
    expect(answer.body.rdata).toMatchObject({ created: 1, file_name: 'march.csv' })
  })

  it.each<[string, string, [string, string][], [string, string][]]>([
    ['in the address', '?dry_run=true&amount_unit=major', [], []],
    [
      'in the form, before the file',
      '',
      [
        ['dry_run', 'true'],
        ['amount_unit', 'major'],
      ],
      [],
    ],
    [
      'in the form, behind the file',
      '',
      [],
      [
        ['dry_run', '1'],
        ['amount_unit', 'major'],
      ],
    ],
  ])('is only tried where that is asked for %s', async (_where, query, before, behind) => {
    const { body, headers } = form(...before, ['file', `${HEAD}c1,12.50,USD,d-100\n`, 'x.csv'], ...behind)
    const answer = await post(`/v1/import/transactions${query}`, body, { headers })
    expect(answer.body.rdata).toMatchObject({ created: 1, failed: 0, dry_run: true, amount_unit: 'major' })
    expect((await server.ask('/v1/transactions/d-100', { as: server.production })).status).toBe(404)
  })

  it('twice changes nothing', async () => {
    const file = `${HEAD}c1,100,USD,\nc2,100,EUR,e-200\n`
    expect((await post('/v1/import/transactions', file)).body.rdata).toMatchObject({ created: 2, unchanged: 0 })
    expect((await post('/v1/import/transactions', file)).body.rdata).toMatchObject({ created: 0, unchanged: 2 })
  })

  it('with an Idempotency-Key is one import, however often it is sent, and answered byte for byte alike', async () => {
    const send = (body: string, key = 'once', path = '/v1/import/transactions', headers = CSV) =>
      post(path, body, { headers: { ...headers, 'idempotency-key': key } })
    const file = `${HEAD}c1,100,USD,i-100\nc9,1,USD,\n`
    const [first, again] = await Promise.all([send(file), send(file)])
    expect([first.status, first.text]).toEqual([200, again.text])
    server.pass(60_000)
    const asForm = form(['file', file, 'same.csv'])
    const later = await send(asForm.body, 'once', '/v1/import/transactions', asForm.headers)
    expect([later.status, later.text]).toEqual([200, first.text])
    for (const [body, path] of [
      [`${HEAD}c1,101,USD,i-100\n`, '/v1/import/transactions'],
      [file, '/v1/import/transactions?dry_run=1'],
    ] as const) {
      const { status, body: told } = await send(body, 'once', path)
      expect([status, String(told['message'])]).toEqual([422, expect.stringContaining('Idempotency-Key')])
    }
    expect((await send(file, 'ü')).status).toBe(400)
    const other = await send(file, 'twice')
    expect([other.status, other.body.rdata['key'] === first.body.rdata['key']]).toEqual([200, false])
    const { body } = await server.ask('/v1/import?limit=250', { as: server.production })
    const same = (body.rdata['items'] as { sha256: string }[]).filter(
      ({ sha256 }) => sha256 === first.body.rdata['sha256'],
    )
    expect(same).toHaveLength(2)
  })

  it('goes into the mode of the key pair, where the other sees nothing of it', async () => {
    const { body } = await post('/v1/import/partners', 'email\nzoe@x.test\n', { as: server.test })
    expect(body.rdata).toMatchObject({ created: 1, test: true })
    const key = String(body.rdata['key'])
    for (const path of [`/v1/import/${key}`, `/v1/import/${key}/errors.csv`])
      expect((await server.ask(path, { as: server.production })).status).toBe(404)
  })
})

/** Sixteen megabytes in as many kilobytes. */
const bomb = (): Buffer => gzipSync(Buffer.alloc(16 * 1024 * 1024, 'c1,100\n'))
const bombAsForm = (name: string): Buffer => {
  const [begin = '', end = ''] = form(['file', '|', name]).body.split('|')
  return Buffer.concat([Buffer.from(begin), bomb(), Buffer.from(end)])
}

describe('a refusal', () => {
  it.each<[string, string, string | Buffer, Record<string, string>, number, RegExp]>([
    [
      'of a wrong header',
      'transactions',
      'customer,ammount\n',
      CSV,
      400,
      /Missing: .*'ammount' \(did you mean 'amount'\?\)/,
    ],
    ['of a workbook', 'partners', 'PK\u0003\u0004rest', CSV, 400, /zip file, or a workbook/],
    ['of a bomb that is called CSV', 'transactions', bomb(), CSV, 400, /gzip file\. Unpack it/],
    ['of one by its own name', 'transactions', bombAsForm('rows.csv.gz'), form().headers, 400, /gzip file/],
    ['of one in a form, called CSV', 'transactions', bombAsForm('rows.csv'), form().headers, 400, /gzip file/],
    ['of a zip in a form', 'partners', form(['file', 'PK\u0003\u0004', 'x.zip']).body, form().headers, 400, /zip file/],
    ['of 10,000 columns', 'partners', `email,${'k,'.repeat(9_998)}k\n`, CSV, 400, /10000 columns/],
    ['of nothing', 'partners', '', CSV, 400, /nothing in this file/],
    ['of JSON', 'partners', '{}', { 'content-type': 'application/json' }, 415, /multipart\/form-data.*text\/csv/],
    ['of packed bytes', 'partners', 'x', { ...CSV, 'content-encoding': 'gzip' }, 415, /without Content-Encoding/],
    [
      'of a form without a file',
      'partners',
      form(['other', 'x']).body,
      form().headers,
      400,
      /'file' is a required property/,
    ],
    [
      'of a form that is none',
      'partners',
      'x',
      { 'content-type': 'multipart/form-data' },
      400,
      /form could not be read/,
    ],
    ['of what cannot be imported', 'leads', 'x', CSV, 404, /Possible: partners, customers, transactions, rewards/],
    ['of an unknown unit', 'partners?amount_unit=cents', 'email\n', CSV, 400, /'amount_unit' must be minor or major/],
    ['of an unknown wish', 'partners?dry_run=maybe', 'email\n', CSV, 400, /'dry_run' must be true or false/],
  ])('%s names what is wrong, and keeps nothing', async (_what, path, body, headers, status, why) => {
    const before = await server.ask('/v1/import', { as: server.production })
    const answer = await post(`/v1/import/${path}`, body, { headers })
    expect([answer.status, answer.body['message']]).toEqual([status, expect.stringMatching(why) as string])
    expect(answer.body['error']).toBe(answer.body['message'])
    expect((await server.ask('/v1/import', { as: server.production })).text).toBe(before.text)
  })

  it.each(['/v1/import', '/v1/import/impo_1', '/v1/import/impo_1/errors.csv', '/v1/import/partners/template.csv'])(
    'of whoever has no key pair: %s',
    async (path) => expect((await server.ask(path)).status).toBe(401),
  )

  it('of whoever has none comes before the file is read', async () => {
    const headers = { ...CSV, 'content-length': String(5 * 1024 ** 3) }
    const { status } = await sending('/v1/import/partners', headers)
    expect(status).toBe(401)
  })

  it.each([
    ['one line', 'customer_key,amount\n', 'x'.repeat(64 * 1024)],
    ['a header', 'customer_key,amount,', 'k,'.repeat(32 * 1024)],
    ['a zip', 'PK\u0003\u0004', '\u0001'.repeat(64 * 1024)],
  ])('of five gigabytes of %s comes early, and keeps none of them in memory', async (_what, begin, chunk) => {
    const before = process.memoryUsage().rss
    const headers = { ...CSV, authorization: basic(server.production), 'content-length': String(5 * 1024 ** 3) }
    const { status, sent } = await sending('/v1/import/transactions', headers, begin, chunk)
    expect(status).toBe(400)
    expect(sent).toBeLessThan(64 * 1024 ** 2)
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 ** 2)
  })
})

/** Sends for as long as there is no answer, then what it was. */
function sending(
  path: string,
  headers: Record<string, string>,
  begin = '',
  chunk = '',
): Promise<{ status: number; sent: number }> {
  return new Promise((resolve, reject) => {
    let sent = 0
    let isDone = false
    const asked = request(server.origin, { path, method: 'POST', headers, agent: false }, (res) => {
      isDone = true
      res.resume()
      res.on('end', () => {
        asked.destroy()
        resolve({ status: res.statusCode ?? 0, sent })
      })
    })
    asked.on('error', (error) => (isDone ? undefined : reject(error)))
    const go = (): void => {
      if (isDone || chunk === '') return
      sent += chunk.length
      if (asked.write(chunk)) setImmediate(go)
      else asked.once('drain', go)
    }
    asked.flushHeaders()
    if (begin !== '') asked.write(begin)
    go()
  })
}

describe('the rejects', () => {
  it('come as the columns of the file and why, safe to open, and can be mended and sent again', async () => {
    const file =
      'customer_key;amount;key;note;currency\n'.replace(';note', '') +
      '=c9;100;f-1001;USD\nc1;"1,5";f-1002;USD\nc1;300;f-1003;USD\n'
    const { body } = await post('/v1/import/transactions', file)
    const rejects = await server.ask(`/v1/import/${body.rdata['key']}/errors.csv`, { as: server.production })
    expect(rejects.headers['content-type']).toMatch(/^text\/csv/)
    expect(rejects.headers['content-disposition']).toBe('attachment; filename="transactions-errors.csv"')
    const [head, first, second, ...none] = rejects.text.split('\r\n')
    expect(head).toBe('customer_key,amount,key,currency,error')
    expect(first).toBe(`'=c9,100,f-1001,USD,customer_key: There is no customer '=c9' here.`)
    expect(second).toMatch(/^c1,"1,5",f-1002,USD,"?amount: is not a whole number/)
    expect(none).toEqual([''])
    const mended = rejects.text.replace("'=c9", 'c2').replace('"1,5"', '150')
    expect((await post('/v1/import/transactions', mended)).body.rdata).toMatchObject({ created: 2, failed: 0 })
  })

  it('of a row with several faults name them all, of none are a header', async () => {
    const { body } = await post('/v1/import/transactions', `${HEAD},x,dollar,\n`)
    const { text } = await server.ask(`/v1/import/${body.rdata['key']}/errors.csv`, { as: server.production })
    expect(text).toMatch(/^,x,dollar,,"?customer_key: is empty.*; currency: .*; amount: .*"?\r\n$/m)
    const fine = await post('/v1/import/transactions', `${HEAD}c1,1,USD,g-100\n`)
    const empty = await server.ask(`/v1/import/${fine.body.rdata['key']}/errors.csv`, { as: server.production })
    expect(empty.text).toBe('customer_key,amount,currency,key,error\r\n')
  })

  it('of rows that cannot be read bring the row as it was', async () => {
    const { body } = await post('/v1/import/transactions', `${HEAD}c1,1,USD,h-100\n"c1,2,USD,h-200\n`)
    const { text } = await server.ask(`/v1/import/${body.rdata['key']}/errors.csv`, { as: server.production })
    expect(text).toContain('"""c1,2,USD,h-200",,,,')
  })
})

describe('imports', () => {
  it('are listed, the newest first, by cursor', async () => {
    server.pass(1_000)
    const keys: unknown[] = []
    for (const n of [1, 2, 3]) {
      server.pass(10)
      keys.unshift((await post('/v1/import/customers', `customer_key,partner_key\nl${n},ada\n`)).body.rdata['key'])
    }
    const first = await server.ask('/v1/import?limit=2', { as: server.production })
    const page = first.body.rdata as { items: { key: string }[]; has_more: boolean }
    expect([page.items.map(({ key }) => key), page.has_more]).toEqual([keys.slice(0, 2), true])
    const next = await server.ask(`/v1/import?limit=1&starting_after=${String(keys[1])}`, { as: server.production })
    expect((next.body.rdata['items'] as { key: string }[])[0]?.key).toBe(keys[2])
  })

  it.each(['partners', 'customers', 'transactions', 'rewards'])('of %s begin with a template', async (type) => {
    const { text, headers } = await server.ask(`/v1/import/${type}/template.csv`, { as: server.production })
    expect(headers['content-disposition']).toBe(`attachment; filename="${type}.csv"`)
    expect(text.trimEnd().split('\r\n')).toHaveLength(2)
  })

  it('that are broken off in the middle leave nothing behind', async () => {
    const before = await server.ask('/v1/import', { as: server.production })
    const headers = { ...CSV, authorization: basic(server.production), 'content-length': '100000' }
    const asked = request(server.origin, { path: '/v1/import/transactions', method: 'POST', headers, agent: false })
    asked.on('error', () => undefined)
    await new Promise<void>((resolve) => asked.write(`${HEAD}c1,1,USD,i-100\n`, () => resolve()))
    asked.destroy()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect((await server.ask('/v1/import', { as: server.production })).text).toBe(before.text)
  })
})
