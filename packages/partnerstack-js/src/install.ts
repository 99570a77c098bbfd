// Puts the object where pages look for it, and takes over what they asked for before it was there.
import { attempt } from './attempt.ts'
import type { Growsumo, Options } from './members.ts'

/**
 * Makes `mine` the page's under both names. If an earlier copy of this script left its object there, that one stays,
 * with what the page has told it since. Anything else in our place is replaced; of a stub (known by its queue) the
 * data and the calls are kept, and are replayed at once if they name the public key.
 * @returns The object that is there now.
 */
export function install(mine: Growsumo): Growsumo {
  const standing = attempt(() => window.growsumo || window.partnerstack)
  const ours = attempt(() => standing && standing._v && standing)
  attempt(() => (window.growsumo = window.partnerstack = ours || mine))
  if (ours) return ours
  // Asked first, because an error costs a page more than all the rest of this script.
  if (standing) {
    attempt(() => {
      const initialize = standing.q.find((call) => call[0] === '_initialize')
      mine.q = standing.q
      mine.data = standing.data || mine.data
      if (initialize) mine._initialize(initialize[1] as string, initialize[2] as Options)
    })
  }
  return mine
}
