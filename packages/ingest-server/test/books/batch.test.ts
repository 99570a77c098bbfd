/** Who is committed with whom, and in which order. */
import { describe, expect, it } from 'vitest'
import { batcher } from '../../src/ledger/batch.ts'

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A batcher whose batches are seen, and end when they are told to. */
function open(
  options: { readonly maxBatch?: number; readonly inFlight?: number; isLong?(input: number): boolean } = {},
) {
  const batches: number[][] = []
  const gates: (() => void)[] = []
  const queue = batcher<number, string>({
    maxBatch: options.maxBatch ?? 128,
    inFlight: options.inFlight ?? 1,
    ...(options.isLong && { isLong: options.isLong }),
    async work(batch) {
      batches.push(batch)
      await new Promise<void>((resolve) => gates.push(resolve))
      if (batch.includes(13)) throw new Error('thirteen')
      return batch.map((n) => `did ${n}`)
    },
  })
  return { queue, batches, finish: () => gates.shift()?.() }
}

describe('group commit', () => {
  it('takes a lone request at the next turn, without waiting for company', async () => {
    const { queue, batches, finish } = open()
    const answer = queue.add(1)
    await tick()
    expect(batches).toEqual([[1]])
    finish()
    expect(await answer).toBe('did 1')
  })

  it('takes everything that arrived meanwhile as one batch, in order', async () => {
    const { queue, batches, finish } = open()
    const answers = [queue.add(1)]
    await tick()
    answers.push(queue.add(2), queue.add(3), queue.add(4))
    await tick()
    expect(batches).toEqual([[1]])
    finish()
    await tick()
    await tick()
    expect(batches).toEqual([[1], [2, 3, 4]])
    finish()
    expect(await Promise.all(answers)).toEqual(['did 1', 'did 2', 'did 3', 'did 4'])
  })

  it.each<[string, number[], number[][]]>([
    ['behind who came later', [100, 1, 2], [[1, 2], [100]]],
    ['one after the other where nobody else waits', [100, 101], [[100], [101]]],
    ['in turns with the others, so that neither waits for ever', [100, 101, 1, 2, 3], [[1, 2], [100], [3], [101]]],
  ])('takes what is long by itself, %s', async (_how, inputs, expected) => {
    const { queue, batches, finish } = open({ maxBatch: 2, isLong: (input) => input >= 100 })
    const all = Promise.all(inputs.map((n) => queue.add(n)))
    for (let turn = 0; turn < 12; turn++) {
      await tick()
      finish()
    }
    expect(await all).toEqual(inputs.map((n) => `did ${n}`))
    expect(batches).toEqual(expected)
  })

  it('takes what is long one at a time, whatever else may be under way', async () => {
    const { queue, batches, finish } = open({ inFlight: 2, isLong: (input) => input >= 100 })
    const all = Promise.all([100, 101, 102].map((n) => queue.add(n)))
    await tick()
    await tick()
    expect(batches).toEqual([[100]])
    const others = queue.add(1)
    await tick()
    expect(batches).toEqual([[100], [1]])
    for (let turn = 0; turn < 12; turn++) {
      await tick()
      finish()
    }
    await Promise.all([all, others])
    expect(batches).toEqual([[100], [1], [101], [102]])
    await queue.idle()
  })

  it.each([
    [1, [[1], [2], [3]]],
    [2, [[1, 2], [3]]],
    [128, [[1, 2, 3]]],
  ])('takes at most %d at a time', async (maxBatch, expected) => {
    const { queue, batches, finish } = open({ maxBatch })
    const all = Promise.all([1, 2, 3].map((n) => queue.add(n)))
    for (let turn = 0; turn < 8; turn++) {
      await tick()
      finish()
    }
    await all
    expect(batches).toEqual(expected)
  })

  it.each([
    [1, 1],
    [3, 3],
  ])('has at most %d batches under way', async (inFlight, under) => {
    const { queue, batches, finish } = open({ maxBatch: 1, inFlight })
    const all = Promise.all([1, 2, 3, 4, 5].map((n) => queue.add(n)))
    for (let turn = 0; turn < 6; turn++) await tick()
    expect(batches).toHaveLength(under)
    for (let turn = 0; turn < 12; turn++) {
      finish()
      await tick()
    }
    expect(await all).toHaveLength(5)
  })

  it('fails those of a failing batch, and goes on with the next', async () => {
    const { queue, finish } = open()
    const bad = Promise.allSettled([queue.add(13), queue.add(1)])
    await tick()
    const good = queue.add(2)
    finish()
    expect((await bad).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await tick()
    finish()
    expect(await good).toBe('did 2')
  })

  it('is idle when nothing is waiting or under way, and not before', async () => {
    const { queue, finish } = open()
    await queue.idle()
    const answer = queue.add(1)
    let idle = false
    const done = queue.idle().then(() => (idle = true))
    await tick()
    expect(idle).toBe(false)
    finish()
    await answer
    await done
    expect(idle).toBe(true)
  })

  it.each<[what: string, inFlight: number, after: number]>([
    ['nothing waits, and a batch is under way', 1, 0],
    ['a batch has ended, and the next is waiting', 1, 1],
    ['a batch has ended, and another is under way', 2, 1],
  ])('is not idle while %s', async (_what, inFlight, after) => {
    const { queue, finish } = open({ maxBatch: 1, inFlight })
    const answers = Promise.all(Array.from({ length: after + 1 }, (_, n) => queue.add(n)))
    for (let turn = 0; turn < 3; turn++) await tick()
    let idle = 0
    const done = Promise.all([1, 2].map(() => queue.idle().then(() => idle++)))
    for (let ended = 0; ended < after; ended++) finish()
    for (let turn = 0; turn < 3; turn++) await tick()
    expect(idle).toBe(0)
    finish()
    await answers
    await done
    expect(idle).toBe(2)
  })
})
