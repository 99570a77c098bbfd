/** What can be wrong with a request: in its line, its headers, its body, or its chunks. */
import type { Draft } from './malformed-draft.ts'
import { HEADERS, METHODS, ODD_LINES, RAW_JSON, SIZES, VERSIONS, WORDS } from './malformed-values.ts'
import type { Chance } from './seeded.ts'

type Wrong = (chance: Chance, made: Draft) => void

const partsOf = ({ line }: Draft): [method: string, path: string, version: string] => {
  const [method = '', path = '', ...version] = line.split(' ')
  return [method, path, version.join(' ')]
}

export const WRONGS: readonly Wrong[] = [
  // The line.
  (chance, made) => {
    const [, path, version] = partsOf(made)
    made.line = `${chance.one(METHODS)} ${path} ${version}`
  },
  (chance, made) => {
    const [method, path] = partsOf(made)
    made.line = `${method} ${path} ${chance.one(VERSIONS)}`
  },
  (chance, made) => {
    const [method, path, version] = partsOf(made)
    const segments = path.split('/')
    segments[1 + chance.below(segments.length)] = chance.one(WORDS)
    made.line = `${method} ${segments.join('/')} ${version}`
  },
  (chance, made) => {
    const [method, path, version] = partsOf(made)
    const names = [
      'limit',
      'starting_after',
      'order_by',
      'min_created',
      'customer_key',
      'include_archived',
      '__proto__',
      'a[b]',
    ]
    const query = Array.from({ length: 1 + chance.below(5) }, () => `${chance.one(names)}=${chance.one(WORDS)}`)
    made.line = `${method} ${path}?${query.join(chance.one(['&', '&&', ';', '?']))} ${version}`
  },
  (chance, made) => {
    const [method, path, version] = partsOf(made)
    const whole = [
      `http://evil.example${path}`,
      `//evil.example${path}`,
      '*',
      `${path}#x`,
      `${path}${'/'.repeat(50)}`,
      '',
      `\\${path}`,
    ]
    made.line = `${method} ${chance.one([...whole, path + '/' + 'long'.repeat(3_000), path.toUpperCase(), `${path}%`])} ${version}`
  },
  (chance, made) => {
    made.line = chance.one([
      '',
      'GET',
      'GET /',
      '\r\n',
      '\0',
      'PRI * HTTP/2.0\r\n\r\nSM',
      '\u0016\u0003\u0001\u0002',
      'GET  /  HTTP/1.1',
      made.line + ' x',
    ])
  },
  // Headers.
  (chance, made) => {
    const [name, values] = chance.one(HEADERS)
    made.headers.push([name, chance.one(values)])
  },
  (chance, made) => {
    const [name, values] = chance.one(HEADERS)
    made.headers = [
      ...made.headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase()),
      [name, chance.one(values)],
    ]
  },
  (chance, made) => {
    made.headers.splice(chance.below(made.headers.length + 1), 0, [chance.one(ODD_LINES), ''])
  },
  (chance, made) => {
    made.headers.splice(chance.below(made.headers.length), 1)
  },
  (chance, made) => {
    const many = chance.one([50, 120, 2_100])
    made.headers.push(...Array.from({ length: many }, (_, n) => [`X-${n}`, 'y'] as const))
  },
  // The body.
  (chance, made) => {
    made.body = Buffer.from(chance.one(RAW_JSON))
  },
  (chance, made) => {
    made.body = chance.bytes(chance.one([1, 20, 300]))
  },
  (chance, made) => {
    made.body = made.body.subarray(0, chance.below(made.body.length + 1))
  },
  (chance, made) => {
    const torn = Buffer.from(made.body)
    for (let n = 0; n < 3 && torn.length > 0; n++) torn[chance.below(torn.length)] = chance.below(256)
    made.body = torn
  },
  (chance, made) => {
    const part = `--x\r\nContent-Disposition: form-data; name="file"; filename="${chance.one(WORDS)}"\r\n\r\n`
    made.body = Buffer.from(
      chance.one([part, `${part}a,b\r\n1,2\r\n--x--\r\n`, `${part}${'"'.repeat(500)}`, '--x--', `${part}--x`]),
    )
    made.headers.push(['Content-Type', 'multipart/form-data; boundary=x'])
  },
  (chance, made) => {
    const csv = [
      'email\n',
      'email,partner_key\n"a',
      '\u0000,\n',
      'customer_key,amount\nc1,1e5\n',
      ',,,\n,,,\n',
      'a'.repeat(70_000),
    ]
    made.body = Buffer.from(chance.one(csv))
    made.headers.push(['Content-Type', 'text/csv'])
  },
  // Chunks.
  (chance, made) => {
    const size = chance.one([made.body.length.toString(16), ...SIZES])
    const tail = chance.one([
      '0\r\n\r\n',
      '0\r\nHost: x\r\n\r\n',
      '0\r\n',
      '',
      '0\r\n' + 'T: x\r\n'.repeat(300) + '\r\n',
    ])
    const end = chance.one(['\r\n', '\n', ''])
    made.chunks = Buffer.concat([Buffer.from(`${size}\r\n`), made.body, Buffer.from(end + tail)])
  },
]
