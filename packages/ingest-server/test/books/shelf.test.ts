import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shelf } from '../../src/ledger/shelf.ts'

interface Book {
  readonly key: string
  readonly colour: string | null
}
const open = () => shelf<Book>({ key: ({ key }) => key, indexes: { colour: ({ colour }) => colour } })
const red: Book = { key: 'a', colour: 'red' }

describe('a shelf', () => {
  it('finds rows by key and by index, as loaded and as changed', () => {
    const rows = open()
    rows.learn(red)
    rows.put({ key: 'b', colour: 'red' })
    rows.put({ key: 'a', colour: 'blue' })
    expect(rows.get('a')).toEqual({ key: 'a', colour: 'blue' })
    expect(rows.by('colour', 'red').map(({ key }) => key)).toEqual(['b'])
    expect(rows.by('colour', 'green')).toEqual([])
  })

  it('writes what was put, removes what was loaded and removed, and nothing that was only learnt', () => {
    const rows = open()
    rows.learn(red)
    rows.learn({ key: 'c', colour: null })
    rows.put({ key: 'b', colour: null })
    rows.remove(red)
    expect(rows.changes()).toEqual({ put: [{ key: 'b', colour: null }], removed: [red] })
  })

  it('forgets a row that was put and removed again', () => {
    const rows = open()
    rows.put(red)
    rows.remove(red)
    expect(rows.changes()).toEqual({ put: [], removed: [] })
  })

  it('does not learn over what a fact has changed or removed', () => {
    const rows = open()
    rows.learn(red)
    rows.put({ key: 'a', colour: 'blue' })
    rows.learn(red)
    expect(rows.get('a')?.colour).toBe('blue')
    rows.remove(red)
    rows.learn(red)
    expect(rows.get('a')).toBeUndefined()
  })

  it('is after undo exactly as it was at the mark, whatever was done in between', () => {
    const row = fc.record({ key: fc.constantFrom('a', 'b', 'c'), colour: fc.constantFrom('red', 'blue', null) })
    const step = fc.tuple(fc.constantFrom('put', 'remove'), row)
    fc.assert(
      fc.property(fc.array(row), fc.array(step), fc.array(step), (loaded, before, after) => {
        const rows = open()
        const view = (): unknown => [
          ['a', 'b', 'c'].map((key) => rows.get(key)),
          ['red', 'blue'].map((colour) =>
            rows
              .by('colour', colour)
              .map(({ key }) => key)
              .sort(),
          ),
          rows.changes(),
        ]
        for (const one of loaded) rows.learn(one)
        for (const [act, one] of before) rows[act as 'put'](one)
        const then = JSON.stringify(view())
        const mark = rows.mark()
        for (const [act, one] of after) rows[act as 'put'](one)
        rows.undo(mark)
        expect(JSON.stringify(view())).toBe(then)
      }),
    )
  })
})
