/**
 * Group commit: whatever waits is taken as one batch. A lone request never waits for company, a crowd shares one sync.
 */
export interface BatchOptions<In, Out> {
  /** Works a batch; answers in order. */
  work(batch: In[]): Promise<Out[]>
  readonly maxBatch: number
  /** What takes long goes by itself and one at a time, so that nobody waits for more than one of it; in turns with the others. */
  isLong?(input: In): boolean
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

export function batcher<In, Out>({
  work,
  maxBatch,
  inFlight,
  isLong = () => false,
}: BatchOptions<In, Out>): Batcher<In, Out> {
  const queue: Waiting<In, Out>[] = []
  const long: Waiting<In, Out>[] = []
  let wasLong = true
  let longRunning = false
  let idlers: (() => void)[] = []
  let running = 0
  let scheduled = false

  const isEmpty = (): boolean => queue.length === 0 && long.length === 0
  const canTake = (): boolean => running < inFlight && (queue.length > 0 || (long.length > 0 && !longRunning))
  const next = (): Waiting<In, Out>[] => {
    wasLong = !longRunning && (queue.length === 0 || (long.length > 0 && !wasLong))
    return wasLong ? long.splice(0, 1) : queue.splice(0, maxBatch)
  }
  const schedule = (): void => {
    if (scheduled || !canTake()) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      void run()
    })
  }
  const run = async (): Promise<void> => {
    const taken = next()
    if (taken.length === 0) return
    const isLongOne = wasLong
    longRunning ||= isLongOne
    running++
    schedule()
    try {
      const outputs = await work(taken.map(({ input }) => input))
      taken.forEach(({ resolve }, index) => resolve(outputs[index] as Out))
    } catch (error) {
      for (const { reject } of taken) reject(error)
    } finally {
      running--
      if (isLongOne) longRunning = false
      schedule()
      if (running === 0 && isEmpty()) {
        for (const done of idlers) done()
        idlers = []
      }
    }
  }
  return {
    add: (input) =>
      new Promise((resolve, reject) => {
        const waiting = isLong(input) ? long : queue
        waiting.push({ input, resolve, reject })
        schedule()
      }),
    idle: () => (running === 0 && isEmpty() ? Promise.resolve() : new Promise((resolve) => idlers.push(resolve))),
  }
}
