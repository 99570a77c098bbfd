/** A file that is, or was, imported. */
import { z } from 'zod'
import type { ToldError } from '../moving/refused.ts'
import type { ImportRow } from '../store/import-rows.ts'
import { textOrNull, time } from './shapes.ts'

const count = z.int().min(0)

export const ImportProblem = z
  .strictObject({
    line: z.int().meta({ description: 'The physical line on which the row starts; the header is 1.' }),
    column: textOrNull,
    value: textOrNull,
    reason: z.string(),
  })
  .meta({ id: 'ImportProblem' })

export const Import = z
  .strictObject({
    key: z.string(),
    type: z.enum(['partners', 'customers', 'transactions', 'rewards']),
    state: z.enum(['queued', 'running', 'done', 'failed']),
    rows: count.meta({ description: 'Worked so far.' }),
    created: count,
    updated: count,
    unchanged: count,
    failed: count.meta({ description: 'Refused: see errors.csv.' }),
    errors: z.array(ImportProblem).meta({ description: 'The first hundred.' }),
    progress: z.number().min(0).max(1),
    dry_run: z.boolean(),
    amount_unit: z.enum(['minor', 'major']),
    file_name: textOrNull,
    sha256: z.string(),
    size: count.meta({ description: 'Bytes.' }),
    encoding: z.string(),
    actor: z.string(),
    reason: textOrNull.meta({ description: 'Why it failed as a whole.' }),
    test: z.boolean(),
    created_at: time,
    started_at: time.nullable(),
    finished_at: time.nullable(),
    updated_at: time,
  })
  .meta({ id: 'Import' })

export const importObject = (row: ImportRow, errors: readonly ToldError[]): z.input<typeof Import> => ({
  key: row.key,
  type: row.type,
  state: row.state,
  rows: row.total,
  created: row.created,
  updated: row.updated,
  unchanged: row.unchanged,
  failed: row.failed,
  errors: [...errors],
  progress: row.bytes === 0 ? 1 : Math.min(1, row.worked / row.bytes),
  dry_run: row.options.dryRun,
  amount_unit: row.options.unit,
  file_name: row.fileName,
  sha256: row.sha256,
  size: row.size,
  encoding: row.layout.encoding,
  actor: row.actor,
  reason: row.reason,
  test: row.mode === 'test',
  created_at: row.createdAt,
  started_at: row.startedAt,
  finished_at: row.finishedAt,
  updated_at: row.updatedAt,
})

export const exampleImport: z.input<typeof Import> = {
  ...{ key: 'impo_0SlGpWk5Rd1Vn4', type: 'transactions', state: 'done' },
  ...{ rows: 3, created: 2, updated: 0, unchanged: 0, failed: 1, progress: 1 },
  errors: [{ line: 4, column: 'amount', value: 'ten', reason: 'is not a whole number of minor units' }],
  ...{ dry_run: false, amount_unit: 'minor', file_name: 'march.csv' },
  ...{ sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', size: 122, encoding: 'utf-8' },
  ...{ actor: 'api', reason: null, test: false },
  ...{ created_at: 1767225600000, started_at: 1767225600020, finished_at: 1767225600100, updated_at: 1767225600100 },
}
