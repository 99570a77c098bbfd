/**
 * The demo: the server in test mode on its embedded store, a partner with a link, both shops, and the Stripe stand-in (or the
 * real Stripe, where STRIPE_SECRET_KEY is set). What it makes it keeps: a second start goes on with the same data.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import type { Server as HttpServer } from 'node:http'
import { join } from 'node:path'
import type { Express } from 'express'
import { createApp as createShop } from '../../ecommerce/src/app.ts'
import { connectStripe } from '../../ecommerce/src/stripe.ts'
import { createApp as createSaas } from '../../stripe-checkout/src/app.ts'
import { createStandIn } from '../../stripe-standin/src/app.ts'
import type { StandIn } from '../../stripe-standin/src/app.ts'
import { mustBeFree } from './ports.ts'
import type { Ports } from './ports.ts'
import { ingestServer } from './server.ts'
import type { Server } from './server.ts'

export interface DemoOptions {
  readonly dataFolder: string
  readonly ports: Ports
  /** `sk_test_…` of a real Stripe account; absent: the stand-in. */
  readonly stripeSecretKey: string | undefined
  /** `whsec_…` that the real Stripe signs with. */
  readonly stripeWebhookSecret: string | undefined
  /** Of the dashboard; absent: one that is made up at the first start. */
  readonly adminPassword?: string | undefined
  log(line: string): void
}

/** What the demo made at its first start. Test mode only: these keys open nothing else. */
export interface Kept {
  readonly publicKey: string
  readonly secretKey: string
  /** Of the dashboard. */
  readonly password: string
  readonly webhookSecret: string
  /** Leads to the product with the script. */
  readonly productLink: string
  /** Leads to the shop without one. */
  readonly shopLink: string
}

export interface Demo extends Kept {
  readonly server: Server
  readonly dashboardUrl: string
  readonly webhookUrl: string
  readonly shopUrl: string
  readonly appUrl: string
  /** Null where the real Stripe is used. */
  readonly standIn: (StandIn & { readonly url: string }) | null
  stop(): Promise<void>
}

const databaseOf = (folder: string): string => join(folder, 'partnerstack.db')
const keptIn = (folder: string): string => join(folder, 'demo.json')

async function readKept(folder: string): Promise<Partial<Kept> | null> {
  try {
    return JSON.parse(await readFile(keptIn(folder), 'utf8')) as Partial<Kept>
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** First start: a key pair, a partner whose link leads to the product, and test mode's own partner, whose link leads to the shop. */
async function prepare(
  server: Server,
  urls: { readonly app: string; readonly shop: string },
): Promise<Omit<Kept, 'password'>> {
  const keys = await server.command('keys', 'create', '--mode', 'test')
  const ada = ['--email', 'ada@partners.example', '--partner-key', 'ada', '--destination', urls.app]
  const partner = await server.command('partner', 'add', '--mode', 'test', ...ada)
  await server.command('settings', 'set', 'site_url', urls.shop, '--mode', 'test')
  return {
    publicKey: String(keys['public_key']),
    secretKey: String(keys['secret_key']),
    webhookSecret: `whsec_${randomBytes(24).toString('base64url')}`,
    productLink: String(partner['link']),
    shopLink: `${server.url}/r/gstest`,
  }
}

function listen(app: Express, port: number): Promise<HttpServer> {
  return new Promise((resolve, reject) => {
    const server: HttpServer = app.listen(port, '127.0.0.1', (error?: Error) =>
      error ? reject(error) : resolve(server),
    )
  })
}

const close = (server: HttpServer): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

export async function startDemo({
  dataFolder,
  ports,
  stripeSecretKey,
  stripeWebhookSecret,
  adminPassword,
  log,
}: DemoOptions): Promise<Demo> {
  await mustBeFree(ports)
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const shopUrl = `http://shop.localhost:${ports.shop}/`
  const appUrl = `http://app.localhost:${ports.app}/`
  const standInUrl = `http://127.0.0.1:${ports.standIn}`
  const before = await readKept(dataFolder)
  const password = adminPassword ?? before?.password ?? randomBytes(9).toString('base64url')
  const server = ingestServer({ file: databaseOf(dataFolder), port: ports.server, adminPassword: password, log })
  const made = before ?? (await prepare(server, { app: appUrl, shop: shopUrl }))
  const kept = { ...made, password } as Kept
  await writeFile(keptIn(dataFolder), `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 })
  const secret = stripeSecretKey ? stripeWebhookSecret : kept.webhookSecret
  const webhook = await server.command(
    'webhook',
    'set',
    'stripe',
    '--mode',
    'test',
    ...(secret ? ['--secret', secret] : []),
  )
  const webhookUrl = String(webhook['url'])
  await server.start()

  const standIn = stripeSecretKey
    ? null
    : createStandIn({
        now: Date.now,
        webhooks: [{ url: webhookUrl, secret: kept.webhookSecret }],
        dataFolder: join(dataFolder, 'stripe-standin'),
      })
  const stripe = connectStripe({ secretKey: stripeSecretKey, standInUrl })
  const shop = await createShop({ stripe, now: Date.now, dataFolder: join(dataFolder, 'shop'), ownerPassword: 'demo' })
  const product = {
    stripe,
    ingestUrl: server.url,
    publicKey: kept.publicKey,
    dataFolder: join(dataFolder, 'app'),
    now: Date.now,
  }
  const listening = await Promise.all([
    listen(shop, ports.shop),
    listen(await createSaas(product), ports.app),
    ...(standIn ? [listen(standIn.app, ports.standIn)] : []),
  ])
  return {
    ...kept,
    ...{ server, dashboardUrl: `${server.url}/dashboard/test`, webhookUrl, shopUrl, appUrl },
    standIn: standIn && { ...standIn, url: standInUrl },
    async stop() {
      standIn?.close()
      await Promise.all(listening.map(close))
      await server.stop()
    },
  }
}
