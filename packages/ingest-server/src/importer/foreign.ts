/** What is sent as CSV and is none: told by its first bytes, with what to do instead. */

const SAVE_AS = 'Open it and save it as CSV (UTF-8), then import that.'

const KINDS: readonly (readonly [start: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], `This is a zip file, or a workbook (.xlsx, .ods), which is one. ${SAVE_AS}`],
  [[0x50, 0x4b, 0x05, 0x06], 'This is an empty zip file.'],
  [[0x1f, 0x8b], 'This is a gzip file. Unpack it, then import what is in it.'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'This is a zstd file. Unpack it, then import what is in it.'],
  [[0x42, 0x5a, 0x68], 'This is a bzip2 file. Unpack it, then import what is in it.'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'This is an xz file. Unpack it, then import what is in it.'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'This is a 7z file. Unpack it, then import what is in it.'],
  [[0xd0, 0xcf, 0x11, 0xe0], `This is an old workbook (.xls). ${SAVE_AS}`],
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF. Export the table as CSV where it was made.'],
  [[0xff, 0xfe, 0x00, 0x00], `This text is in UTF-32, which is not read. ${SAVE_AS}`],
]

/** Why these bytes do not begin a CSV file; null where they may. */
export function foreignStart(bytes: Uint8Array): string | null {
  const found = KINDS.find(([start]) => start.every((byte, index) => bytes[index] === byte))
  return found?.[1] ?? null
}

/** Why this text, from the beginning of a file, is no CSV; null where it may be. */
export function foreignText(bytes: Buffer): string | null {
  const start = bytes.toString('utf8', 0, 256).trimStart()
  if (/^<(!doctype|html|\?xml)/i.test(start))
    return 'This is a web page or XML, not CSV. Export the table as CSV where it was made.'
  if (/^[[{]\s*["{[]/.test(start)) return 'This is JSON, not CSV.'
  return null
}

/** Why these bytes are no text; null where they may be. */
export const foreignBytes = (bytes: Uint8Array): string | null =>
  bytes.includes(0) ? `This is not text: there are zero bytes in it. ${SAVE_AS}` : null
