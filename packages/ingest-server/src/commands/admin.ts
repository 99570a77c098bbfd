/** `admin password` */
import type { Command } from 'commander'
import { setPassword } from '../admin-password.ts'
import { AppError } from '../errors.ts'
import { randomBase62 } from '../secrets.ts'
import { act, checked, type CommonOptions, type Context, type Result } from './act.ts'
import type { Machine } from './machine.ts'

interface PasswordOptions extends CommonOptions {
  readonly set?: string
}

async function password({ books, config, now }: Context, { set }: PasswordOptions): Promise<Result> {
  if (config.adminPassword !== null) {
    throw new AppError(
      'CONFLICT',
      'ADMIN_PASSWORD says which password it is. Change it there and start the server anew.',
    )
  }
  const chosen = set ?? randomBase62(22)
  await setPassword(books, chosen, 'operator', now())
  const ended = 'Everybody is logged out.'
  if (set !== undefined) return { value: { set: true }, lines: [`The password is changed. ${ended}`] }
  return {
    value: { password: chosen },
    lines: [`password  ${chosen}`],
    notes: [`Keep it now: it is shown this once. ${ended}`],
  }
}

export function adminCommand(machine: Machine, program: Command): void {
  const admin = program.command('admin').description('who may use the dashboard')
  const command = admin
    .command('password')
    .description('a new password for the dashboard; every session ends')
    .option(
      '--set <password>',
      'this one; else one is made up',
      checked((text) => text.length >= 8 && text.length <= 1000, 'Not 8 to 1000 characters.'),
    )
  act<PasswordOptions>(machine, command, password)
}
