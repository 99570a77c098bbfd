/** `doctor`: looks at everything an installation stands on, changes nothing, and says what to mend. */
import type { Command } from 'commander'
import { isConfigError, type Config, type Database } from '../config.ts'
import { inboxFindings, outboxFindings } from '../doctor/books.ts'
import { clockFindings, type OtherClock } from '../doctor/clock.ts'
import { conditionFindings, diskFindings, permissionFindings, unreachable } from '../doctor/database.ts'
import { broken, note, type Finding } from '../doctor/finding.ts'
import { linkHostFindings, lookAtPublicUrl, type Outside } from '../doctor/outside.ts'
import { apiKeyFindings, secretKeyFindings, webhookFindings } from '../doctor/secrets.ts'
import { metricsFinding, passwordFinding, proxyFindings } from '../doctor/settings.ts'
import { DAY_MS } from '../ledger/parking.ts'
import { createVault } from '../secrets.ts'
import { serverIdOf } from '../server-id.ts'
import { readSettings } from '../settings.ts'
import type { Condition } from '../store/condition.ts'
import type { Store } from '../store/store.ts'
import type { Machine } from './machine.ts'

/** A variable that cannot be used; there is nothing to look at by it. */
function configFindings(error: unknown): Finding[] {
  if (!isConfigError(error)) throw error
  const [variable = '', ...problem] = error.message.split(' ')
  return [
    broken(variable, `It ${problem.join(' ')}`, `Set ${variable} anew; docs/self-hosting.md lists every variable.`),
  ]
}

interface Examined {
  readonly findings: Finding[]
  /** Null where it cannot be looked at. */
  readonly condition: Condition | null
  /** When it was, by our clock. */
  readonly at: number
}

async function examineDatabase(machine: Machine, database: Database): Promise<Examined> {
  const { probe, files, now } = machine
  const disk =
    'file' in database
      ? [...(await diskFindings(database.file, probe)), ...(await permissionFindings(database.file, probe))]
      : []
  if ('file' in database && (await files.size(database.file)) === null) {
    const found = `${database.file} is not there yet: the first start of the server makes it.`
    return { findings: [note('database', found), ...disk], condition: null, at: now() }
  }
  try {
    const condition = await machine.inspect(database)
    return { findings: [...conditionFindings(condition), ...disk], condition, at: now() }
  } catch (error) {
    return { findings: [unreachable(database, error), ...disk], condition: null, at: now() }
  }
}

const opener =
  (key: Buffer | null, former: readonly Buffer[]) =>
  (sealed: string): boolean => {
    if (!key) return false
    try {
      createVault(key, former).open(sealed)
      return true
    } catch {
      return false // what the vault has to say of it is what is being found out
    }
  }

/** Rows are read only where opening the database changes nothing of it. */
async function examineBooks(machine: Machine, config: Config, key: Buffer | null): Promise<Finding[]> {
  const store: Store = await machine.openStore(config.database, { mustExist: true })
  try {
    const now = machine.now()
    const { parkingDays } = readSettings(await store.settings('production'))
    const [webhooks, keys, admin] = [await store.webhooks(), await store.apiKeys(), await store.admin()]
    const [production] = await store.outbox()
    return [
      ...secretKeyFindings(key, webhooks, opener(key, await machine.formerKeys(config))),
      passwordFinding(config, admin !== null),
      ...apiKeyFindings(keys),
      ...webhookFindings(webhooks, now),
      ...inboxFindings(await store.attention('production', now - parkingDays * DAY_MS)),
      ...(production ? outboxFindings(production) : []),
    ]
  } finally {
    await store.close()
  }
}

async function scriptOf(machine: Machine): Promise<{ readonly script: Buffer | null; readonly findings: Finding[] }> {
  try {
    return { script: (await machine.scripts()).script, findings: [] }
  } catch (error) {
    if (!isConfigError(error)) throw error
    return { script: null, findings: [broken('script', 'It is not built: no page can load it.', 'npm run build')] }
  }
}

async function examine(machine: Machine): Promise<Finding[]> {
  let config: Config
  try {
    config = machine.config()
  } catch (error) {
    return configFindings(error)
  }
  const { findings, condition, at } = await examineDatabase(machine, config.database)
  const key = await machine.knownSecretKey(config)
  const isCurrent = condition?.schema.state === 'current' && condition.schema.found > 0
  const books = isCurrent ? await examineBooks(machine, config, key) : [passwordFinding(config, false)]
  const { script, findings: missing } = await scriptOf(machine)
  const outside: Outside = { probe: machine.probe, now: machine.now, serverId: key && serverIdOf(key), script }
  const seen = await lookAtPublicUrl(config, outside)
  const others: OtherClock[] = [
    ...(condition && condition.now !== null
      ? [{ whose: 'the database', theirs: condition.now, at, isRough: false }]
      : []),
    ...(seen.clock ? [seen.clock] : []),
  ]
  return [
    ...[...findings, ...books, metricsFinding(config), ...proxyFindings(config)],
    ...[...clockFindings(machine.now(), others), ...missing, ...seen.findings],
    ...(await linkHostFindings(config, outside)),
  ]
}

const lineOf = ({ check, state, found, mend }: Finding): string =>
  `${state.padEnd(8)} ${check}: ${found}${mend === null ? '' : `\n${' '.repeat(9)}${mend}`}`

async function doctor(machine: Machine, isJson: boolean): Promise<void> {
  const findings = await examine(machine)
  const count = (state: Finding['state']): number => findings.filter((one) => one.state === state).length
  const [bad, doubtful] = [count('broken'), count('warning')]
  if (isJson) machine.print(JSON.stringify({ sound: bad === 0, findings }))
  else {
    findings.map(lineOf).forEach(machine.print)
    machine.print(bad + doubtful === 0 ? 'All is well.' : `${bad} to mend, ${doubtful} to look at.`)
  }
  if (bad > 0) machine.fail()
}

export function doctorCommand(machine: Machine, program: Command): void {
  const command = program
    .command('doctor')
    .description(
      'look at configuration, database, clock and addresses, and say what to mend; ends with 1 where something is',
    )
    .option('--json', 'print one JSON value on stdout, and all else on stderr')
  command.action(() => doctor(machine, command.opts<{ readonly json?: boolean }>().json === true))
}
