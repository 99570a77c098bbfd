/** Runs the example. The only file here that reads the environment, the clock and a port. */
import { createApp } from './app.ts'
import { connectStripe } from './stripe.ts'

const { env } = process
const port = Number(env['PORT'] ?? 8030)
const host = env['HOST'] ?? '127.0.0.1'
const app = await createApp({
  stripe: connectStripe({
    secretKey: env['STRIPE_SECRET_KEY'],
    standInUrl: env['STRIPE_STANDIN_URL'] ?? 'http://127.0.0.1:8040',
  }),
  ingestUrl: env['INGEST_URL'] ?? 'http://127.0.0.1:8010',
  publicKey: env['PUBLIC_KEY'],
  dataFolder: env['DATA_DIR'] ?? './data',
  now: Date.now,
})
const server = app.listen(port, host, (error) => {
  if (error) {
    console.error(`Cannot listen on ${host}:${port}: ${error.message}`)
    process.exit(1)
  }
  console.log(`Rotawell, a demo product: http://app.localhost:${port}`)
  if (!env['PUBLIC_KEY']) console.log('PUBLIC_KEY is not set: the pages carry no partner script.')
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0))
    server.closeAllConnections()
  })
}
