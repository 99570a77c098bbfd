/** Imports with sensible values, of which a test states only what matters. */
import type { ImportErrorRow, ImportRow } from '../../src/store/import-rows.ts'

export const importRow = (over: Partial<ImportRow> = {}): ImportRow => ({
  ...{ key: 'impo_1', mode: 'production', type: 'transactions', state: 'queued' },
  ...{ total: 0, created: 0, updated: 0, unchanged: 0, failed: 0, worked: 20, line: 2, bytes: 100, size: 100 },
  ...{ sha256: 'a'.repeat(64), fileName: 'march.csv', actor: 'api', claim: null, reason: null },
  layout: { delimiter: ',', header: ['customer_key', 'amount'], encoding: 'utf-8' },
  options: { dryRun: false, unit: 'minor', currency: 'USD' },
  ...{ startedAt: null, finishedAt: null, createdAt: 1_000, updatedAt: 1_000 },
  ...over,
})

export const importErrorRow = (over: Partial<ImportErrorRow> = {}): ImportErrorRow => ({
  ...{ importKey: 'impo_1', mode: 'production', line: 2, no: 0, columnName: 'amount', reason: 'is empty', raw: 'c1,' },
  ...over,
})
