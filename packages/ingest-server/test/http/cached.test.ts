import { describe, expect, it } from 'vitest'
import { cached } from '../../src/http/cached.ts'

function setup({ max, onFailure }: { max?: number; onFailure?: (error: unknown) => void } = {}) {
  const world = { time: 0, reads: [] as string[], values: new Map<string, number>(), fails: false }
  const read = async (key: string): Promise<number | null> => {
    world.reads.push(key)
    if (world.fails) throw new Error('no disk')
    return world.values.get(key) ?? null
  }
  const options = { elapsed: () => world.time, ...(max && { max }), ...(onFailure && { onFailure }) }
  return { world, get: cached(read, options) }
}

describe('a remembered read', () => {
  it('is read once a second', async () => {
    const { world, get } = setup()
    world.values.set('a', 1)
    expect([await get('a'), await get('a')]).toEqual([1, 1])
    world.time = 999
    await get('a')
    expect(world.reads).toEqual(['a'])
    world.values.set('a', 2)
    world.time = 1000
    expect([await get('a'), world.reads.length]).toEqual([2, 2])
  })

  it('is shared by all who ask at the same moment', async () => {
    const { world, get } = setup()
    world.values.set('a', 1)
    expect(await Promise.all([get('a'), get('a'), get('a')])).toEqual([1, 1, 1])
    expect(world.reads).toEqual(['a'])
  })

  it('is not remembered where there was nothing', async () => {
    const { world, get } = setup()
    expect(await get('a')).toBeNull()
    world.values.set('a', 1)
    expect(await get('a')).toBe(1)
  })

  it('takes no more room than it is given; the oldest goes', async () => {
    const { world, get } = setup({ max: 2 })
    for (const key of ['a', 'b', 'c']) {
      world.values.set(key, 1)
      await get(key)
    }
    world.reads.length = 0
    for (const key of ['c', 'b', 'a']) await get(key)
    expect(world.reads).toEqual(['a'])
  })

  it('fails where reading fails, and tries again at the next call', async () => {
    const { world, get } = setup()
    world.fails = true
    await expect(get('a')).rejects.toThrow('no disk')
    world.fails = false
    world.values.set('a', 1)
    expect(await get('a')).toBe(1)
  })

  it('goes on with the last value where it may, and tells of it', async () => {
    const told: unknown[] = []
    const { world, get } = setup({ onFailure: (error) => told.push(error) })
    world.values.set('a', 1)
    await get('a')
    world.fails = true
    for (world.time = 1000; world.time < 5000; world.time += 1000) expect(await get('a')).toBe(1)
    expect(told).toHaveLength(4)
    await expect(get('never seen')).rejects.toThrow('no disk')
  })

  it('never goes on with a value that is gone', async () => {
    const { world, get } = setup({ onFailure: () => {} })
    world.values.set('a', 1)
    await get('a')
    world.values.clear()
    world.time = 1000
    expect(await get('a')).toBeNull()
  })
})
