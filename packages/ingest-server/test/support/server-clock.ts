/** The clock of servers that run as processes of their own: it is moved while they run, and stays moved when they are killed. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export interface ServerClock {
  /** What such a server loads first. */
  readonly preload: string
  now(): number
  /** Moves it forward; each thread of each server has seen that when this resolves. */
  pass(ms: number): Promise<void>
  dispose(): void
}

/** Of servers that are started from now on by this process. */
export function openServerClock(): ServerClock {
  const folder = mkdtempSync(join(tmpdir(), 'clock-'))
  const file = join(folder, 'ahead')
  let ahead = 0
  const write = (): void => {
    // Renamed, so that nobody reads half a number.
    writeFileSync(`${file}.new`, String(ahead))
    renameSync(`${file}.new`, file)
  }
  write()
  process.env['CLOCK_FILE'] = file
  return {
    preload: new URL('shifted-clock.ts', import.meta.url).href,
    now: () => Date.now() + ahead,
    async pass(ms) {
      ahead += ms
      write()
      await wait(30)
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  }
}
