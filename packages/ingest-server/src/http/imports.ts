/** `/v1/import`: files come in as they are sent, of any size; rejects and templates go out as files. */
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Router, type ErrorRequestHandler, type RequestHandler } from 'express'
import { z } from 'zod'
import type { Call, Entry } from '../entry.ts'
import { AppError } from '../errors.ts'
import type { ImportType, Mode } from '../facts.ts'
import { IMPORT_TYPES } from '../importer/columns.ts'
import { template } from '../importer/template.ts'
import type { Receipt } from '../ledger/books.ts'
import { newId } from '../ledger/keys.ts'
import { createImporter } from '../moving/importer.ts'
import { errorFile, firstErrors } from '../moving/refused.ts'
import { upload } from '../moving/upload.ts'
import { importObject } from '../objects/import.ts'
import { readSettings } from '../settings.ts'
import type { ImportRow } from '../store/import-rows.ts'
import { callerOf } from './api/caller.ts'
import { options } from './api/cors.ts'
import { callBy, idempotencyKey, stepOf } from './api/idempotency.ts'
import type { Base } from './api/operation.ts'
import type { Deps } from './deps.ts'
import { answer } from './envelope.ts'
import { readFields } from './fields.ts'
import { SHOWN_ERRORS } from './operations/imports.ts'
import { sendFile } from './send-file.ts'
import { discard, sentFile } from './sent-file.ts'

/** So long an answer waits for a small file to be done. */
const PATIENCE_MS = 1_000
const POLL_MS = 20

const flag = z.enum(['true', 'false', '1', '0'], 'must be true or false').transform((text) => /^(true|1)$/.test(text))
const Asked = z.object({
  dry_run: flag.optional(),
  amount_unit: z.enum(['minor', 'major'], 'must be minor or major').optional(),
})

const MESSAGES: Readonly<Record<ImportRow['state'], string>> = {
  queued: 'Import queued',
  running: 'Import running',
  done: 'Import done',
  failed: 'Import failed',
}

/** What the vendor's importer takes and this one does not. */
const NOT_HERE = ['/leads', '/deals']
const notHere: RequestHandler = (req) => {
  throw new AppError('NOT_FOUND', `'${req.path.slice(1)}' cannot be imported. Possible: ${IMPORT_TYPES.join(', ')}.`)
}

/** `entrance` says who calls, as it does before the operations of the table; `base` is where it stands. */
export function imports(deps: Deps, entrance: readonly RequestHandler[], base: Base = '/v1'): Router {
  const { books, now, elapsed, log } = deps
  const onError = (error: unknown, what: string): void => log.error({ err: error }, what)
  const importer = deps.importer ?? createImporter({ books, now, onError })

  const record = (mode: Mode, entry: Pick<Entry, 'opens' | 'call' | 'by'>): Promise<Receipt> =>
    books.record({ mode, at: now(), facts: [], delivery: null, ...entry })

  /** A small file is done at once, and its answer says so. */
  const settled = async (row: ImportRow): Promise<ImportRow> => {
    const until = elapsed() + PATIENCE_MS
    for (let known = row; ;) {
      if (known.state === 'done' || known.state === 'failed' || elapsed() > until) return known
      await wait(POLL_MS)
      known = (await books.importOf(row.mode, row.key)) ?? known
    }
  }
  const take =
    (type: ImportType): RequestHandler =>
    async (req, res) => {
      const { mode, id } = callerOf(res)
      const named = idempotencyKey(req)
      const query = readFields(Asked, req.query)
      const file = await sentFile(req)
      const { currency } = readSettings(await books.settings(mode))
      const asked = async () => {
        const form = readFields(Asked, Object.fromEntries(await file.fields()))
        const { dry_run = false, amount_unit = 'minor' } = { ...form, ...query }
        return { dryRun: dry_run, unit: amount_unit }
      }
      const key = `impo_${newId(now(), randomBytes)}`
      const about = { key, mode, type, fileName: file.name, actor: id, currency, claim: null, asked }
      const callOf = ({ sha256, options }: ImportRow): { readonly call?: Call } =>
        named === undefined ? {} : { call: callBy(id, named, req.path, sha256, JSON.stringify(options)) }
      const add = async (row: ImportRow): Promise<ImportRow> =>
        (await record(mode, { opens: row, by: id, ...callOf(row) })).file ?? row
      const queued = await upload(books, file.bytes, { ...about, add }, now)
      importer.wake()
      const row = await settled(queued)
      const { call } = callOf(queued)
      const told = importObject(row, await firstErrors(books, row, SHOWN_ERRORS))
      // How far it had come is what it was answered, however far it has come by now.
      const kept = call && (await record(mode, { call: { ...stepOf(call, 2), answer: told } })).answer
      const shown = (kept ?? told) as typeof told
      answer(res, base, MESSAGES[shown.state], shown)
    }
  const rejects: RequestHandler = async (req, res) => {
    const key = String(req.params['key'])
    const row = await books.importOf(callerOf(res).mode, key)
    if (!row) throw new AppError('NOT_FOUND', `There is no import '${key}' here.`)
    await sendFile(res, { name: `${row.type}-errors.csv`, type: 'text/csv' }, errorFile(books, row))
  }
  const begin =
    (type: ImportType): RequestHandler =>
    (_req, res) =>
      sendFile(res, { name: `${type}.csv`, type: 'text/csv' }, [template(type)])
  /** Whoever is refused may still be sending. */
  const refuse: ErrorRequestHandler = (error, req, res, next) => {
    if (!req.complete) res.set('Connection', 'close')
    res.once('finish', () => discard(req))
    next(error)
  }
  const router = Router({ caseSensitive: true, mergeParams: true })
  for (const type of IMPORT_TYPES) {
    router.post(`/${type}`, ...entrance, take(type)).options(`/${type}`, options('POST'))
    router.get(`/${type}/template.csv`, ...entrance, begin(type))
  }
  return router
    .get('/:key/errors.csv', ...entrance, rejects)
    .post(NOT_HERE, ...entrance, notHere)
    .use(refuse)
}
