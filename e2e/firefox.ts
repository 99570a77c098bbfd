/** Finds the Firefox that the script is tried in: the system's, which is driven as it is, then the one Playwright keeps. */
import { existsSync } from 'node:fs'
import { firefox } from '@playwright/test'
import { findProgram } from './chromium.ts'

/** The system's Firefox; null where there is none. */
export const findFirefox = (): string | null => findProgram(['firefox-esr', 'firefox'])

/** Whether Playwright has a Firefox of its own on this machine. */
export const hasOwnFirefox = (): boolean => existsSync(firefox.executablePath())
