/** When a send is tried again, and when it is given up. */

const FIRST_MS = 10_000
const FACTOR = 3
const LONGEST_MS = 6 * 60 * 60 * 1000
/** Attempts are spread a little, so that what failed together does not come back together. */
const SPREAD = 0.1

/** With the waits between them, the last is made three days and three hours after the first, or a little later. */
export const MOST_ATTEMPTS = 20
/** However fast its attempts were used up, nothing is given up sooner. */
export const LEAST_MS = 3 * 24 * 60 * 60 * 1000

/** 10 s, 30 s, 90 s, … at most six hours; `random` is from 0 up to 1. */
export function waitAfter(attempts: number, random: number): number {
  const wait = Math.min(LONGEST_MS, FIRST_MS * FACTOR ** (attempts - 1))
  return Math.round(wait * (1 + SPREAD * random))
}

export const isOver = (attempts: number, age: number): boolean => attempts >= MOST_ATTEMPTS && age >= LEAST_MS
