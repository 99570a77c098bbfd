/** What stands in a cell: amounts, times, names of columns, and what a spreadsheet would take for a formula. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAmount } from '../../src/importer/amount.ts'
import { COLUMNS, IMPORT_TYPES } from '../../src/importer/columns.ts'
import { minorDigits } from '../../src/importer/currency.ts'
import { readHeader } from '../../src/importer/header.ts'
import { readMoment } from '../../src/importer/moment.ts'
import { distance, nearest } from '../../src/importer/nearest.ts'
import { csvRow, plainCell, safeCell } from '../../src/importer/safe-cell.ts'
import { template } from '../../src/importer/template.ts'
import { NOW, readFile } from './read-file.ts'

describe('an amount in major units', () => {
  it.each([
    ['12.50', 'USD', 1250],
    ['12.5', 'USD', 1250],
    ['12', 'USD', 1200],
    ['12.500', 'USD', 1250],
    ['0.29', 'USD', 29],
    ['1.005', 'KWD', 1005],
    ['1250', 'JPY', 1250],
    ['1250.00', 'JPY', 1250],
    ['1.2345', 'CLF', 12345],
    ['-3.10', 'EUR', -310],
    ['12,50', 'EUR', 1250],
    ['-0.00', 'USD', 0],
    ['4503599.62', 'USD', 450359962],
  ])('%s %s is %d', (text, currency, amount) => {
    expect(readAmount(text, 'major', currency)).toBe(amount)
  })

  it.each([
    ['12.505', 'USD', /more decimals than USD has: 2/],
    ['12.5', 'JPY', /more decimals than JPY has: none/],
    ['1,250', 'USD', /is not an amount/],
    ['1.250,00', 'EUR', /is not an amount/],
    ['1 250', 'EUR', /is not an amount/],
    ['$12', 'USD', /is not an amount/],
    ['.5', 'USD', /is not an amount/],
    ['12.', 'USD', /is not an amount/],
    ['NaN', 'USD', /is not an amount/],
    ['12', 'QQQ', /'QQQ' is no currency/],
    ['600000000', 'USD', /more than 50000000000 minor units/],
  ])('%s %s is refused', (text, currency, why) => {
    expect(readAmount(text, 'major', currency)).toMatch(why)
  })

  it('is what it was before it was written, in every currency', () => {
    const any = fc.record({
      amount: fc.integer({ min: -1e9, max: 1e9 }),
      currency: fc.constantFrom('USD', 'JPY', 'KWD', 'CLF'),
    })
    fc.assert(
      fc.property(any, ({ amount, currency }) => {
        const digits = minorDigits(currency) ?? 0
        const all = String(Math.abs(amount)).padStart(digits + 1, '0')
        const [whole, decimals] = [all.slice(0, all.length - digits), all.slice(all.length - digits)]
        const text = `${amount < 0 ? '-' : ''}${whole}${digits > 0 ? `.${decimals}` : ''}`
        expect(readAmount(text, 'major', currency)).toBe(amount + 0)
      }),
    )
  })

  it('goes by the currency of its row, else by the one of the program', async () => {
    const file = 'customer_key,amount,currency\nc1,12,jpy\nc1,12,\n'
    const { facts } = await readFile('transactions', file, { unit: 'major', currency: 'EUR' })
    expect(facts).toMatchObject([
      { amount: 12, currency: 'JPY' },
      { amount: 1200, currency: null },
    ])
  })
})

describe('a time', () => {
  it.each([
    ['2024-03-31', '2024-03-31T00:00:00.000Z'],
    ['2024-03-31T09:30', '2024-03-31T09:30:00.000Z'],
    ['2024-03-31 09:30:15', '2024-03-31T09:30:15.000Z'],
    ['2024-03-31 09:30:15 UTC', '2024-03-31T09:30:15.000Z'],
    ['2024-03-31T09:30:15.123456Z', '2024-03-31T09:30:15.123Z'],
    ['2024-03-31T09:30:15+02:00', '2024-03-31T07:30:15.000Z'],
    ['2024-03-31T09:30:15-0530', '2024-03-31T15:00:15.000Z'],
    ['20240331T093015Z', '2024-03-31T09:30:15.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['1711877400000', '2024-03-31T09:30:00.000Z'],
  ])('%s is %s', (text, iso) => {
    expect(new Date(readMoment(text, NOW) as number).toISOString()).toBe(iso)
  })

  it.each([
    '2023-02-29',
    '2024-13-01',
    '2024-03-31T24:30',
    '31/03/2024',
    'March 31',
    '1970-01-01',
    '2026-01-03',
    '0',
    '-1',
    '1711877400',
    '2024-03',
  ])('%s is refused', (text) => expect(readMoment(text, NOW)).toBeTypeOf('string'))
})

describe('a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+44 20', "'+44 20"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-2+3', "'-2+3"],
    ['\t=1', "'\t=1"],
    ["'=1", "''=1"],
    ['-1250', '-1250'],
    ['-12.50', '-12.50'],
    ['a=b', 'a=b'],
    ["it's", "it's"],
  ])('%j is written %j', (text, written) => {
    expect(safeCell(text)).toBe(written)
    expect(plainCell(written)).toBe(text)
  })

  it('never begins like a formula, and reads back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '=', '-', '+', '@', '\t', '1', 'a', '.') }), (text) => {
        const written = safeCell(text)
        expect(/^[=+@\t\r]/.test(written)).toBe(false)
        expect(plainCell(written)).toBe(text)
      }),
    )
  })

  it('is quoted where it holds a quote, a comma, a newline or outer spaces', () => {
    expect(csvRow(['a', 'b"c', 'd,e', 'f\ng', ' h'])).toBe('a,"b""c","d,e","f\ng"," h"\r\n')
  })
})

describe('a name that is not known', () => {
  it.each([
    ['ammount', 'amount', 1],
    ['amuont', 'amount', 1],
    ['amount', 'amount', 0],
    ['', 'abc', 3],
    ['abc', 'cba', 2],
  ])('%s is %s changed by %d', (one, other, letters) => {
    expect(distance(one, other)).toBe(letters)
  })
  it.each([
    ['partnerkye', 'partnerkey'],
    ['curency', 'currency'],
    ['quantity', null],
  ])('%s means %s', (word, meant) => {
    expect(nearest(word, ['amount', 'currency', 'partnerkey'])).toBe(meant)
  })
})

describe.each(IMPORT_TYPES)('the template of %s', (type) => {
  it('has every column there is, and a row that is read without a complaint', async () => {
    const { facts, problems, taken } = await readFile(type, template(type))
    expect([facts.length, problems]).toEqual([1, []])
    expect(taken.layout.header).toEqual(Object.keys(COLUMNS[type].columns))
  })

  it('is understood under every alias', () => {
    for (const [name, { aliases = [] }] of Object.entries(COLUMNS[type].columns))
      for (const alias of aliases) {
        const others = Object.keys(COLUMNS[type].columns).filter((column) => column !== name)
        expect(readHeader(type, [...others, alias.toUpperCase().replaceAll('_', ' ')]).at(-1)).toEqual({
          kind: 'known',
          name,
        })
      }
  })
})
