/** A server's database made ready for a measurement: a key pair, a partner, customers with their Stripe ids, Stripe's secret. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { openBooks } from '../packages/ingest-server/src/open-books.ts'

const run = promisify(execFile)
const MAIN = fileURLToPath(new URL('../packages/ingest-server/src/main.ts', import.meta.url))

export interface Prepared {
  readonly secret: string
  readonly webhookPath: string
  readonly env: Readonly<Record<string, string>>
}

export async function prepareServer(folder: string, file: string, customers: number): Promise<Prepared> {
  const secret = 'whsec_bench'
  const env = { DATABASE_URL: `file:${file}`, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error' }
  const command = async (...args: string[]): Promise<Record<string, unknown>> => {
    const { stdout } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args, '--json'], {
      env: { ...process.env, ...env },
      cwd: folder,
    })
    return JSON.parse(stdout) as Record<string, unknown>
  }
  await command('keys', 'create', '--mode', 'test')
  await command('partner', 'add', '--mode', 'test', '--email', 'ada@partners.test', '--partner-key', 'ada')
  const { url } = await command('webhook', 'set', 'stripe', '--mode', 'test', '--secret', secret)
  const books = await openBooks({ file, now: Date.now, onBug: (error) => console.error(error) })
  const at = Date.now()
  const made = Array.from({ length: customers }, (_, n) =>
    books.record({
      mode: 'test',
      at,
      delivery: null,
      facts: [
        {
          kind: 'customer.create',
          customerKey: `c${n}`,
          email: `c${n}@shop.test`,
          partnerKey: 'ada',
          name: null,
          providerKey: `cus_bench${n}`,
          meta: null,
        },
      ],
    }),
  )
  await Promise.all(made)
  await books.close()
  return { secret, webhookPath: new URL(String(url)).pathname, env }
}
