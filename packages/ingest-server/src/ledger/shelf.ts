/**
 * Rows of one kind while a batch is decided: found by key and by indexes, written with `put`, taken back by `undo`.
 * Rows are never changed in place, so undoing is putting the former one back.
 */
export interface Shelf<Row> {
  get(key: string): Row | undefined
  /** Rows whose index gives this value, oldest written first. */
  by(index: string, value: string): Row[]
  all(): Row[]
  /** Made in this batch: nothing that hangs on it can be in the store. */
  isNew(key: string): boolean
  /** A row as loaded: known, not a change. */
  learn(row: Row): void
  put(row: Row): void
  remove(row: Row): void
  /** A point to `undo` to, or to look back to. */
  mark(): number
  undo(mark: number): void
  /** What was put or removed since the mark, each row once: as it was then, and as it is. */
  since(mark: number): Change<Row>[]
  /** Rows to write, and loaded rows to remove. */
  changes(): { readonly put: Row[]; readonly removed: Row[] }
}

export interface Change<Row> {
  readonly before: Row | undefined
  readonly after: Row | undefined
}

export interface ShelfOptions<Row> {
  key(row: Row): string
  /** Null: not in this index. */
  readonly indexes?: Readonly<Record<string, (row: Row) => string | null>>
}

export function shelf<Row>({ key, indexes = {} }: ShelfOptions<Row>): Shelf<Row> {
  const rows = new Map<string, Row>()
  const loaded = new Map<string, Row>()
  const dirty = new Set<string>()
  const found = Object.entries(indexes).map(([name, valueOf]) => ({ name, valueOf, keys: places() }))
  const index = new Map(found.map(({ name, keys }) => [name, keys]))
  const log: { readonly key: string; readonly former: Row | undefined; readonly wasDirty: boolean }[] = []

  const place = (id: string, row: Row | undefined): void => {
    const former = rows.get(id)
    for (const { valueOf, keys } of found) {
      const from = former === undefined ? null : valueOf(former)
      const to = row === undefined ? null : valueOf(row)
      if (from === to) continue
      if (from !== null) keys.remove(from, id)
      if (to !== null) keys.add(to, id)
    }
    if (row === undefined) rows.delete(id)
    else rows.set(id, row)
  }
  const change = (id: string, row: Row | undefined): void => {
    log.push({ key: id, former: rows.get(id), wasDirty: dirty.has(id) })
    place(id, row)
    dirty.add(id)
  }
  return {
    get: (id) => rows.get(id),
    all: () => [...rows.values()],
    isNew: (id) => rows.has(id) && !loaded.has(id),
    by(name, value) {
      const named: Row[] = []
      for (const id of index.get(name)?.of(value) ?? []) {
        const row = rows.get(id)
        if (row !== undefined) named.push(row)
      }
      return named
    },
    learn(row) {
      const id = key(row)
      if (rows.has(id) || dirty.has(id)) return
      loaded.set(id, row)
      place(id, row)
    },
    put: (row) => change(key(row), row),
    remove: (row) => change(key(row), undefined),
    mark: () => log.length,
    undo(mark) {
      for (const { key: id, former, wasDirty } of log.splice(mark).reverse()) {
        place(id, former)
        if (!wasDirty) dirty.delete(id)
      }
    },
    since(mark) {
      if (mark === log.length) return []
      const [only, another] = log.slice(mark, mark + 2)
      if (only && !another) return [{ before: only.former, after: rows.get(only.key) }]
      const first = new Map<string, Row | undefined>()
      for (const { key: id, former } of log.slice(mark)) if (!first.has(id)) first.set(id, former)
      return [...first].map(([id, before]) => ({ before, after: rows.get(id) }))
    },
    changes() {
      const put = [...dirty].flatMap((id) => rows.get(id) ?? [])
      const removed = [...dirty].flatMap((id) => (rows.has(id) ? [] : (loaded.get(id) ?? [])))
      return { put, removed }
    },
  }
}

/** Which rows have a value. Nearly always it is one, and no set is made for it: a batch has thousands of such values. */
function places() {
  const ids = new Map<string, string | Set<string>>()
  return {
    add(value: string, id: string): void {
      const beside = ids.get(value)
      if (beside === undefined) ids.set(value, id)
      else if (typeof beside !== 'string') beside.add(id)
      else if (beside !== id) ids.set(value, new Set([beside, id]))
    },
    remove(value: string, id: string): void {
      const known = ids.get(value)
      if (known === id) ids.delete(value)
      else if (typeof known === 'object') known.delete(id)
    },
    /** Oldest written first. */
    of(value: string): Iterable<string> {
      const known = ids.get(value)
      if (known === undefined) return []
      return typeof known === 'string' ? [known] : known
    },
  }
}
