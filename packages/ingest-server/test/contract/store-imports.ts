/** Part of the store's contract: files that are imported are kept until they are worked, and worked by one at a time. */
import { describe, expect, it } from 'vitest'
import { importErrorRow, importRow } from '../support/import-rows.ts'
import { changes } from '../support/rows.ts'
import type { StoreUnderTest } from './store.ts'

export function testImports(current: () => StoreUnderTest): void {
  const store = () => current().store
  const page = { limit: 10, orderBy: '-created_at' } as const

  describe('imports', () => {
    it('are read back as they were added, in their own mode only', async () => {
      await store().addImport(importRow())
      expect(await store().importOf('production', 'impo_1')).toEqual(importRow())
      expect(await store().importOf('test', 'impo_1')).toBeNull()
      expect((await store().imports({ mode: 'production', ...page })).items).toEqual([importRow()])
      expect((await store().imports({ mode: 'test', ...page })).items).toEqual([])
    })

    it('are loaded and saved with the batch that works them', async () => {
      await store().addImport(importRow())
      const worked = importRow({ state: 'running', worked: 50, created: 3, total: 3, updatedAt: 2_000 })
      await store().atomically(async (tx) => {
        expect((await tx.load('production', { imports: ['impo_1', 'impo_2'] })).imports).toEqual([importRow()])
        await tx.save(changes({ imports: [worked], importErrors: [importErrorRow()] }))
      })
      expect(await store().importOf('production', 'impo_1')).toEqual(worked)
      expect(await store().importErrors('impo_1', null, 10)).toEqual([importErrorRow()])
    })

    it('give their errors in the order of the file, a few at a time', async () => {
      const places = [[2, 0], [2, 1], [10, 0], [100, 0]] as const // prettier-ignore
      const rows = places.map(([line, no]) => importErrorRow({ line, no }))
      const other = importErrorRow({ importKey: 'impo_2' })
      await store().atomically((tx) => tx.save(changes({ importErrors: [...rows.toReversed(), other] })))
      expect(await store().importErrors('impo_1', null, 2)).toEqual(rows.slice(0, 2))
      expect(await store().importErrors('impo_1', { line: 2, no: 0 }, 9)).toEqual(rows.slice(1))
      expect(await store().importErrors('impo_1', { line: 100, no: 0 }, 9)).toEqual([])
    })

    it('keep their file in pieces, byte for byte, until they are removed', async () => {
      const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
      await store().putImportPiece('impo_1', 0, bytes)
      await store().putImportPiece('impo_1', 1, new Uint8Array([7]))
      await store().putImportPiece('impo_2', 0, new Uint8Array([8]))
      expect(Buffer.from((await store().importPiece('impo_1', 0)) ?? [])).toEqual(Buffer.from(bytes))
      expect([...((await store().importPiece('impo_1', 1)) ?? [])]).toEqual([7])
      expect(await store().importPiece('impo_1', 2)).toBeNull()
      await store().removeImportPieces('impo_1')
      expect(await store().importPiece('impo_1', 0)).toBeNull()
      expect([...((await store().importPiece('impo_2', 0)) ?? [])]).toEqual([8])
    })

    it('are idle when nobody has taken them, or whoever had gives no sign of life', async () => {
      const rows = [
        importRow({ key: 'impo_1' }),
        importRow({ key: 'impo_2', state: 'running', updatedAt: 500 }),
        importRow({ key: 'impo_3', state: 'running', updatedAt: 900 }),
        importRow({ key: 'impo_4', state: 'done', updatedAt: 500 }),
        importRow({ key: 'impo_5', state: 'failed', updatedAt: 500 }),
        importRow({ key: 'impo_6', mode: 'test' }),
      ]
      for (const row of rows) await store().addImport(row)
      expect((await store().idleImports(900)).map(({ key }) => key)).toEqual(['impo_1', 'impo_2', 'impo_6'])
    })

    it('are taken by one, whoever asks at the same time, and by nobody after', async () => {
      await store().addImport(importRow())
      const names = Array.from({ length: 5 }, (_, n) => `worker-${n}`)
      const taken = await Promise.all(names.map((name) => store().claimImport('impo_1', name, 0, 2_000)))
      const won = taken.filter((row) => row !== null)
      expect(won).toHaveLength(1)
      expect(won[0]).toMatchObject({ state: 'running', startedAt: 2_000, updatedAt: 2_000 })
      const other = await current().reopen()
      try {
        expect(await other.claimImport('impo_1', 'late', 0, 2_000)).toBeNull()
        expect(await other.importOf('production', 'impo_1')).toEqual(won[0])
      } finally {
        await other.close()
      }
    })

    it('are taken over once there is no sign of life, and keep the time they began', async () => {
      await store().addImport(importRow())
      await store().claimImport('impo_1', 'one', 0, 2_000)
      expect(await store().claimImport('impo_1', 'two', 2_000, 3_000)).toBeNull()
      const taken = await store().claimImport('impo_1', 'two', 2_001, 3_000)
      expect(taken).toMatchObject({ claim: 'two', startedAt: 2_000, updatedAt: 3_000 })
    })

    it('are let go of by whoever works them, and taken at once', async () => {
      await store().addImport(importRow())
      await store().claimImport('impo_1', 'one', 0, 2_000)
      await store().yieldImport('impo_1', 'two', 3_000)
      expect(await store().claimImport('impo_1', 'two', 0, 3_000)).toBeNull()
      await store().yieldImport('impo_1', 'one', 3_000)
      expect(await store().claimImport('impo_1', 'two', 0, 3_000)).toMatchObject({ claim: 'two' })
    })

    it('fail for whoever works them, and for nobody else', async () => {
      await store().addImport(importRow())
      await store().claimImport('impo_1', 'one', 0, 2_000)
      await store().failImport('impo_1', 'two', 'why', 3_000)
      expect(await store().importOf('production', 'impo_1')).toMatchObject({ state: 'running' })
      await store().failImport('impo_1', 'one', 'why', 3_000)
      const failed = { state: 'failed', reason: 'why', claim: null, finishedAt: 3_000 }
      expect(await store().importOf('production', 'impo_1')).toMatchObject(failed)
    })

    it('forget files that nobody will work, and errors when their time is over', async () => {
      const ended = importRow({ key: 'impo_b', state: 'done', finishedAt: 500 })
      for (const row of [importRow({ key: 'impo_a' }), ended]) await store().addImport(row)
      for (const key of ['impo_a', 'impo_b', 'impo_c', 'impo_z'])
        await store().putImportPiece(key, 0, new Uint8Array([1]))
      const errors = [2, 3, 4].map((line) => importErrorRow({ importKey: 'impo_b', line }))
      const standing = importErrorRow({ importKey: 'impo_a' })
      await store().atomically((tx) => tx.save(changes({ importErrors: [...errors, standing] })))
      expect(await store().forgetImports('impo_d', 500, 2)).toBe(0)
      const kept = async (key: string): Promise<boolean> => (await store().importPiece(key, 0)) !== null
      expect(await Promise.all(['impo_a', 'impo_b', 'impo_c', 'impo_z'].map(kept))).toEqual([true, false, false, true])
      expect(await store().forgetImports('impo_d', 501, 2)).toBe(2)
      expect(await store().forgetImports('impo_d', 501, 2)).toBe(1)
      expect(await store().importErrors('impo_a', null, 9)).toEqual([standing])
    })
  })
}
