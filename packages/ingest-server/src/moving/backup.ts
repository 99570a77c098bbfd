/**
 * A backup: one moment of an installation as one SQLite file, whatever engine it was on. The file says itself what it holds,
 * table by table, so that whoever takes it back can see that all of it is there, and unchanged.
 */
import { AppError } from '../errors.ts'
import type { Condition } from '../store/condition.ts'
import type { Store } from '../store/store.ts'
import { copyStore, differing, finishCopy, MANIFEST, sumsOf, type Progress, type Sums } from './copy.ts'

export interface Manifest {
  /** When the moment was, epoch ms. */
  readonly at: number
  readonly engine: Condition['engine']
  /** Version of the file's schema. */
  readonly schema: number
  readonly tables: Sums
}

export interface BackupOptions {
  /** The new file; nothing is there yet. */
  readonly file: string
  openFile(file: string): Promise<Store>
  now(): number
  onProgress(progress: Progress): void
  /** Both are read again, and compared. */
  onComparing(): void
}

/** Writes the file and looks through it; throws where it is not the same as what it was made from. */
export async function backUp(store: Store, options: BackupOptions): Promise<Manifest> {
  const { file, openFile, now, onProgress, onComparing } = options
  const { engine } = await store.condition()
  return store.snapshot(async (moment) => {
    const at = now()
    await moment.copyPages?.(file)
    const copy = await openFile(file)
    try {
      if (!moment.copyPages) {
        await copyStore(moment, copy, onProgress)
        await finishCopy(copy)
      }
      onComparing()
      const [tables, kept] = [await sumsOf(moment), await sumsOf(copy)]
      const wrong = differing(tables, kept)
      if (wrong.length > 0) throw new Error(`the backup is not the same as the database: ${wrong.join(', ')}`)
      const { schema } = await copy.condition()
      const manifest = { at, engine, schema: schema.found, tables }
      await copy.putSetting({ mode: 'production', name: MANIFEST, value: JSON.stringify(manifest) })
      return manifest
    } finally {
      await copy.close()
    }
  })
}

const broken = (why: string): AppError => new AppError('UNREADABLE_FILE', `The backup is not whole: ${why}.`)

/**
 * Reads what a backup says of itself, holds it against what is there, and takes it out. `schema` is the file's before it was
 * brought up to date: of an older one only the rows are counted, since what they look like may have changed.
 */
export async function openBackup(copy: Store, schema: number): Promise<Manifest> {
  const said = (await copy.settings('production'))[MANIFEST]
  if (said === undefined) {
    throw new AppError(
      'UNREADABLE_FILE',
      'This database is no backup: it does not say what it holds. Make one: backup <file>. To move a database: copy',
    )
  }
  const manifest = JSON.parse(said) as Manifest
  const found = await sumsOf(copy)
  const isSame = manifest.schema === schema && schema === (await copy.condition()).schema.known
  const wrong = isSame
    ? differing(manifest.tables, found)
    : Object.entries(manifest.tables).flatMap(([name, { rows }]) =>
        found[name as keyof Sums]?.rows === rows ? [] : [name],
      )
  if (wrong.length > 0) throw broken(`${wrong.join(', ')} are not as they were when it was made`)
  await copy.removeSetting('production', MANIFEST)
  return manifest
}

/** From a backup that was opened into an empty database; throws where the two are not the same in the end. */
export async function copyBackup(copy: Store, to: Store, onProgress: (progress: Progress) => void): Promise<Sums> {
  await copyStore(copy, to, onProgress)
  const [kept, restored] = [await sumsOf(copy), await sumsOf(to)]
  const wrong = differing(kept, restored)
  if (wrong.length > 0) throw new Error(`what was restored is not the same as the backup: ${wrong.join(', ')}`)
  await finishCopy(to)
  return restored
}
