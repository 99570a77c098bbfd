/** The clock: signatures, windows and the order of events go by it. */
import { broken, ok, warning, type Finding } from './finding.ts'

const CHECK = 'clock'
const SECOND_MS = 1_000
/** Platforms' signatures are taken within five minutes; machines that share a database should agree far better. */
const FAR_MS = 60 * SECOND_MS
const OFF_MS = 2 * SECOND_MS
/** `Date` headers have whole seconds, and a way to come. */
const HEADER_MS = 10 * SECOND_MS
/** Nothing of this program is older. */
const FIRST = Date.UTC(2026, 0)

const MEND = 'Let the machine keep its time: timedatectl set-ntp true (systemd), or chrony.'

/** What another clock was when ours was `at`, epoch ms. */
export interface OtherClock {
  readonly whose: string
  readonly theirs: number
  readonly at: number
  /** To seconds only. */
  readonly isRough: boolean
}

const inWords = (ms: number): string => `${(Math.abs(ms) / SECOND_MS).toFixed(1)} s ${ms > 0 ? 'ahead of' : 'behind'}`

export function clockFindings(now: number, others: readonly OtherClock[]): Finding[] {
  if (now < FIRST) return [broken(CHECK, `It says ${new Date(now).toISOString()}: that has been.`, MEND)]
  const findings = others.flatMap(({ whose, theirs, at, isRough }) => {
    const off = at - theirs
    const found = `It is ${inWords(off)} that of ${whose}.`
    if (Math.abs(off) >= FAR_MS) return [broken(CHECK, found, MEND)]
    return Math.abs(off) >= (isRough ? HEADER_MS : OFF_MS) ? [warning(CHECK, found, MEND)] : []
  })
  if (findings.length > 0) return findings
  const agree = others.map(({ whose }) => whose).join(' and ')
  return [ok(CHECK, `${new Date(now).toISOString()}${agree ? `, as ${agree} has it.` : '.'}`)]
}
