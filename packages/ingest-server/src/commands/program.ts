/** The command line: every command, and what its end means: 0 done, 1 failed, 2 wrong usage. */
import { Command, CommanderError } from 'commander'
import { isConfigError } from '../config.ts'
import { AppError } from '../errors.ts'
import { adminCommand } from './admin.ts'
import { backupCommand, restoreCommand } from './backup.ts'
import { copyCommand } from './copy.ts'
import { customerCommand } from './customer.ts'
import { deliveriesCommand } from './deliveries.ts'
import { doctorCommand } from './doctor.ts'
import { exportCommand } from './export.ts'
import { hookCommand } from './hook.ts'
import { importCommand } from './import.ts'
import { keysCommand } from './keys.ts'
import type { Machine } from './machine.ts'
import { partnerCommand } from './partner.ts'
import { rewardCommand } from './reward.ts'
import { secretsCommand } from './secrets.ts'
import { serveCommand } from './serve.ts'
import { settingsCommand } from './settings.ts'
import { triggerCommand } from './trigger.ts'
import { webhookCommand } from './webhook.ts'

function createProgram(machine: Machine): Command {
  const program = new Command('partnerstack-ingest')
    .description('Referral links, customers and transactions API, payment webhooks, and the books behind them.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => machine.print(text.trimEnd()),
      writeErr: (text) => machine.note(text.trimEnd()),
    })
  const commands = [
    serveCommand,
    keysCommand,
    partnerCommand,
    customerCommand,
    adminCommand,
    secretsCommand,
    webhookCommand,
    hookCommand,
    triggerCommand,
    rewardCommand,
    settingsCommand,
    deliveriesCommand,
    importCommand,
    exportCommand,
    copyCommand,
    backupCommand,
    restoreCommand,
    doctorCommand,
  ]
  for (const add of commands) add(machine, program)
  return program
}

/** Errors whose message says what to do; anything else is our bug, and shows where it is. */
const isExplained = (error: unknown): error is Error => error instanceof AppError || isConfigError(error)

/** Runs one command line; the number is the process's exit code. */
export async function run(machine: Machine, args: readonly string[]): Promise<0 | 1 | 2> {
  const report = (code: string, message: string): void => {
    if (args.includes('--json')) machine.print(JSON.stringify({ error: code, message }))
  }
  try {
    await createProgram(machine).parseAsync([...args], { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0
      report('WRONG_USAGE', error.message)
      return 2
    }
    const message = isExplained(error) ? error.message : error instanceof Error ? (error.stack ?? '') : String(error)
    machine.note(message)
    report(error instanceof AppError ? error.code : 'FAILED', isExplained(error) ? message : 'Something went wrong.')
    return 1
  }
}
