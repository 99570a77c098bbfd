/** `import <file> --restore`: a full export back. */
import { createHash } from 'node:crypto'
import type { ExportType } from '../moving/full-tables.ts'
import { restore } from '../moving/restore.ts'
import type { ImportOptions } from './import-file.ts'
import type { Machine } from './machine.ts'

export async function restoreFile(
  machine: Machine,
  { type, path }: { readonly type: ExportType | null; readonly path: string },
  { mode, json }: ImportOptions,
): Promise<void> {
  const file = await machine.readFile(path)
  const hash = createHash('sha256')
  for await (const chunk of file.bytes()) hash.update(chunk)
  const store = await machine.openStore(machine.config().database, { mustExist: false })
  try {
    const began = machine.elapsed()
    const onProgress = (rows: number): void => {
      const seconds = Math.max(1, machine.elapsed() - began) / 1_000
      machine.progress(`${rows} rows (${Math.round(rows / seconds)}/s)`)
    }
    const rows = await restore(store, file.bytes(), { mode, type, sha256: hash.digest('hex'), onProgress })
    machine.progress('')
    if (json) return machine.print(JSON.stringify({ restored: rows, mode }))
    machine.print(`${rows} rows are back. Keys, webhook addresses and hooks are not part of an export: make them anew.`)
  } finally {
    await store.close()
  }
}
