/** Awkward files, as spreadsheets, exports and mistakes make them: what is read of each, or why it is refused. */
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { CustomerRowFact, TransactionRowFact } from '../../src/facts.ts'
import { readFile } from './read-file.ts'

const utf16 = (text: string, order: 'le' | 'be'): Buffer => {
  const bytes = Buffer.from(text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
const BOM = '\ufeff'
const NAMES = 'customer_key,partner_key,name\n'
const named = (name: string): string => `${NAMES}c1,ada,${name}\n`

/** Names of the customers in a file. */
const readNames = async (file: string | Buffer, step?: number): Promise<(string | null)[]> => {
  const { facts, problems } = await readFile('customers', file, step === undefined ? {} : { step })
  expect(problems).toEqual([])
  return (facts as CustomerRowFact[]).map(({ name }) => name)
}

const ENCODINGS: [string, string | Buffer, string][] = [
  ['UTF-8', named('Zoë Ångström 株式会社 🙂'), 'Zoë Ångström 株式会社 🙂'],
  ['UTF-8 with a byte order mark', BOM + named('Zoë'), 'Zoë'],
  ['UTF-8 with a byte order mark before a quoted header', `${BOM}"customer_key",partner_key,name\nc1,ada,Zoë`, 'Zoë'],
  ['UTF-16 LE with a byte order mark', utf16(BOM + named('Zoë 🙂'), 'le'), 'Zoë 🙂'],
  ['UTF-16 BE with a byte order mark', utf16(BOM + named('Zoë 🙂'), 'be'), 'Zoë 🙂'],
  ['UTF-16 LE without one', utf16(named('Zoë'), 'le'), 'Zoë'],
  ['UTF-16 BE without one', utf16(named('Zoë'), 'be'), 'Zoë'],
  ['Windows-1252', Buffer.from(named('Zo\xeb \x80 \x93hi\x94 \x8a'), 'latin1'), 'Zoë € “hi” Š'],
  ['plain ASCII', named('Zoe'), 'Zoe'],
]

const LAYOUTS: [string, string, (string | null)[]][] = [
  ['commas', 'customer_key,partner_key,name\nc1,ada,Zoe\n', ['Zoe']],
  ['semicolons', 'customer_key;partner_key;name\nc1;ada;"a;b"\n', ['a;b']],
  ['tabs', 'customer_key\tpartner_key\tname\nc1\tada\tZoe, PhD\n', ['Zoe, PhD']],
  ['bars', 'customer_key|partner_key|name\nc1|ada|Zoe\n', ['Zoe']],
  ['a first line that names the delimiter', 'sep=;\r\ncustomer_key;partner_key;name\r\nc1;ada;Zoe\r\n', ['Zoe']],
  ['a quoted header with another delimiter in it', '"name, full";customer_key;partner_key;name\nx;c1;ada;Zoe', ['Zoe']],
  ['Windows line ends', 'customer_key,partner_key,name\r\nc1,ada,Zoe\r\n', ['Zoe']],
  ['old Mac line ends', 'customer_key,partner_key,name\rc1,ada,Zoe\rc2,ada,Bo\r', ['Zoe', 'Bo']],
  ['mixed line ends', 'customer_key,partner_key,name\nc1,ada,Zoe\r\nc2,ada,Bo\rc3,ada,Cy', ['Zoe', 'Bo', 'Cy']],
  ['no newline at the end', 'customer_key,partner_key,name\nc1,ada,Zoe', ['Zoe']],
  ['a newline in quotes', 'customer_key,partner_key,name\nc1,ada,"Zoe\nthe first"\n', ['Zoe\nthe first']],
  ['a Windows newline in quotes', 'customer_key,partner_key,name\r\nc1,ada,"Zoe\r\nI"\r\n', ['Zoe\r\nI']],
  ['a newline in the header', '"customer\nkey",partner_key,name\nc1,ada,Zoe\n', ['Zoe']],
  ['doubled quotes', `${NAMES}c1,ada,"Zoe ""Z"" Q"\n`, ['Zoe "Z" Q']],
  ['a quote in the middle of a value', `${NAMES}c1,ada,5" disk\n`, ['5" disk']],
  ['text behind a closing quote', `${NAMES}c1,ada,"Zoe" Q\n`, ['"Zoe" Q']],
  ['every value quoted', '"customer_key","partner_key","name"\n"c1","ada","Zoe"\n', ['Zoe']],
  ['empty lines above the header', '\n\r\n , ,\ncustomer_key,partner_key,name\nc1,ada,Zoe\n', ['Zoe']],
  ['empty lines between rows', `${NAMES}\nc1,ada,Zoe\n\n\nc2,ada,Bo\n\n`, ['Zoe', 'Bo']],
  ['rows of delimiters only', `${NAMES}c1,ada,Zoe\n,,\n ,, \n`, ['Zoe']],
  ['trailing empty columns', 'customer_key,partner_key,name,,,\nc1,ada,Zoe,,,\n', ['Zoe']],
  ['more delimiters than the header has', `${NAMES}c1,ada,Zoe,,,,\n`, ['Zoe']],
  ['rows that end early', 'customer_key,partner_key,name,created_at\nc1,ada\n', [null]],
  ['another order of columns', 'name,partner_key,customer_key\nZoe,ada,c1\n', ['Zoe']],
  ['header in capitals and with spaces', 'Customer Key, PARTNER_KEY ,Name\nc1,ada,Zoe\n', ['Zoe']],
  ['header in camel case', 'customerKey,partnerKey,name\nc1,ada,Zoe\n', ['Zoe']],
  ['spaces around values', `${NAMES} c1 ,\tada, \u00a0Zoe \n`, ['Zoe']],
  ['a header and nothing else', 'customer_key,partner_key,name', []],
  ['a value escaped against formulas', `${NAMES}c1,ada,'=1+1\n`, ['=1+1']],
  [
    'the column of errors of an earlier import',
    'customer_key,partner_key,name,error\nc1,ada,Zoe,name: is longer\n',
    ['Zoe'],
  ],
]

describe('a file of customers', () => {
  it.each(ENCODINGS)('is read in %s, whole and byte by byte', async (_what, file, name) => {
    expect(await readNames(file)).toEqual([name])
    expect(await readNames(file, 1)).toEqual([name])
  })

  it.each(LAYOUTS)('is read with %s, whole and byte by byte', async (_what, file, names) => {
    expect(await readNames(file)).toEqual(names)
    expect(await readNames(file, 1)).toEqual(names)
  })

  it('keeps the columns it does not know as fields of the vendor', async () => {
    const { facts } = await readFile(
      'customers',
      'email,partner_key,Plan,fields.nmae,fields\nz@x.test,ada,pro,n,"{""a"":1}"\n',
    )
    expect(facts).toMatchObject([{ customerKey: null, email: 'z@x.test', fields: { Plan: 'pro', nmae: 'n', a: 1 } }])
  })

  it('goes on in UTF-8 where a broken character shows up later, and refuses that row', async () => {
    const file = Buffer.concat([
      Buffer.from(`${NAMES}c1,ada,Zoë\nc2,ada,B`),
      Buffer.from([0xff]),
      Buffer.from('\nc3,ada,Cy\n'),
    ])
    const { facts, problems } = await readFile('customers', file)
    expect([facts.length, problems]).toEqual([2, [expect.stringMatching(/^3 name: .*could not be read/)]])
  })
})

const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0, 0])

