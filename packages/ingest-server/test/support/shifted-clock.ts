/** Loaded before a server, in each of its threads: its clock is ahead by the milliseconds that stand in the file `CLOCK_FILE`. */
import { readFileSync } from 'node:fs'

const EVERY_MS = 10
const file = process.env['CLOCK_FILE'] ?? ''
const real = Date.now
const read = (): number => Number(readFileSync(file, 'utf8'))

let ahead = read()
setInterval(() => void (ahead = read()), EVERY_MS).unref()
Date.now = () => real() + ahead
