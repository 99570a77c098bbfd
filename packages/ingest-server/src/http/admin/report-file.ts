/** A report of the Testing Suite as one page: to be sent to others, printed, and read without anything else. */
import type { Mode } from '../../facts.ts'
import { element, type Html } from '../docs/html.ts'
import type { TestReport } from './operations/test-reports.ts'

const STYLE = `
:root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; margin: 0; overflow-wrap: anywhere }
p { margin: .25rem 0 } small, .quiet { opacity: .75 }
ol { list-style: none; margin: 1.5rem 0; padding: 0 }
li { border: 1px solid color-mix(in srgb, CanvasText 20%, Canvas); border-radius: .5rem; padding: .75rem 1rem; margin: .5rem 0; break-inside: avoid; overflow-wrap: anywhere }
h2 { font-size: 1rem; margin: 0 }
.done { border-left: .375rem solid #2f9e44 } .problem { border-left: .375rem solid #e03131 } .waiting { border-left: .375rem solid #868e96 }
`
const STATES = { done: 'Done', waiting: 'Waiting', problem: 'Problem' } as const

const utc = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`

const step = ({ step: number, name, state, at, told, change }: TestReport['items'][number]): Html =>
  element(
    'li',
    { class: state },
    element('h2', {}, `${number}. ${name}: ${STATES[state]}`),
    element('p', {}, told),
    ...(change === null ? [] : [element('p', {}, element('strong', {}, 'To change: '), change)]),
    ...(at === null ? [] : [element('small', {}, utc(at))]),
  )

export function reportFile(
  report: TestReport,
  { mode, publicUrl }: { readonly mode: Mode; readonly publicUrl: string },
): string {
  const count = report.items.filter(({ state }) => state === 'done').length
  const page = element(
    'html',
    { lang: 'en' },
    element(
      'head',
      {},
      { html: '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">' },
      element('title', {}, `${report.name} · Testing report`),
      { html: `<style>${STYLE}</style>` },
    ),
    element(
      'body',
      {},
      element('h1', {}, report.name),
      element('p', {}, `${count} of ${report.items.length} steps done, in ${mode} mode of ${publicUrl}`),
      element('p', { class: 'quiet' }, `What came from ${utc(report.since)} to ${utc(report.at)}`),
      element('ol', {}, ...report.items.map(step)),
    ),
  )
  return `<!doctype html>\n${page.html}\n`
}
