/** Runs the stand-in. The only file here that reads the environment, the clock and a port. */
import { createStandIn } from './app.ts'

const { env } = process
const port = Number(env['PORT'] ?? 8040)
const host = env['HOST'] ?? '127.0.0.1'
const urls = (env['STANDIN_WEBHOOK_URLS'] ?? '').split(',').flatMap((url) => url.trim() || [])
const secret = env['STANDIN_WEBHOOK_SECRET'] ?? ''
if (urls.length > 0 && secret === '') {
  console.error('STANDIN_WEBHOOK_URLS needs STANDIN_WEBHOOK_SECRET, the whsec_… that the receiver was given.')
  process.exit(2)
}

const standIn = createStandIn({
  now: Date.now,
  webhooks: urls.map((url) => ({ url, secret })),
  dataFolder: env['DATA_DIR'] ?? './data',
})
const server = standIn.app.listen(port, host, (error) => {
  if (error) {
    console.error(`Cannot listen on ${host}:${port}: ${error.message}`)
    process.exit(1)
  }
  console.log(`Stripe stand-in: http://${host}:${port} (not Stripe; no real money)`)
  if (urls.length === 0) console.log('No webhooks are sent: set STANDIN_WEBHOOK_URLS and STANDIN_WEBHOOK_SECRET.')
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    standIn.close()
    server.close(() => process.exit(0))
    server.closeAllConnections()
  })
}
