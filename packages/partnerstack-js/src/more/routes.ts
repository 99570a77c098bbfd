// Pages that change their address without being loaded anew.
import { attempt } from '../attempt.ts'

/** Calls `onReferral` when a new query has come by the history API, or by going back and forth in it. */
export function watchRoutes(onReferral: () => void): void {
  const seen = new Set([location.search])

  function look(): void {
    if (seen.has(location.search)) return // Going back to where a partner led is no second click.
    seen.add(location.search)
    onReferral()
  }

  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name]
    history[name] = function (...args) {
      original.apply(this, args)
      attempt(look)
    }
  }
  addEventListener('popstate', look)
}
