/** Runs the example. The only file here that reads the environment, the clock and a port. */
import { createApp } from './app.ts'
import { connectStripe } from './stripe.ts'

const { env } = process
const port = Number(env['PORT'] ?? 8020)
const host = env['HOST'] ?? '127.0.0.1'
const app = await createApp({
  stripe: connectStripe({
    secretKey: env['STRIPE_SECRET_KEY'],
    standInUrl: env['STRIPE_STANDIN_URL'] ?? 'http://127.0.0.1:8040',
  }),
  now: Date.now,
  dataFolder: env['DATA_DIR'] ?? './data',
  ownerPassword: env['OWNER_PASSWORD'],
})
const server = app.listen(port, host, (error) => {
  if (error) {
    console.error(`Cannot listen on ${host}:${port}: ${error.message}`)
    process.exit(1)
  }
  console.log(`Brindle & Rye, a demo shop: http://shop.localhost:${port}`)
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0))
    server.closeAllConnections()
  })
}
