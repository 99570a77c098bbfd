/** Files that are databases: made under another name, and there as a whole or not at all. */
import { randomBytes } from 'node:crypto'
import { chmod, copyFile, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Files } from './commands/machine.ts'
import { configError } from './config.ts'
import { fileProblems } from './open-books.ts'

const OWNER_ONLY = 0o600

async function size(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function remove(path: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(path + suffix, { force: true })
}

/** On disk, not only on its way there. */
async function sync(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function begin(path: string): Promise<void> {
  await remove(path)
  try {
    await writeFile(path, '', { mode: OWNER_ONLY })
  } catch (error) {
    throw configError(path, `cannot be written: ${(error as Error).message}`)
  }
}

export const localFiles: Files = {
  size,
  remove,
  begin,
  async copy(from, to) {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    await begin(to)
    await copyFile(from, to)
    await chmod(to, OWNER_ONLY)
  },
  async finish(from, to) {
    await sync(from)
    await rename(from, to)
    await sync(dirname(to))
  },
  temporary: async () => join(tmpdir(), `restore-${randomBytes(8).toString('hex')}.db`),
  problems: fileProblems,
}
