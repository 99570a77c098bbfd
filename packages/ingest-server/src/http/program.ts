/** The program itself, as partners see it. */
import type { Mode } from '../facts.ts'
import type { Deps } from './deps.ts'
import type { Lookups } from './lookups.ts'

export interface ProgramView {
  readonly key: string
  readonly name: string
  readonly website: string
}

interface Of {
  readonly mode: Mode
  readonly lookups: Lookups
  readonly deps: Pick<Deps, 'publicUrl'>
}

/** Named after its site, which is where its links lead. */
export async function programOf({ mode, lookups, deps }: Of): Promise<ProgramView> {
  const [{ siteUrl }, program] = await Promise.all([lookups.settings(mode), lookups.program(mode)])
  const website = siteUrl ?? deps.publicUrl
  return { key: `co_${program}`, name: new URL(website).hostname.replace(/^www\./, ''), website }
}
