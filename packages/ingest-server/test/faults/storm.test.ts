/**
 * A storm: four platforms deliver in disorder, twice, all at once, and again until they get a 2xx, while the server is killed
 * over and over. The books equal those of an undisturbed run in order.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startServerProcess } from '../support/server-process.ts'
import type { ServerProcess } from '../support/server-process.ts'
import { books, disorder, draws, insist, stepsOf } from '../support/server-stories.ts'

const SEED = Number(process.env['STORM_SEED'] ?? Date.now() % 1_000_000)
const KILLS = 5
const CALLERS = 12
const STORIES = 4

let calm: ServerProcess
let stormy: ServerProcess
beforeAll(async () => {
  ;[calm, stormy] = await Promise.all([startServerProcess(), startServerProcess()])
})
afterAll(async () => {
  await Promise.all([calm.dispose(), stormy.dispose()])
})

it(`ends in the books of a calm day (seed ${SEED})`, { timeout: 180_000 }, async () => {
  const steps = stepsOf(SEED, STORIES)
  for (const step of steps) await insist(calm, step)

  const draw = draws(SEED, steps.length * 4)
  const queue = disorder(steps, draw)
  const total = queue.length
  const callers = Array.from({ length: CALLERS }, async () => {
    for (let step = queue.shift(); step; step = queue.shift()) await insist(stormy, step)
  })
  for (let kill = 1; kill <= KILLS; kill++) {
    // Each kill comes somewhere in its own stretch of the storm, so that none comes after it is over.
    const until = total * (1 - (kill - draw() * 0.8) / (KILLS + 1))
    while (queue.length > until) await wait(2)
    await stormy.kill()
    await stormy.start()
  }
  await Promise.all(callers)
  const expected = await books(calm)
  expect(expected.length).toBeGreaterThan(STORIES * 2)
  expect(await books(stormy)).toEqual(expected)
})
