/** The threat model names for each threat the test that tries it: each is there, and no kind of threat is left out. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

/** What somebody who reads it looks for. */
const THREATS = [
  ...[
    'forged sign-up',
    'forged payment',
    'platform impersonator',
    'replayed webhook',
    'guessed address',
    'self-referral',
  ],
  ...[
    'stuffed cookies',
    'stolen API key',
    'stolen partner token',
    'made-up partner link',
    'another mode',
    'repeated call',
  ],
  ...['guessed password', 'CSRF', 'session fixation', 'stolen session', 'cross-origin reading', 'timing', 'probing'],
  ...['claimed address', 'open figures', 'XSS via names', 'clickjacking', 'CSV injection', 'SSRF', 'open redirect'],
  ...[
    'forged Host',
    'header injection',
    'SQL injection',
    'log injection',
    'path traversal',
    'size',
    'slow-loris',
    'flood',
  ],
  ...['packed and nested bodies', 'malformed requests', 'prototype pollution', 'failing endpoint', 'secrets at rest'],
  ...['old key', 'personal data', 'addresses', 'unseen act', 'supply chain'],
]

interface Line {
  readonly threat: string
  readonly stops: string
  readonly tests: readonly (readonly [file: string, title: string])[]
}

const lines: Line[] = read('../../../docs/security.md')
  .split('\n')
  .map((line) => line.split(' | '))
  .filter((cells) => cells.length === 3 && /\.test\.ts`|contract\.ts`/.test(cells[2]!))
  .map(([threat = '', stops = '', tried = '']) => ({
    threat: threat.replace(/^\| */, '').split(':')[0]!,
    stops: stops.trim(),
    tests: tried
      .replace(/ *\|$/, '')
      .split('<br>')
      .map((one) => /^`([^`]+)` (.+?) *$/.exec(one.trim())!)
      .map(([, file, title]) => [file!, title!] as const),
  }))

it('has a line for every kind of threat, and no line twice', () => {
  expect(lines.map(({ threat }) => threat).sort()).toEqual([...THREATS].sort())
})

it('says of each what stops it', () => {
  expect(lines.filter(({ stops }) => stops.length < 20)).toEqual([])
})

it.each(lines.flatMap(({ threat, tests }) => tests.map(([file, title]) => [threat, file, title] as const)))(
  'tries %s: in %s, %s',
  (_threat, file, title) => {
    const quoted = title.replace(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`)
    expect(read(`./${file}`)).toMatch(new RegExp(`['"\`]${quoted}(['"\`]| \\(seed)`))
  },
)

interface Package {
  readonly integrity?: string
  readonly link?: boolean
  readonly hasInstallScript?: boolean
}

it('installs only what the lock file has a checksum of, and runs no script of it', () => {
  const lock = JSON.parse(read('../../../package-lock.json')) as { packages: Record<string, Package> }
  const { allowScripts } = JSON.parse(read('../../../package.json')) as { allowScripts: Record<string, boolean> }
  const foreign = Object.entries(lock.packages).filter(([path, { link }]) => path.includes('node_modules/') && !link)
  expect(foreign.length).toBeGreaterThan(100)
  expect(foreign.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? '')).map(([path]) => path)).toEqual([])
  const running = foreign.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)
  const names = new Set(running.map((path) => path.split('node_modules/').at(-1)!))
  expect([...names].filter((name) => !(name in allowScripts))).toEqual([])
})
