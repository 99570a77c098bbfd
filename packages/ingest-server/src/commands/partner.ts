/** `partner add` */
import type { Command } from 'commander'
import { linkUrl } from '../link-url.ts'
import { readSettings } from '../settings.ts'
import { act, checked, modeOption, OPERATOR, type CommonOptions, type Context, type Result } from './act.ts'
import type { Machine } from './machine.ts'
import { partnerTokenCommand } from './partner-token.ts'

interface AddOptions extends CommonOptions {
  readonly email: string
  readonly partnerKey?: string
  readonly group?: string
  readonly destination?: string
}

async function add({ books, config, now }: Context, options: AddOptions): Promise<Result> {
  const { mode, email, partnerKey = null, group = null, destination = null } = options
  const fact = { kind: 'partner', partnerKey, email, firstName: null, lastName: null, group, destination } as const
  const { link: view } = await books.record({ mode, at: now(), facts: [fact], delivery: null, by: OPERATOR })
  if (!view) throw new Error('the books recorded a partner and gave it no link')
  const { link, partner } = view
  const url = linkUrl(config, link.path)
  const leads = link.destination ?? view.group.destination ?? readSettings(await books.settings(mode)).siteUrl
  const nowhere = 'This link leads nowhere yet. Say where to: settings set site_url https://your.site/'
  return {
    value: { partner_key: partner.partnerKey, key: partner.key, link: url },
    lines: [`partner key  ${partner.partnerKey}`, `link         ${url}`, `leads to     ${leads ?? 'nowhere yet'}`],
    notes: leads === null ? [mode === 'test' ? `${nowhere} --mode test` : nowhere] : [],
  }
}

const isWebAddress = (text: string): boolean => /^https?:$/.test(URL.parse(text)?.protocol ?? '')

export function partnerCommand(machine: Machine, program: Command): void {
  const partner = program.command('partner').description('those who refer')
  const command = partner
    .command('add')
    .description('add a partner, with a referral link')
    .requiredOption(
      '--email <email>',
      'their e-mail',
      checked((text) => /^[^\s@]+@[^\s@]+$/.test(text), 'Not an e-mail.'),
    )
    .option(
      '--partner-key <key>',
      'their public id; made up where not given',
      checked((text) => text.trim() === text && text !== '', 'Not a key.'),
    )
    .option('--group <group>', 'slug or key of their group; else the default group')
    .option('--destination <url>', 'where their link leads', checked(isWebAddress, 'Not an http or https address.'))
    .addOption(modeOption())
  act(machine, command, add)
  partnerTokenCommand(machine, partner)
}
