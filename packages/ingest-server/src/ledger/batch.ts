/**
 * Group commit: whatever waits is taken as one batch. A lone request never waits for company, a crowd shares one sync.
 */
export interface BatchOptions<In, Out> {
  /** Works a batch; answers in order. */
  work(batch: In[]): Promise<Out[]>
  readonly maxBatch: number
  /** Batches under way at once. */
  readonly inFlight: number
}

interface Waiting<In, Out> {
  readonly input: In
  resolve(output: Out): void
  reject(error: unknown): void
}

export interface Batcher<In, Out> {
  add(input: In): Promise<Out>
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>
}

export function batcher<In, Out>({ work, maxBatch, inFlight }: BatchOptions<In, Out>): Batcher<In, Out> {
  const queue: Waiting<In, Out>[] = []
  let idlers: (() => void)[] = []
  let running = 0
  let scheduled = false

  const schedule = (): void => {
    if (scheduled || running >= inFlight || queue.length === 0) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      void run()
    })
  }
  const run = async (): Promise<void> => {
    const taken = queue.splice(0, maxBatch)
    if (taken.length === 0) return
    running++
    schedule()
    try {
      const outputs = await work(taken.map(({ input }) => input))
      taken.forEach(({ resolve }, index) => resolve(outputs[index] as Out))
    } catch (error) {
      for (const { reject } of taken) reject(error)
    } finally {
      running--
      schedule()
      if (running === 0 && queue.length === 0) {
        for (const done of idlers) done()
        idlers = []
      }
    }
  }
  return {
    add: (input) =>
      new Promise((resolve, reject) => {
        queue.push({ input, resolve, reject })
        schedule()
      }),
    idle: () =>
      running === 0 && queue.length === 0 ? Promise.resolve() : new Promise((resolve) => idlers.push(resolve)),
  }
}
