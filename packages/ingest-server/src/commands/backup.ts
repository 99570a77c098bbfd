/** `backup` and `restore`: everything into one file while the server runs, and back. */
import type { Command } from 'commander'
import { configError, type Config } from '../config.ts'
import { AppError } from '../errors.ts'
import { backUp, copyBackup, openBackup, type Manifest } from '../moving/backup.ts'
import type { Progress, Sums } from '../moving/copy.ts'
import { createVault } from '../secrets.ts'
import type { Store } from '../store/store.ts'
import { TABLE_NAMES } from '../store/table-order.ts'
import { when } from './act.ts'
import type { Machine } from './machine.ts'

interface Options {
  readonly json?: boolean
}

const tell = (machine: Machine) => {
  const began = machine.elapsed()
  const seconds = (): number => Math.max(1, machine.elapsed() - began) / 1_000
  return {
    seconds,
    onProgress({ table, rows }: Progress): void {
      if (rows > 0) machine.progress(`${table}: ${rows} rows, ${Math.round(seconds())} s since the start`)
    },
  }
}

const rowsOf = (tables: Sums): number => TABLE_NAMES.reduce((sum, name) => sum + tables[name].rows, 0)

async function mustBeSound(machine: Machine, file: string): Promise<void> {
  const problems = await machine.files.problems(file)
  if (problems.length > 0) throw new AppError('UNREADABLE_FILE', `${file} is damaged: ${problems.join('; ')}`)
}

async function backup(machine: Machine, file: string, { json }: Options): Promise<void> {
  const { files } = machine
  if (await files.size(file))
    throw configError(file, 'is there already. Name a new file: a backup is never overwritten.')
  const draft = `${file}.partial`
  const store = await machine.openStore(machine.config().database, { mustExist: true })
  try {
    const { seconds, onProgress } = tell(machine)
    await files.begin(draft)
    const manifest = await backUp(store, {
      file: draft,
      openFile: (path) => machine.openStore({ file: path }, { mustExist: true }),
      now: machine.now,
      onProgress,
      onComparing: () => machine.progress('Comparing it with the database'),
    })
    await mustBeSound(machine, draft)
    await files.finish(draft, file)
    machine.progress('')
    reportBackup(machine, { file, bytes: (await files.size(file)) ?? 0, manifest, seconds: seconds() }, json === true)
  } finally {
    await store.close()
    await files.remove(draft)
  }
}

interface Made {
  readonly file: string
  readonly bytes: number
  readonly manifest: Manifest
  readonly seconds: number
}

function reportBackup(machine: Machine, { file, bytes, manifest, seconds }: Made, json: boolean): void {
  const { at, engine, schema, tables } = manifest
  const { secretKey, database } = machine.config()
  const key = 'file' in database && !secretKey ? `in secret.key beside ${database.file}` : 'the environment has it'
  machine.note(`SECRET_KEY is no part of it (${key}): keep it apart, for without it webhook secrets cannot be read.`)
  if (json) return machine.print(JSON.stringify({ file, bytes, at, engine, schema, tables, verified: true, seconds }))
  const size = `${(bytes / 1e6).toFixed(1)} MB, ${rowsOf(tables)} rows`
  machine.print(`${file}: ${size} as of ${when(at)}, compared with the database row by row (${seconds.toFixed(1)} s)`)
}

type KeyState = 'fits' | 'differs' | 'missing'

const KEYS: Readonly<Record<KeyState, string>> = {
  fits: 'SECRET_KEY is the one that its secrets were kept with.',
  differs: 'SECRET_KEY is not the one that its secrets were kept with: the server will not start until it is.',
  missing: 'SECRET_KEY is not here yet: put secret.key beside the database, or set it, before you start the server.',
}

async function keyState(machine: Machine, config: Config, store: Store): Promise<KeyState> {
  const key = await machine.knownSecretKey(config)
  if (!key) return 'missing'
  const vault = createVault(key, await machine.formerKeys(config))
  try {
    for (const { tokens, secrets, passwords } of await store.webhooks())
      for (const { sealed } of [...tokens, ...secrets, ...passwords]) vault.open(sealed)
    return 'fits'
  } catch (error) {
    if (error instanceof AppError) return 'differs'
    throw error
  }
}

/** Into a file that is not there yet: the working copy becomes it. Into another database: row by row. */
async function restore(machine: Machine, file: string, { json }: Options): Promise<void> {
  const { files } = machine
  const config = machine.config()
  const { database } = config
  if (!(await files.size(file))) throw configError(file, 'is not there, or empty.')
  if ('file' in database && (await files.size(database.file)) !== null)
    throw configError(
      database.file,
      'is there already. Stop the server and move the file away, with its -wal and -shm.',
    )
  const { seconds, onProgress } = tell(machine)
  const draft = 'file' in database ? `${database.file}.restoring` : await files.temporary()
  try {
    await files.copy(file, draft)
    const { schema } = await machine.inspect({ file: draft }).catch((cause: unknown) => {
      throw new AppError('UNREADABLE_FILE', `${file} is no backup: it is no SQLite file.`, { cause })
    })
    await mustBeSound(machine, draft)
    machine.progress('Reading the backup')
    const copy = await machine.openStore({ file: draft }, { mustExist: true })
    let manifest: Manifest
    let key: KeyState
    try {
      manifest = await openBackup(copy, schema.found)
      key = await keyState(machine, config, copy)
      if ('url' in database) await restoreInto(machine, database, copy, onProgress)
    } finally {
      await copy.close()
    }
    if ('file' in database) await files.finish(draft, database.file)
    machine.progress('')
    const { at, engine, tables } = manifest
    machine.note(KEYS[key])
    if (json)
      return machine.print(JSON.stringify({ restored: true, at, engine, tables, secret_key: key, seconds: seconds() }))
    machine.print(`${rowsOf(tables)} rows are back, as of ${when(at)}, and compared (${seconds().toFixed(1)} s)`)
  } finally {
    await files.remove(draft)
  }
}

async function restoreInto(
  machine: Machine,
  database: Config['database'],
  copy: Store,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  const to = await machine.openStore(database, { mustExist: false })
  try {
    await copyBackup(copy, to, onProgress)
  } finally {
    await to.close()
  }
}

const JSON_OPTION = ['--json', 'print one JSON value on stdout, and all else on stderr'] as const

export function backupCommand(machine: Machine, program: Command): void {
  const command = program
    .command('backup')
    .description('everything into one new file, while the server runs; compared with the database row by row')
    .argument('<file>')
    .option(...JSON_OPTION)
  command.action((file: string) => backup(machine, file, command.opts<Options>()))
}

export function restoreCommand(machine: Machine, program: Command): void {
  const command = program
    .command('restore')
    .description('a backup back, into a database that is empty; compared row by row')
    .argument('<file>')
    .option(...JSON_OPTION)
  command.action((file: string) => restore(machine, file, command.opts<Options>()))
}
