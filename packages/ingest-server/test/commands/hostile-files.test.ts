/** Files that are enormous, packed or no table at all, on the command line: refused early and in words, in little memory. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newCli, type Cli } from '../support/http-cli.ts'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const GB = 1024 ** 3
/** At its end the process tells how much memory it had at most, in KB. */
const TELLS = `--import=data:text/javascript,process.on('exit',()=>console.error('memory',process.resourceUsage().maxRSS))`

/** A file with a hole behind its beginning: five gigabytes that take none of the disk. */
async function holed(path: string, begin: string | Buffer): Promise<void> {
  await writeFile(path, begin)
  await truncate(path, 5 * GB)
}

let cli: Cli
beforeAll(async () => void (cli = await newCli()))
afterAll(() => cli.remove())

describe('import of a file that nobody should read to its end', () => {
  const bomb = (): Buffer => gzipSync(Buffer.alloc(64 * 1024 * 1024, 'c1,100\n'))
  const names = (count: number): string => Array.from({ length: count }, (_, n) => `column ${n}`).join(',')

  it.each<[string, string, (path: string) => Promise<void>, RegExp]>([
    ['five gigabytes of one line', 'line.csv', (path) => holed(path, 'customer_key,amount\n'), /longer than 256 KiB/],
    ['five gigabytes of a header', 'header.csv', (path) => holed(path, 'customer_key,amount'), /zero bytes/],
    ['a bomb that is called CSV', 'bomb.csv', (path) => writeFile(path, bomb()), /gzip file\. Unpack it/],
    ['a bomb by its own name', 'bomb.csv.gz', (path) => writeFile(path, bomb()), /gzip file\. Unpack it/],
    ['five gigabytes of a zip', 'rows.zip', (path) => holed(path, 'PK\u0003\u0004'), /zip file, or a workbook/],
    ['10,000 columns', 'wide.csv', (path) => writeFile(path, `${names(10_000)}\n`), /columns|header is longer/],
  ])('%s', async (_what, name, make, why) => {
    await make(join(cli.folder, name))
    const { code, out, err } = await cli.runWith({ NODE_OPTIONS: TELLS }, 'import', 'transactions', name)
    expect([code, out, err]).toEqual([1, '', expect.stringMatching(why) as string])
    const most = Math.max(...[...err.matchAll(/^memory (\d+)$/gm)].map(([, kb]) => Number(kb) / 1024))
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThan(300)
  })
})

describe('import on a terminal', () => {
  // `script` has other arguments elsewhere.
  it.skipIf(process.platform !== 'linux')(
    'writes one line over and over: a bar, rows a second, and the time that is left',
    async () => {
      const rows = Array.from({ length: 30_000 }, (_, n) => `p${n}@x.test,p${n}\n`).join('')
      await writeFile(join(cli.folder, 'partners.csv'), `email,partner_key\n${rows}`)
      // Only on a terminal is there anything to see: `script` makes one.
      const words = [
        process.execPath,
        '--disable-warning=ExperimentalWarning',
        MAIN,
        'import',
        'partners',
        'partners.csv',
      ]
      const command = words.map((word) => `'${word}'`).join(' ')
      const child = spawn('script', ['-qec', command, '/dev/null'], {
        cwd: cli.folder,
        env: { PATH: process.env['PATH'] },
      })
      let shown = ''
      child.stdout.on('data', (text) => (shown += text))
      await once(child, 'close')
      const lines = shown.split('\r\u001b[K')
      expect(lines[1]).toBe('Reading the file')
      const told = lines.slice(2, -1)
      expect(told.length).toBeGreaterThan(3)
      for (const line of told) expect(line).toMatch(/^\[#*-*\] +\d+ % {2}[\d,]+ rows {2}[\d,]+\/s(?: {2}\d+ s left)?$/)
      expect(told.filter((line) => line.endsWith(' left')).length).toBeGreaterThan(2)
      expect(told.at(-1)).toMatch(/100 % {2}30,000 rows/)
      expect(lines.at(-1)).toMatch(/^30000 partners: 30000 created, 0 updated, 0 unchanged, 0 refused\s+$/)
    },
  )
})
