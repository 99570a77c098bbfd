/** Finds the system's Firefox, which is driven as it is: nothing of Playwright's own is needed. */
import { findProgram } from './chromium.ts'

export const findFirefox = (): string | null => findProgram(['firefox-esr', 'firefox'])
