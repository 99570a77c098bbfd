/** What a server's processes hold of the machine's memory, over time. */
import { readFileSync } from 'node:fs'

export interface MemorySample {
  /** Seconds since the first. */
  readonly at: number
  readonly megabytes: number
}

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // it has ended just now
  }
}
const residentOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1_024
const childrenOf = (pid: number): number[] =>
  read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)

export function sampleMemory(pid: () => number, everyMs: number): { stop(): MemorySample[] } {
  const began = performance.now()
  const samples: MemorySample[] = []
  const timer = setInterval(() => {
    const megabytes = [pid(), ...childrenOf(pid())].reduce((sum, one) => sum + residentOf(one), 0)
    samples.push({ at: (performance.now() - began) / 1_000, megabytes })
  }, everyMs)
  return {
    stop() {
      clearInterval(timer)
      return samples
    },
  }
}

/** By least squares, megabytes a minute. */
export function slopeOf(samples: readonly MemorySample[]): number {
  const mean = (of: (sample: MemorySample) => number): number =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length
  const [at, held] = [mean((sample) => sample.at), mean((sample) => sample.megabytes)]
  const along = samples.reduce((sum, sample) => sum + (sample.at - at) * (sample.megabytes - held), 0)
  const across = samples.reduce((sum, sample) => sum + (sample.at - at) ** 2, 0)
  return across === 0 ? 0 : (along / across) * 60
}
