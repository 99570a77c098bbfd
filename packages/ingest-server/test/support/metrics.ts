/** Prometheus' text, read as strictly as Prometheus reads it. */

export interface Sample {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

const LINE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (-?[\d.e+-]+|NaN|[+-]?Inf)$/
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"(?:,|$)/gy

function labelsOf(text: string): Record<string, string> {
  const labels: Record<string, string> = {}
  LABEL.lastIndex = 0
  for (let end = 0; end < text.length; end = LABEL.lastIndex) {
    const found = LABEL.exec(text)
    if (!found) throw new Error(`labels that cannot be read: ${text}`)
    labels[found[1] ?? ''] = found[2] ?? ''
  }
  return labels
}

/** Throws where a line does not fit, a metric has no type, or its lines do not stand together. */
export function readMetrics(text: string): Sample[] {
  const samples: Sample[] = []
  const ended = new Set<string>()
  let family: string | null = null
  for (const line of text.split('\n').filter(Boolean)) {
    const type = /^# TYPE (\S+) (?:counter|gauge|histogram|summary)$/.exec(line)
    if (type) {
      family = type[1] ?? ''
      if (ended.has(family)) throw new Error(`${family} stands in two places`)
      ended.add(family)
    }
    if (line.startsWith('#')) continue
    const [, name = '', labels = '', value] = LINE.exec(line) ?? []
    if (name === '') throw new Error(`a line that cannot be read: ${line}`)
    if (family === null || !name.startsWith(family)) throw new Error(`${name} has no type`)
    samples.push({ name, labels: labelsOf(labels), value: Number(value) })
  }
  return samples
}
