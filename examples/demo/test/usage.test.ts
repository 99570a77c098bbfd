/** What `npm start` says to someone who asks for what it does not know, before it starts anything. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))

describe('npm start', () => {
  it.each<[what: string, args: string[], env: NodeJS.ProcessEnv, words: string]>([
    ['an option there is not', ['--bogus'], {}, "Unknown option '--bogus'"],
    ['a port that is none', [], { APP_PORT: 'x' }, "APP_PORT must be a port number, not 'x'.\n"],
  ])('refuses %s in one line', (_what, args, env, words) => {
    const ran = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', env: { ...process.env, ...env } })
    const [said, ...more] = ran.stderr.trimEnd().split('\n')
    expect([ran.status, `${said}\n`, more]).toEqual([1, expect.stringContaining(words), []])
  })
})
