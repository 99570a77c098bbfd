/** What the runners' reports say: how many passed, which failed and why, and which files took longest. */

export interface Report {
  readonly passed: number
  readonly failed: number
  /** One paragraph a failure: where it is, and what was said. */
  readonly failures: readonly string[]
  /** Seconds a file took, the longest first. */
  readonly files: readonly { readonly name: string; readonly seconds: number }[]
}

/** The parts of Vitest's JSON report that are read here. */
interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly startTime: number
    readonly endTime: number
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages: readonly string[] | null
    }[]
  }[]
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs?: readonly {
    readonly title: string
    readonly file: string
    readonly tests: readonly {
      readonly projectName: string
      readonly status: string
      readonly results: readonly {
        readonly duration: number
        readonly errors: readonly { readonly message?: string }[]
      }[]
    }[]
  }[]
}

/** The parts of Playwright's JSON report that are read here. */
interface PlaywrightReport extends PlaywrightSuite {
  readonly stats: { readonly expected: number; readonly flaky: number; readonly unexpected: number }
  readonly errors?: readonly { readonly message?: string }[]
}

/** A file that could not be read as tests counts as one that failed, as Vitest itself counts none of it. */
export function readVitest(report: VitestReport): Report {
  const failures = report.testResults.flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed')
    if (failed.length === 0) return file.status === 'failed' ? [paragraph(file.name, file.message)] : []
    return failed.map((one) => paragraph(`${file.name} › ${one.fullName}`, (one.failureMessages ?? []).join('\n')))
  })
  const files = report.testResults.map(({ name, startTime, endTime }) => ({
    name,
    seconds: (endTime - startTime) / 1000,
  }))
  return {
    passed: report.numPassedTests,
    failed: Math.max(report.numFailedTests, failures.length),
    failures,
    files: longestFirst(files),
  }
}

export function readPlaywright(report: PlaywrightReport): Report {
  const specs = allSpecs(report)
  const seconds = new Map<string, number>()
  const failures = (report.errors ?? []).map(({ message }) => paragraph('the browser tests', message ?? ''))
  for (const spec of specs) {
    for (const test of spec.tests) {
      const took = test.results.reduce((sum, { duration }) => sum + duration, 0) / 1000
      const name = `${spec.file} [${test.projectName}]`
      seconds.set(name, (seconds.get(name) ?? 0) + took)
      if (test.status !== 'unexpected') continue
      const errors = test.results.flatMap((result) => result.errors.map(({ message }) => message ?? ''))
      failures.push(paragraph(`${name} › ${spec.title}`, errors.join('\n')))
    }
  }
  const { expected, flaky, unexpected } = report.stats
  return {
    passed: expected + flaky,
    failed: Math.max(unexpected, failures.length),
    failures,
    files: longestFirst([...seconds].map(([name, took]) => ({ name, seconds: took }))),
  }
}

function allSpecs(suite: PlaywrightSuite): NonNullable<PlaywrightSuite['specs']> {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(allSpecs)]
}

function longestFirst(files: Report['files'][number][]): Report['files'] {
  return files.sort((a, b) => b.seconds - a.seconds)
}

/** What failed and what was said of it, short enough that a list of them can be read. */
function paragraph(where: string, said: string): string {
  // eslint-disable-next-line no-control-regex -- the runners colour what they say
  const lines = said.replace(/\u001b\[[0-9;]*m/g, '').split('\n')
  return [where, ...lines.slice(0, 12).map((line) => `    ${line}`)].join('\n').trimEnd()
}