describe('a file is refused before any row', () => {
  it.each<[string, string | Buffer, RegExp]>([
    ['that is empty', '', /nothing in this file/],
    ['of empty lines', '\n\n\r\n', /nothing in this file/],
    ['that is a byte order mark', BOM, /nothing in this file/],
    ['that is a zip or a workbook', zip, /zip file, or a workbook/],
    ['that is a gzip bomb', gzipSync(Buffer.alloc(1024 * 1024)), /gzip/],
    ['that is an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /old workbook/],
    ['that is a PDF', '%PDF-1.7\n', /PDF/],
    ['in UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x63, 0, 0, 0]), /UTF-32/],
    ['with zero bytes', 'customer_key,am\0unt\nc1,1\n', /zero bytes/],
    ['that is JSON', '[{"customer_key":"c1","amount":1}]', /JSON/],
    ['that is a web page', '<!doctype html><html></html>', /web page/],
    ['of one line without end', `customer_key,amount\n${'x'.repeat(300 * 1024)}`, /longer than 256 KiB/],
    ['whose header has no end', 'x'.repeat(100 * 1024), /header is longer than 64 KiB/],
    ['whose header is never closed', '"customer_key,amount\nc1,100\n', /never closed/],
    ['of 10,000 columns', `customer_key,amount,${'k,'.repeat(9_998)}`, /10001 columns/],
    ['without a required column', 'customer_key,currency\n', /Missing: 'amount'\./],
    ['without either of two', 'amount,currency\n', /Missing: 'customer_key' or 'customer_email'\./],
    ['with a column misspelt', 'customer_key,ammount\n', /Missing: 'amount'.*'ammount' \(did you mean 'amount'\?\)/],
    ['with a column nobody knows', 'customer_key,amount,colour of money\n', /Not understood: 'colour of money'/],
    ['with a column twice', 'customer_key,Amount,amount\n', /There twice: 'amount'/],
    ['with a column and its alias', 'customer_key,amount,key,transaction_key\n', /There twice: 'key'/],
    ['without a header', 'c1,100\nc2,200\n', /Missing: .*Not understood: 'c1', '100'/],
  ])('%s', async (_what, file, why) => {
    await expect(readFile('transactions', file)).rejects.toThrow(why)
    await expect(readFile('transactions', file, { step: 1000 })).rejects.toThrow(why)
  })

  it('that is longer than a file may be, as soon as it is, and holds none of it', async () => {
    const before = process.memoryUsage().rss
    const line = Buffer.alloc(1024 * 1024, 'c1,100\n')
    const { intake } = await import('../../src/importer/intake.ts')
    const reading = intake('transactions')
    await reading.take(Buffer.from('customer_key,amount\n'))
    for (let n = 0; n < 200; n++) await reading.take(line)
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
  })
})

const HEAD = 'customer_key,customer_email,amount,currency,key,created_at,metadata\n'

describe('a row is refused with its line, column and reason', () => {
  it.each<[string, string, string]>([
    ['no amount', 'c1,,,USD,,,', '2 amount: is empty'],
    ['a word for an amount', 'c1,,ten,USD,,,', '2 amount: is not a whole number'],
    [
      'an amount in major units',
      'c1,,12.50,USD,,,',
      '2 amount: is not a whole number of minor units; import amounts like 12.50 with',
    ],
    ['thousands separated', 'c1,,"1,250",USD,,,', '2 amount: is not a whole number'],
    ['a currency sign', 'c1,,$12,USD,,,', '2 amount: is not a whole number'],
    ['an exponent', 'c1,,1E+5,USD,,,', '2 amount: is not a whole number'],
    ['an amount beyond all measure', 'c1,,99999999999999999999,USD,,,', '2 amount: is more than'],
    ['a currency that is none', 'c1,,100,dollar,,,', '2 currency: is not a currency code'],
    ['a key too short', 'c1,,100,USD,abc,,', '2 key: is shorter than 4'],
    ['a key too long', `c1,,100,USD,${'k'.repeat(256)},,`, '2 key: is longer than 255'],
    ['nobody who paid', ',,100,USD,,,', '2 customer_key: is empty, and so is customer_email'],
    ['an e-mail that is none', ',not an e-mail,100,USD,,,', '2 customer_email: is not an e-mail'],
    ['a day that does not exist', 'c1,,100,USD,,2024-02-30,', '2 created_at: is not a time'],
    ['a day that could be two', 'c1,,100,USD,,03/04/2024,', '2 created_at: could be two'],
    ["a spreadsheet's number of a day", 'c1,,100,USD,,45382,', "2 created_at: is a spreadsheet's"],
    ['seconds', 'c1,,100,USD,,1711877400,', '2 created_at: is in seconds'],
    ['a time to come', 'c1,,100,USD,,2126-01-01,', '2 created_at: is in the future'],
    ['a zero byte', 'c1\0,,100,USD,,,', '2 customer_key: has a control character'],
    ['a control character', 'c1\u0007,,100,USD,,,', '2 customer_key: has a control character'],
    ['metadata that is no object', 'c1,,100,USD,,,[1]', '2 metadata: is not a JSON object'],
    ['more values than columns', 'c1,,100,USD,,,,what', '2 -: has 8 values for 7 columns'],
    ['a quote never closed', '"c1,,100,USD,,,', '2 -: A quote (") is opened'],
  ])('%s', async (_what, row, problem) => {
    const { facts, problems } = await readFile('transactions', `${HEAD}${row}\nc2,,200,USD,,,\n`)
    expect(problems).toEqual([expect.stringContaining(problem)])
    expect((facts as TransactionRowFact[]).map(({ customerKey }) => customerKey)).toEqual(['c2'])
  })

  it('and names the physical line where it starts, whatever stands before it', async () => {
    const file = `${HEAD}c1,,100,,,,"{""a"":\n\n1}"\r\n\nc2,,x,,,,\nc3,,1,,,"\n\n",\nc4,,y,,,,\n`
    const { problems } = await readFile('transactions', file)
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['6 amount', '10 amount'])
  })

  it('and every column of it that does not fit', async () => {
    const { problems } = await readFile('transactions', `${HEAD},,x,dollar,k,yesterday,?\n`)
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      ...['2 customer_key', '2 currency', '2 amount', '2 key', '2 metadata', '2 created_at'],
    ])
  })

  it('as a value in a column without a name', async () => {
    const { problems } = await readFile('transactions', 'customer_key,amount,\nc1,100,what\n')
    expect(problems).toEqual(['2 -: has a value in column 3, which has no name'])
  })

  it('and a quote that is never closed costs its own line, not the thousands behind it', async () => {
    const rest = 'c2,,200,USD,,,\n'.repeat(20_000)
    const { facts, problems } = await readFile('transactions', `${HEAD}"c1,,100,USD,,,\n${rest}`, { step: 100_000 })
    expect([facts.length, problems]).toEqual([20_000, [expect.stringMatching(/^2 -: .*256 KiB.*not closed\?$/)]])
  })
})
