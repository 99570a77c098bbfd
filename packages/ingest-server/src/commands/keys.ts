/** `keys create|list|revoke` */
import type { Command } from 'commander'
import { AppError } from '../errors.ts'
import { newApiKey } from '../new-api-key.ts'
import type { ApiKeyRow } from '../store/config-rows.ts'
import { act, lineOf, modeOption, when, type CommonOptions, type Context, type Result } from './act.ts'
import type { Machine } from './machine.ts'

async function create(context: Context, { mode }: CommonOptions): Promise<Result> {
  const { row, secretKey, trackingToken } = newApiKey(mode, context.now())
  const { publicKey } = row
  await context.books.act({ audit: [lineOf(context, mode, 'key.create', publicKey)], apiKeys: [row] })
  return {
    value: { mode, public_key: publicKey, secret_key: secretKey, tracking_token: trackingToken },
    lines: [
      `mode            ${mode}`,
      `public key      ${publicKey}`,
      `secret key      ${secretKey}`,
      `tracking token  ${trackingToken}`,
    ],
    notes: ['Keep the secret key and the tracking token now: they are shown this once.'],
  }
}

const shown = ({ mode, publicKey, createdAt, revokedAt }: ApiKeyRow) => ({
  mode,
  public_key: publicKey,
  created_at: createdAt,
  revoked_at: revokedAt,
})

async function list({ books }: Context): Promise<Result> {
  const keys = (await books.apiKeys()).toSorted((a, b) => a.createdAt - b.createdAt)
  const line = ({ mode, publicKey, createdAt, revokedAt }: ApiKeyRow): string =>
    `${mode.padEnd(10)}  ${publicKey}  made ${when(createdAt)}${revokedAt === null ? '' : `, revoked ${when(revokedAt)}`}`
  return {
    value: keys.map(shown),
    lines: keys.length > 0 ? keys.map(line) : ['No keys yet. Make a pair with: keys create'],
  }
}

async function revoke(context: Context, _options: CommonOptions, publicKey = ''): Promise<Result> {
  const { books, now } = context
  const key = await books.apiKey(publicKey)
  if (!key) throw new AppError('NOT_FOUND', `There is no public key '${publicKey}'. See: keys list`)
  const revoked = { ...key, revokedAt: key.revokedAt ?? now() }
  const audit = key.revokedAt === null ? [lineOf(context, key.mode, 'key.revoke', publicKey)] : []
  await books.act({ audit, apiKeys: [revoked] })
  return { value: shown(revoked), lines: [`Revoked ${publicKey}. It stops working everywhere within two seconds.`] }
}

export function keysCommand(machine: Machine, program: Command): void {
  const keys = program.command('keys').description('key pairs of the API')
  act(machine, keys.command('create').description('make a key pair').addOption(modeOption()), create)
  act(machine, keys.command('list').description('the key pairs of both modes'), list)
  act(machine, keys.command('revoke').description('end a key pair').argument('<public_key>'), revoke)
}
