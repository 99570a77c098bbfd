/** From what several processes counted to the text that Prometheus reads. */
import { Registry, type Metric } from 'prom-client'
import type { Told } from './meter.ts'

export const CONTENT_TYPE = Registry.PROMETHEUS_CONTENT_TYPE

/** Values of one name stand together, as the format wants it; who counted them is among their labels. */
export function exposition(told: readonly (readonly Told[])[]): Promise<string> {
  const registry = new Registry()
  for (const [, same] of Map.groupBy(told.flat(), ({ name }) => name)) {
    // What Node has not measured yet is no number, and no figure either.
    const values = same.flatMap((metric) => metric.values).filter(({ value }) => !Number.isNaN(value))
    const together = { ...same[0], values }
    registry.registerMetric({ name: together.name, get: async () => together } as unknown as Metric)
  }
  return registry.metrics()
}
