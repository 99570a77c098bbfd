/** Text by the line, as it comes. */
import { AppError } from '../errors.ts'

export interface Line {
  readonly line: number
  readonly text: string
}

/** Lines that are not empty, each with its number; one longer than `longest` bytes is refused. */
export async function* linesOf(file: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Line> {
  let held: Buffer[] = []
  let length = 0
  let line = 0
  const take = (last: Buffer): string => {
    const text = Buffer.concat([...held, last])
      .toString('utf8')
      .trim()
    held = []
    length = 0
    return text
  }
  for await (const chunk of file) {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    for (let at = rest.indexOf(10); at !== -1; at = rest.indexOf(10)) {
      line++
      const text = take(rest.subarray(0, at))
      if (text !== '') yield { line, text }
      rest = rest.subarray(at + 1)
    }
    held.push(Buffer.from(rest))
    length += rest.length
    if (length > longest) throw new AppError('UNREADABLE_FILE', `Line ${line + 1} is longer than ${longest} bytes.`)
  }
  const text = take(Buffer.alloc(0))
  if (text !== '') yield { line: line + 1, text }
}
