/** The file of a request, as it comes in: the part `file` of a form, or the body itself. */
import { Busboy, type BusboyInstance } from '@fastify/busboy'
import type { Request } from 'express'
import type { Readable } from 'node:stream'
import { AppError } from '../errors.ts'

export interface SentFile {
  readonly name: string | null
  /** Its bytes. Who stops reading in the middle leaves the rest to `discard`. */
  readonly bytes: AsyncIterable<Buffer>
  /** The other fields of the form, which may come behind the file: known once that has been read. */
  fields(): Promise<ReadonlyMap<string, string>>
}

const LIMITS = { files: 1, fields: 20, fieldSize: 1_024, headerPairs: 100 }
const LONGEST_NAME = 255
const PLAIN = /^(?:text\/(?:csv|plain|tab-separated-values)|application\/(?:csv|octet-stream|vnd\.ms-excel))\b/i

/** Ends without closing what is read: the answer goes back over the same connection. */
const iterate = (stream: Readable): AsyncIterable<Buffer> =>
  stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>

const brokenOff = (): AppError => new AppError('BAD_REQUEST', 'The upload was broken off.')

/** The body itself. A caller who leaves in the middle is no failure of ours. */
async function* wholeBody(req: Request): AsyncIterable<Buffer> {
  try {
    yield* iterate(req)
  } catch {
    throw brokenOff()
  }
}

export async function sentFile(req: Request): Promise<SentFile> {
  const type = req.get('content-type') ?? ''
  if (req.get('content-encoding'))
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'Send the file without Content-Encoding.')
  if (/^multipart\/form-data\b/i.test(type)) return formFile(req, type)
  if (type !== '' && !PLAIN.test(type))
    throw new AppError(
      'UNSUPPORTED_MEDIA_TYPE',
      `Send multipart/form-data with a part 'file', or text/csv, not ${type.slice(0, 80)}.`,
    )
  return { name: null, bytes: wholeBody(req), fields: async () => new Map() }
}

function formFile(req: Request, type: string): Promise<SentFile> {
  const form = openForm(req, type)
  const fields = new Map<string, string>()
  const whole = Promise.withResolvers<ReadonlyMap<string, string>>()
  whole.promise.catch(() => undefined) // told where it is asked for
  return new Promise((resolve, reject) => {
    let file: Readable | null = null
    const fail = (error: AppError): void => {
      whole.reject(error)
      reject(error)
      file?.destroy(error)
    }
    form.on('field', (name, value) => void fields.set(name, value))
    form.on('file', (name, stream, fileName) => {
      if (name !== 'file') return void stream.resume()
      file = stream
      stream.on('error', () => undefined) // told by whoever reads it
      resolve({ name: fileName?.slice(0, LONGEST_NAME) || null, bytes: iterate(stream), fields: () => whole.promise })
    })
    form.on('error', () => fail(new AppError('BAD_REQUEST', 'The form could not be read.')))
    form.on('finish', () => {
      whole.resolve(fields)
      if (!file) fail(new AppError('MISSING_FIELD', "'file' is a required property"))
    })
    req.on('close', () => req.complete || fail(brokenOff()))
    req.pipe(form)
  })
}

function openForm(req: Request, type: string): BusboyInstance {
  try {
    return new Busboy({ headers: { ...req.headers, 'content-type': type }, limits: LIMITS })
  } catch (cause) {
    throw new AppError('BAD_REQUEST', 'The form could not be read.', { cause })
  }
}

/** How long the rest of a refused file is read on, for the answer to arrive at a caller who is still sending. */
const LINGER_MS = 3_000

/** Reads the rest of a request for nothing, but not for ever. */
export function discard(req: Request): void {
  if (req.complete) return
  req.unpipe()
  req.resume()
  const timer = setTimeout(() => req.socket.destroy(), LINGER_MS)
  req.once('close', () => clearTimeout(timer))
}
