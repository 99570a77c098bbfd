/** What deploy/ has for Prometheus and Grafana, held against what /metrics tells: every name asked for is there, and every one of ours is asked for. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exposition } from '../../src/metrics/exposition.ts'
import { createInstallation } from '../../src/metrics/installation.ts'
import { createMeter } from '../../src/metrics/meter.ts'
import { openBooks } from '../../src/open-books.ts'
import { newSchema, type TestSchema } from '../support/postgres.ts'

const deployed = (name: string): Promise<string> =>
  readFile(new URL(`../../../../deploy/${name}`, import.meta.url), 'utf8')

interface Panel {
  readonly title: string
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  readonly targets?: readonly { readonly expr: string }[]
}
interface Dashboard {
  readonly panels: readonly Panel[]
  readonly annotations: { readonly list: readonly { readonly expr: string }[] }
}

/** Metrics and the labels that are asked of them. A histogram's parts are asked for by names of their own. */
function askedIn(expression: string): { readonly name: string; readonly labels: readonly string[] }[] {
  return [...expression.matchAll(/\b((?:ingest|process|nodejs)_\w+)(?:\{([^}]*)\})?/g)].map(
    ([, name = '', labels]) => ({
      name: name.replace(/_(?:bucket|sum|count)$/, ''),
      labels: [...(labels ?? '').matchAll(/(\w+)=~?"/g)].flatMap(([, label = '']) => (label === 'job' ? [] : [label])),
    }),
  )
}

let folder: string
let schema: TestSchema
/** Every metric of a server on either database, with its labels. */
const told = new Map<string, Set<string>>()
let dashboard: Dashboard
let alerts: string

async function collect(database: { readonly file: string } | { readonly url: string }): Promise<void> {
  const onError = (error: unknown): never => expect.unreachable(String(error))
  const books = await openBooks({ ...database, now: Date.now, onBug: onError })
  const meter = createMeter({ worker: 1, process: true, connections: () => books.connections() })
  meter.request()('links', '302', 0.01)
  meter.delivery('stripe', 'production', 'applied')
  const clock = { now: Date.now, elapsed: () => performance.now() }
  const text = await exposition([
    (await meter.read()) as never,
    await createInstallation({ books, ...clock, onError }).read(),
  ])
  for (const [, name = ''] of text.matchAll(/^# TYPE (\S+)/gm)) told.set(name, told.get(name) ?? new Set())
  for (const [, name = '', labels = ''] of text.matchAll(/^(\w+)\{([^}]*)\}/gm)) {
    const known = told.get(name) ?? told.get(name.replace(/_(?:bucket|sum|count)$/, ''))
    for (const [, label = ''] of labels.matchAll(/(\w+)="/g)) known?.add(label)
  }
  await books.close()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watched-'))
  schema = await newSchema()
  await collect({ file: join(folder, 'books.db') })
  await collect({ url: schema.url })
  dashboard = JSON.parse(await deployed('grafana.json')) as Dashboard
  alerts = await deployed('alerts.yaml')
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await schema.drop()
})

const expressions = (): string[] => [
  ...dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
  ...dashboard.annotations.list.map(({ expr }) => expr),
]
const rules = (): string[] => [...alerts.matchAll(/^ +expr: (.+)$/gm)].map(([, expr = '']) => expr)

describe('deploy/grafana.json', () => {
  it('asks for every metric of ours', () => {
    const asked = new Set(expressions().flatMap((expr) => askedIn(expr).map(({ name }) => name)))
    expect([...told.keys()].filter((name) => name.startsWith('ingest_') && !asked.has(name))).toEqual([])
    expect(asked.size).toBeGreaterThan(20)
  })

  it('keeps to one job in every question, and puts no panel over another', () => {
    const loose = expressions().filter(
      (expr) => [...expr.matchAll(/\b(?:ingest|process|nodejs)_\w+/g)].length !== expr.split('job="$job"').length - 1,
    )
    expect(loose).toEqual([])
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, n) => `${x + (n % w)}:${y + Math.floor(n / w)}`),
    )
    expect(new Set(cells).size).toBe(cells.length)
  })
})

describe.each([
  ['grafana.json', expressions],
  ['alerts.yaml', rules],
])('deploy/%s', (_file, all) => {
  it('asks for nothing that is not told, and by no label that it does not have', () => {
    const wrong = all().flatMap((expr) =>
      askedIn(expr).filter(
        ({ name, labels }) => labels.some((label) => !told.get(name)?.has(label)) || !told.has(name),
      ),
    )
    expect(wrong).toEqual([])
    expect(all().length).toBeGreaterThan(5)
  })
})
