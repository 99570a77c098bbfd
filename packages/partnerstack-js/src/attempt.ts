// The script runs in other people's pages, and must not break one.

/**
 * Runs what may fail through no fault of ours: cookies that a sandboxed frame forbids, objects that the page froze, a
 * page's own callback. Answers undefined where it did.
 */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    // Nothing to be done: the answer says so.
  }
  return undefined
}
