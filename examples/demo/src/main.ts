/** `npm start`: starts the demo, says where to click, and ends everything on Ctrl-C. */
import { access, rm } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startDemo } from './demo.ts'
import type { Demo } from './demo.ts'
import { readPorts } from './ports.ts'

/** All that the demo keeps: nothing else in the folder is ever removed. */
const KEPT = [
  'partnerstack.db',
  'partnerstack.db-wal',
  'partnerstack.db-shm',
  'secret.key',
  'demo.json',
  'shop',
  'app',
  'stripe-standin',
]

const say = (text = ''): void => void process.stdout.write(`${text}\n`)

function fail(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

/** Only what a demo has made is thrown away: without `demo.json` the database is somebody's own. */
async function reset(folder: string): Promise<void> {
  const isDemo = await access(join(folder, 'demo.json')).then(
    () => true,
    () => false,
  )
  const hasData = await access(join(folder, 'partnerstack.db')).then(
    () => true,
    () => false,
  )
  if (hasData && !isDemo)
    fail(`${folder} holds a database that this demo did not make. Nothing was removed: move it away by hand.`)
  for (const name of KEPT) await rm(join(folder, name), { recursive: true, force: true })
}

function tell(demo: Demo, folder: string): void {
  const line = (label: string, value: string): void => say(`  ${label.padEnd(20)}${value}`)
  say()
  say('A partner called ada has been waiting for this. Follow her link, sign up, and buy a plan:')
  line('1. Click', demo.productLink)
  line(
    '2. Pay with',
    demo.standIn ? '4242 4242 4242 4242, any date, any CVC (no real money)' : "a test card of your Stripe account's",
  )
  line('3. See who is paid', `${demo.dashboardUrl} (password ${demo.password})`)
  say()
  line('A shop without JS', `${demo.shopLink} (partner gstest)`)
  line('The shops', `${demo.appUrl}  ${demo.shopUrl}`)
  if (demo.standIn) line('Stripe stand-in', `${demo.standIn.url} (refund, renew, send twice, out of order)`)
  say()
  line('The server', demo.server.url)
  line('Test keys', `${demo.publicKey}:${demo.secretKey}`)
  line('Credited so far', `curl -u ${demo.publicKey}:${demo.secretKey} ${demo.server.url}/v1/transactions`)
  line('Stripe webhook', demo.webhookUrl)
  line('Data', `${relative(process.cwd(), folder) || folder} (npm start -- --reset begins anew)`)
  say()
  say('Ctrl-C ends everything.')
}

/** What was asked for, or one line that says what could not be read. */
function asked() {
  try {
    const { values } = parseArgs({
      options: {
        reset: { type: 'boolean', default: false },
        data: { type: 'string', default: 'data' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    return { ...values, ports: readPorts(process.env) }
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

const values = asked()
if (values.help) {
  say('npm start [-- --reset] [-- --data <folder>]')
  say(
    'Ports move by PORT, SHOP_PORT, APP_PORT, STANDIN_PORT. With STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET the shops use the real Stripe.',
  )
  process.exit(0)
}
const folder = resolve(values.data)
if (values.reset) await reset(folder)
say('Starting the server, two shops and the Stripe stand-in…')

const { env } = process
const demo = await startDemo({
  dataFolder: folder,
  ports: values.ports,
  stripeSecretKey: env['STRIPE_SECRET_KEY'],
  stripeWebhookSecret: env['STRIPE_WEBHOOK_SECRET'],
  adminPassword: env['ADMIN_PASSWORD'],
  log: (line) => {
    if (line.startsWith('{')) say(line) // the server's log; what it prints at its start we say better below
  },
}).catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)))
tell(demo, folder)

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) process.exit(1)
    stopping = true
    void demo.stop().then(() => process.exit(0))
  })
}
void demo.server.ended.then((code) => {
  if (!stopping) fail(`The server has ended with ${code}. Its last words are above.`)
})
