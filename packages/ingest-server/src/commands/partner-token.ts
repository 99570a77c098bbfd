/** `partner token` */
import type { Command } from 'commander'
import { randomBase62, sha256 } from '../secrets.ts'
import { act, modeOption, OPERATOR, type CommonOptions, type Context, type Result } from './act.ts'
import type { Machine } from './machine.ts'

async function token({ books, now }: Context, { mode }: CommonOptions, ref = ''): Promise<Result> {
  const made = `pt_${randomBase62(43)}`
  const fact = { kind: 'partner.token', actor: OPERATOR, ref, tokenHash: sha256(made) } as const
  const { partner } = await books.record({ mode, at: now(), facts: [fact], delivery: null })
  const partnerKey = partner?.partner.partnerKey ?? ref
  return {
    value: { mode, partner_key: partnerKey, token: made },
    lines: [`partner key  ${partnerKey}`, `token        ${made}`],
    notes: ['Keep the token now: it is shown this once. A token made for this partner before ends within two seconds.'],
  }
}

export function partnerTokenCommand(machine: Machine, partner: Command): void {
  const command = partner
    .command('token')
    .description("make a token by which a partner reads its own rows over the API; the partner's last one ends")
    .argument('<partner_key>', 'partner_key, internal key or e-mail')
    .addOption(modeOption())
  act(machine, command, token)
}
