import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../temporary.ts'

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'memory-'))
  onTestFinished(() => rmSync(made, { recursive: true }))
  return made
}

test.each<[string, NodeJS.ProcessEnv, number, boolean]>([
  ['with room enough', {}, 1, true],
  ['with too little room', {}, Number.MAX_SAFE_INTEGER, false],
  ['where another is named', { TMPDIR: '/elsewhere' }, 1, false],
])('what tests write goes to memory %s: %#', (_what, env, room, goes) => {
  const memory = folder()
  expect(temporaryFolder(env, memory, room) === memory).toBe(goes)
})

test('a machine without such a folder keeps it where it keeps the rest', () => {
  expect(temporaryFolder({}, join(folder(), 'none'), 1)).toBe(tmpdir())
})
