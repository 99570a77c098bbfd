/** `webhook send`: a signed sample delivery, to try an endpoint without an account at the platform. */
import { Argument, type Command } from 'commander'
import { AppError } from '../errors.ts'
import { ensureWebhooks, standing } from '../inbox/webhook-rows.ts'
import { providerNames } from '../providers/index.ts'
import type { Credentials } from '../providers/provider.ts'
import { samplers } from '../samples/index.ts'
import { sampleValues, type Sample, type SampleValues, type Unsaid } from '../samples/sample.ts'
import { newXid, type Vault } from '../secrets.ts'
import type { SealedRow } from '../store/config-rows.ts'
import { act, checked, modeOption, type CommonOptions, type Context, type Result } from './act.ts'
import type { Machine } from './machine.ts'

type Texts =
  'customerKey' | 'providerKey' | 'partnerKey' | 'currency' | 'paymentId' | 'refundId' | 'email' | 'productKey'

type SendOptions = CommonOptions & Partial<Record<Texts | 'amount' | 'url', string>>

/** As long as the most patient platform waits. */
const PATIENCE_MS = 60_000

function valuesOf({ amount, ...options }: SendOptions, now: number): SampleValues {
  const { mode, customerKey, providerKey, partnerKey, currency, paymentId, refundId, email, productKey } = options
  const given = {
    customerKey,
    providerKey,
    partnerKey,
    currency: currency?.toUpperCase(),
    paymentId,
    refundId,
    productKey,
  }
  const texts = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const seed = newXid(now)
  // An e-mail can name a customer, so that one that nobody gave has to be nobody's.
  const named = { email: email ?? `${seed.toLowerCase()}@sample.example` }
  return sampleValues({ now, seed, mode, ...named, ...texts, ...(amount !== undefined && { amount: Number(amount) }) })
}

const FLAGS: Readonly<Record<Unsaid, string>> = {
  customerKey: '--customer-key',
  partnerKey: '--partner-key',
  currency: '--currency',
  productKey: '--product-key',
}

/** Where the platform's deliveries come in, and what they are proved with. */
async function endpointOf(context: Context, { mode, url }: SendOptions, provider: string) {
  const { config, vault, now } = context
  const row = (await ensureWebhooks(context)).find((one) => one.mode === mode && one.provider === provider)
  if (!row) throw new Error(`the row of ${provider} was made and is not there`)
  const credentials: Credentials = {
    secrets: opened(vault, standing(row.secrets, now())),
    username: row.username,
    passwords: opened(vault, standing(row.passwords, now())),
  }
  if (credentials.secrets.length === 0 && credentials.passwords.length === 0) {
    throw new AppError(
      'WEBHOOK_NOT_CONFIGURED',
      `There is no secret of ${provider} in ${mode} mode to sign with. Set one, which may be made up as long as nothing but ` +
        `this command sends: webhook set ${provider} --mode ${mode} --secret …`,
    )
  }
  const [token] = opened(vault, row.tokens)
  return { credentials, address: url ?? `${config.publicUrl}/webhooks/${provider}/${token}` }
}

const opened = (vault: Vault, rows: readonly SealedRow[]): string[] => rows.map(({ sealed }) => vault.open(sealed))

interface Answered {
  readonly status: number
  /** What the server said, as JSON where it is. */
  readonly answer: unknown
}

async function post(address: string, body: string, headers: Readonly<Record<string, string>>): Promise<Answered> {
  try {
    // Platforms follow no redirect; one is an answer, and a wrong one.
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const response = await fetch(address, { method: 'POST', body, headers, signal, redirect: 'manual' })
    return { status: response.status, answer: jsonOr(await response.text()) }
  } catch (cause) {
    const { origin } = new URL(address)
    const hint = 'Is the server running, and is this its address? See: serve, PUBLIC_URL, --url'
    throw new AppError('UNAVAILABLE', `No answer from ${origin}. ${hint}`, { cause })
  }
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function said(answer: unknown): string {
  if (typeof answer !== 'object' || answer === null) return String(answer).slice(0, 200)
  const { outcome, message } = answer as { readonly outcome?: unknown; readonly message?: unknown }
  return [outcome, message].filter((part) => typeof part === 'string').join(': ')
}

async function send(
  command: Command,
  context: Context,
  options: SendOptions,
  provider = '',
  event = '',
): Promise<Result> {
  const sampler = samplers.get(provider)
  if (!sampler) throw new Error(`there are no samples of ${provider}`)
  const values = valuesOf(options, context.now())
  const sample: Sample | null = sampler.sample(event, values)
  if (!sample) {
    const known = sampler.events.join(', ')
    return command.error(`error: ${provider} has no event '${event}' that can be sent. Choose one of: ${known}`, {
      exitCode: 2,
    })
  }
  const { credentials, address } = await endpointOf(context, options, provider)
  const headers = { ...sample.headers, ...sampler.sign(sample, credentials, context.now()) }
  const { status, answer } = await post(address, sample.body, headers)
  const { mode } = options
  const unsaid = sampler.unsaid.filter((name) => options[name] !== undefined)
  return {
    value: { provider, event, mode, status, answer, ...sample.ids },
    lines: [
      `${provider} ${event}, ${mode}: ${status} ${said(answer)}`,
      ...Object.entries(sample.ids).map(([name, id]) => `  ${name}  ${id}`),
    ],
    notes: unsaid.map((name) => `${FLAGS[name]} was left out: deliveries of ${provider} have no place for it.`),
    failed: status < 200 || status > 299,
  }
}

const isWebAddress = (text: string): boolean => /^https?:$/.test(URL.parse(text)?.protocol ?? '')
const filled = (text: string): boolean => text.trim() !== ''

export function webhookSendCommand(machine: Machine, webhook: Command): void {
  const sender = webhook
    .command('send')
    .description('send a signed sample delivery, to try an endpoint')
    .addArgument(new Argument('<provider>').choices(providerNames))
    .argument('<event>', 'as the platform names it; an unknown one lists those that can be sent')
    .option('--customer-key <key>', "the vendor's own id of the customer", checked(filled, 'Not a key.'))
    .option('--provider-key <id>', "the platform's id of the customer", checked(filled, 'Not an id.'))
    .option('--partner-key <key>', 'who referred the customer', checked(filled, 'Not a key.'))
    .option(
      '--amount <number>',
      'minor units; of a refund, what goes back',
      checked((text) => /^\d{1,15}$/.test(text), 'Not a whole number of minor units, 0 or more.'),
    )
    .option(
      '--currency <code>',
      'three letters',
      checked((text) => /^[a-z]{3}$/i.test(text), 'Not three letters.'),
    )
    .option('--payment-id <id>', "the platform's id of the payment", checked(filled, 'Not an id.'))
    .option('--refund-id <id>', "the platform's id of the refund or dispute", checked(filled, 'Not an id.'))
    .option('--email <email>', "the platform customer's e-mail", checked(filled, 'Not an e-mail.'))
    .option('--product-key <key>', 'what was bought', checked(filled, 'Not a key.'))
    .option('--url <url>', 'another address than the configured one', checked(isWebAddress, 'Not a web address.'))
    .addOption(modeOption())
  act<SendOptions>(machine, sender, (context, options, provider, event) =>
    send(sender, context, options, provider, event),
  )
}
