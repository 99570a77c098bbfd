/**
 * The load as a plain program makes it: Node's own `fetch`, each request made and signed as it is sent. It takes several times
 * the processor time of `autocannon` with requests made beforehand, from both sides of a ratio alike: the ceiling is lower.
 */
import { latencies } from './latencies.ts'
import type { Load, Measured } from './load.ts'
import { requests } from './requests.ts'

export async function measureFetch(load: Load): Promise<Measured> {
  const { origin, surface, target, run, connections, seconds } = load
  const next = requests(surface, target, run)
  const took = latencies()
  let [made, answered, failed] = [0, 0, 0]
  const before = process.cpuUsage()
  const began = performance.now()
  const end = began + seconds * 1_000

  const oneAfterAnother = async (): Promise<void> => {
    while (performance.now() < end) {
      const sent = performance.now()
      const { path, ...request } = next(made++)
      const response = await fetch(origin + path, { ...request, redirect: 'manual' })
      await response.arrayBuffer()
      took.add(performance.now() - sent)
      if (response.status < 400) answered++
      else failed++
    }
  }
  await Promise.all(Array.from({ length: connections }, oneAfterAnother))

  const { user, system } = process.cpuUsage(before)
  return {
    rate: (answered * 1_000) / (performance.now() - began),
    ...{ p50: took.percentile(0.5), p99: took.percentile(0.99), answered, failed },
    cpu: Math.round((user + system) / answered),
  }
}
