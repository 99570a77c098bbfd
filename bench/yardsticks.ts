/**
 * What our figures stand beside, one program: `bare` is Express 5 that parses the same body and answers; `insert` is plain
 * node:http with one INSERT … ON CONFLICT a request; `four` writes the four rows a payment needs, as one transaction a request.
 * The last two are what an engineer would write in an hour; they work on SQLite, durable as ours is.
 */
import { createServer } from 'node:http'
import type { IncomingMessage, RequestListener } from 'node:http'
import { DatabaseSync } from 'node:sqlite'
import express from 'express'

const [kind = 'bare', file = ''] = process.argv.slice(2)

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

async function bodyOf(req: IncomingMessage): Promise<{ readonly id: string; readonly text: string }> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  const { id = '', key = '', signup_id = '' } = JSON.parse(text) as Record<string, string>
  return { id: id || key || signup_id, text }
}

function writing(write: (id: string, text: string) => void): RequestListener {
  return (req, res) => {
    bodyOf(req)
      .then(({ id, text }) => {
        write(id, text)
        res.writeHead(200, { 'content-type': 'application/json' }).end('{"status":200}')
      })
      .catch((error: unknown) => res.writeHead(500).end(String(error)))
  }
}

function database(): DatabaseSync {
  const db = new DatabaseSync(file)
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS events (id TEXT PRIMARY KEY, body TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS payments (id TEXT PRIMARY KEY, customer TEXT NOT NULL, amount INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS rewards (id TEXT PRIMARY KEY, payment TEXT NOT NULL, amount INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS customers (id TEXT PRIMARY KEY, seen INTEGER NOT NULL)`)
  return db
}

function insert(): RequestListener {
  const statement = database().prepare('INSERT INTO payments VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  return writing((id) => statement.run(id, 'c', 5_000))
}

function four(): RequestListener {
  const db = database()
  const event = db.prepare('INSERT INTO events VALUES (?, ?) ON CONFLICT DO NOTHING')
  const customer = db.prepare('INSERT INTO customers VALUES (?, 1) ON CONFLICT (id) DO UPDATE SET seen = seen + 1')
  const payment = db.prepare('INSERT INTO payments VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  const reward = db.prepare('INSERT INTO rewards VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  return writing((id, text) => {
    db.exec('BEGIN IMMEDIATE')
    event.run(id, text)
    customer.run(`c${id.length}`)
    payment.run(id, 'c', 5_000)
    reward.run(id, id, 500)
    db.exec('COMMIT')
  })
}

const listener = { bare, insert, four }[kind]
if (!listener) throw new Error(`There is no yardstick '${kind}'.`)
const server = createServer(listener())
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  console.log(`Listening on http://127.0.0.1:${address.port}`)
})
