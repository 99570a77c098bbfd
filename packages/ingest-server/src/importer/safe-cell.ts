/**
 * A cell that begins like a formula would be worked as one by the spreadsheet that opens the file: written with an apostrophe
 * before it, as spreadsheets have it, and read without it, so that what was written comes back as it was. Plain numbers stay.
 */
const FORMULA = /^'*[=+\-@\t\r]/
const NUMBER = /^-?\d+(\.\d+)?$/
const ESCAPED = /^'+[=+\-@\t\r]/

export const safeCell = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text)
export const plainCell = (cell: string): string => (ESCAPED.test(cell) ? cell.slice(1) : cell)

/** Cells as a row of a CSV file. */
export const csvRow = (cells: readonly string[]): string =>
  `${cells.map((cell) => quote(safeCell(cell))).join(',')}\r\n`

const quote = (cell: string): string => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
