/**
 * What our figures stand beside, one program: `bare` is Express 5 that parses the same body and answers; `insert` is plain
 * node:http with one INSERT … ON CONFLICT a request; `four` writes the four rows a payment needs, as one transaction a request.
 * The last two write to the database of the second argument; on PostgreSQL over as many connections as the third says.
 */
import { createServer } from 'node:http'
import type { IncomingMessage, RequestListener } from 'node:http'
import express from 'express'
import { postgresWrites, sqliteWrites } from './yardstick-writes.ts'
import type { Told, Writes } from './yardstick-writes.ts'

const [kind = 'bare', url = '', connections = '20'] = process.argv.slice(2)

function bare(): RequestListener {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  const parse = express.json({ limit: '1mb', type: () => true })
  app.post('/{*path}', parse, (req, res) => {
    const body = req.body as Readonly<Record<string, unknown>>
    res.json({ status: 200, message: 'received', rdata: {}, keys: Object.keys(body).length })
  })
  app.get(
    '/r/:path',
    (_req, res) => void res.status(302).set('Cache-Control', 'no-store').location('https://shop.test/').end(),
  )
  app.get('/{*path}', (_req, res) => void res.json({ status: 200, message: 'found', rdata: {} }))
  return app
}

type Body = Readonly<Record<'id' | 'key' | 'signup_id', string>> & {
  readonly data?: { readonly object: { readonly customer: string } }
}

async function told(req: IncomingMessage): Promise<Told> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  const { id, key, signup_id, data } = JSON.parse(text) as Body
  return { id: id || key || signup_id, customer: data?.object.customer ?? 'c', text }
}

function writing(write: Writes['insert']): RequestListener {
  return (req, res) => {
    told(req)
      .then(write)
      .then(() => res.writeHead(200, { 'content-type': 'application/json' }).end('{"status":200}'))
      .catch((error: unknown) => res.writeHead(500).end(String(error)))
  }
}

const writes = (): Writes | Promise<Writes> =>
  url.startsWith('file:') ? sqliteWrites(url.slice('file:'.length)) : postgresWrites(url, Number(connections))

async function yardstick(): Promise<RequestListener> {
  switch (kind) {
    case 'bare':
      return bare()
    case 'insert':
      return writing((await writes()).insert)
    case 'four':
      return writing((await writes()).four)
    default:
      throw new Error(`There is no yardstick '${kind}'.`)
  }
}

const server = createServer(await yardstick())
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  console.log(`Listening on http://127.0.0.1:${address.port}`)
})
