/** The yardstick: a bare Express route that parses the same body and answers 200. Nothing is checked, nothing is kept. */
import express from 'express'

const app = express()
app.disable('x-powered-by')
app.disable('etag')
app.post('/webhooks/stripe/bare', express.json({ limit: '1mb' }), (req, res) => {
  const { id } = req.body as { readonly id: string }
  res.json({ status: 200, message: 'received', outcome: 'applied', delivery: id })
})
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  console.log(`Listening on http://127.0.0.1:${address.port}`)
})
