/** Finds the browser the tests drive: the system's first, then the one Playwright keeps. */
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false // not there, or not ours to run: the next one may be
  }
}

/** The first program of these names on the path; null where there is none. */
export function findProgram(names: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return candidates.find(isProgram) ?? null
}

/** The system's Chromium; null where there is none. */
export const findChromium = (): string | null => findProgram(NAMES)

/** Whether Playwright has a Chromium of its own on this machine. */
export const hasOwnChromium = (): boolean => existsSync(chromium.executablePath())
