/** `webhook list|set|rotate|send` */
import { Argument, Option, type Command } from 'commander'
import type { Mode } from '../facts.ts'
import { ensureWebhooks, rotated, standing, withRecordFrom, withSecret } from '../inbox/webhook-rows.ts'
import { providerNames } from '../providers/index.ts'
import { defaultText, settingText } from '../settings.ts'
import type { WebhookRow } from '../store/config-rows.ts'
import { act, checked, lineOf, modeOption, type CommonOptions, type Context, type Result } from './act.ts'
import type { Machine } from './machine.ts'
import { webhookSendCommand } from './webhook-send.ts'

interface SetOptions extends CommonOptions {
  readonly secret?: string
  readonly recordFrom?: 'charge' | 'invoice'
  readonly currency?: string
  readonly refunds?: string
}

function shown({ config, vault, now }: Context, row: WebhookRow) {
  const [token] = row.tokens
  const [password] = standing(row.passwords, now())
  return {
    mode: row.mode,
    provider: row.provider,
    url: token ? `${config.publicUrl}/webhooks/${row.provider}/${vault.open(token.sealed)}` : null,
    secret_set: standing(row.secrets, now()).length > 0,
    ...(row.username !== null && { username: row.username }),
    ...(password && { password: vault.open(password.sealed) }),
  }
}

function lines({ mode, provider, url, secret_set, ...basic }: ReturnType<typeof shown>): string[] {
  const secret = basic.password === undefined && !secret_set ? `none yet: webhook set ${provider} --secret …` : 'set'
  return [
    `${provider}, ${mode}`,
    `  address   ${url ?? 'none'}`,
    ...(basic.password === undefined ? [`  secret    ${secret}`] : []),
    ...(basic.username === undefined ? [] : [`  user      ${basic.username}`, `  password  ${basic.password}`]),
  ]
}

const inOrder = (a: WebhookRow, b: WebhookRow): number =>
  `${a.mode} ${a.provider}`.localeCompare(`${b.mode} ${b.provider}`)

async function list(context: Context): Promise<Result> {
  const rows = (await ensureWebhooks(context)).toSorted(inOrder).map((row) => shown(context, row))
  return { value: rows, lines: rows.flatMap(lines) }
}

async function rowOf(context: Context, { mode }: CommonOptions, provider: string): Promise<WebhookRow> {
  const row = (await ensureWebhooks(context)).find((one) => one.mode === mode && one.provider === provider)
  if (row) return row
  throw new Error(`the row of ${provider} was made and is not there`)
}

async function setRefunds(context: Context, mode: Mode, to: string): Promise<void> {
  const from = (await context.books.settings(mode))['refunds'] ?? defaultText('refunds')
  const audit = from === to ? [] : [lineOf(context, mode, 'setting.change', 'refunds', { from, to })]
  await context.books.act({ audit, settings: [{ mode, name: 'refunds', value: to }] })
}

async function set(context: Context, options: SetOptions, provider = ''): Promise<Result> {
  const { books, vault, now } = context
  const { mode, secret, recordFrom, currency, refunds } = options
  let row = await rowOf(context, options, provider)
  if (secret !== undefined) row = withSecret(row, secret, vault, now())
  if (recordFrom !== undefined) row = withRecordFrom(row, recordFrom, now())
  if (currency !== undefined) row = { ...row, currency: currency.toUpperCase(), updatedAt: now() }
  const changed = {
    ...(secret !== undefined && { secret: 'set' }),
    ...(recordFrom !== undefined && { record_from: recordFrom }),
    ...(currency !== undefined && { currency: row.currency }),
  }
  if (Object.keys(changed).length > 0)
    await books.act({ audit: [lineOf(context, mode, 'platform.change', provider, changed)], webhooks: [row] })
  if (refunds !== undefined) await setRefunds(context, mode, settingText('refunds', refunds))
  const isReplaced = secret !== undefined && standing(row.secrets, now()).length > 1
  const view = shown(context, row)
  return {
    value: view,
    lines: lines(view),
    notes: isReplaced ? ['The secret before this one stays valid for 24 hours.'] : [],
  }
}

async function rotate(context: Context, options: CommonOptions, provider = ''): Promise<Result> {
  const row = rotated(await rowOf(context, options, provider), context.vault, context.now())
  await context.books.act({ audit: [lineOf(context, row.mode, 'platform.rotate', provider)], webhooks: [row] })
  const view = shown(context, row)
  return { value: view, lines: lines(view), notes: ['What was valid before stays valid for 24 hours.'] }
}

export function webhookCommand(machine: Machine, program: Command): void {
  const webhook = program.command('webhook').description('how payment platforms reach this server')
  const provider = (): Argument => new Argument('<provider>').choices(providerNames)
  act(machine, webhook.command('list').description('address and credentials, per mode and platform'), list)
  const setter = webhook
    .command('set')
    .description('configure a platform')
    .addArgument(provider())
    .option(
      '--secret <secret>',
      "the platform's signing secret",
      checked((text) => text.trim() !== '', 'Not a secret.'),
    )
    .addOption(new Option('--record-from <what>', 'what a payment is recorded from').choices(['charge', 'invoice']))
    .option(
      '--currency <code>',
      'where the platform names none',
      checked((text) => /^[a-z]{3}$/i.test(text), 'Not three letters.'),
    )
    .addOption(new Option('--refunds <rule>', 'what a partial refund does').choices(['proportional', 'archive']))
    .addOption(modeOption())
  act(machine, setter, set)
  const rotator = webhook
    .command('rotate')
    .description('a new address and password, without a gap')
    .addArgument(provider())
  act(machine, rotator.addOption(modeOption()), rotate)
  webhookSendCommand(machine, webhook)
}
