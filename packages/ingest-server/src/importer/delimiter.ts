/** What stands between the values of a row: told by the header, or by the line `sep=;` that spreadsheets put before it. */

const CANDIDATES = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof CANDIDATES)[number]

/** The most frequent one outside of quotes; a header of one column has none, and takes a comma. */
export function delimiterOf(header: string): Delimiter {
  const bare = header.replaceAll(/"[^"]*"/g, '')
  const counts = CANDIDATES.map((candidate) => bare.split(candidate).length)
  return CANDIDATES[counts.indexOf(Math.max(...counts))] ?? ','
}

/** The delimiter that a first line names, with how many bytes the line takes. */
export function namedDelimiter(text: string): { readonly delimiter: Delimiter; readonly bytes: number } | null {
  const [line, name = ''] = /^"?sep=([,;\t|])"?\r?\n/i.exec(text) ?? []
  const delimiter = CANDIDATES.find((candidate) => candidate === name)
  return line !== undefined && delimiter ? { delimiter, bytes: Buffer.byteLength(line) } : null
}
