/** A short memory in front of a read that hot routes repeat. What was changed elsewhere holds again after `ttl`. */

export interface CacheOptions {
  /** A clock that nobody sets: how long a value is held must not depend on what time of day it is. */
  readonly elapsed: () => number
  /** Half of the two seconds within which a change must hold everywhere. */
  readonly ttl?: number
  readonly max?: number
  /** Where given, the last known value stands in for a read that fails, and the failure is told here. */
  readonly onFailure?: (error: unknown) => void
}

/** Callers at the same moment share one read. What is not there is not remembered, so it is found once it is. */
export function cached<V>(
  read: (key: string) => Promise<V | null>,
  { elapsed, ttl = 1000, max = 1000, onFailure }: CacheOptions,
): (key: string) => Promise<V | null> {
  const memory = new Map<string, { readonly value: Promise<V | null>; readonly until: number }>()

  const readAnew = async (key: string, last: Promise<V | null> | undefined): Promise<V | null> => {
    try {
      const value = await read(key)
      if (value === null) memory.delete(key)
      return value
    } catch (error) {
      memory.delete(key)
      if (!onFailure || !last) throw error
      onFailure(error)
      const value = await last
      memory.set(key, { value: Promise.resolve(value), until: elapsed() + ttl })
      return value
    }
  }

  return (key) => {
    const found = memory.get(key)
    if (found && found.until > elapsed()) return found.value
    const value = readAnew(key, found?.value)
    memory.delete(key)
    memory.set(key, { value, until: elapsed() + ttl })
    if (memory.size > max) memory.delete(memory.keys().next().value!)
    return value
  }
}
