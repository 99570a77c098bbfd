/** Where tests keep what they write. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
/** All that the tests have on disk at once, several times over. */
const ROOM_BYTES = 4 * 1024 ** 3

/**
 * The machine's memory where it has a folder of its own with room enough, else the usual folder: tests sync to disk hundreds of
 * thousands of times, and none of them pulls the plug. A folder that is named by TMPDIR is taken as it is.
 */
export function temporaryFolder(env: NodeJS.ProcessEnv = process.env, memory = MEMORY, room = ROOM_BYTES): string {
  return env['TMPDIR'] === undefined && hasRoom(memory, room) && runsPrograms(memory) ? memory : tmpdir()
}

function hasRoom(folder: string, room: number): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= room
  } catch {
    return false // this machine has none
  }
}

/** Containers may have it so that nothing in it is run; some tests install a package there and start it. */
function runsPrograms(folder: string): boolean {
  let own: string
  try {
    own = mkdtempSync(join(folder, 'runs-'))
  } catch {
    return false // it is not ours to write to
  }
  writeFileSync(join(own, 'true'), '#!/bin/sh\n', { mode: 0o755 })
  const { status } = spawnSync(join(own, 'true'))
  rmSync(own, { recursive: true })
  return status === 0
}

export interface TestFolder {
  readonly folder: string
  /** What tests that are started with it keep in here. */
  readonly env: Readonly<Record<string, string>>
  remove(): void
}

/** A folder for one run of the tests. Hundreds of commands and servers are started in it: each reads what the first has compiled. */
export function openTestFolder(name: string): TestFolder {
  const folder = mkdtempSync(join(temporaryFolder(), `${name}-`))
  // PostgreSQL runs as another user, who has to get to its own folder in here.
  chmodSync(folder, 0o755)
  const temporary = join(folder, 'tmp')
  mkdirSync(temporary)
  const compiled = process.env['NODE_COMPILE_CACHE'] ?? join(folder, 'compiled')
  return {
    folder,
    env: { TMPDIR: temporary, NODE_COMPILE_CACHE: compiled },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  }
}
