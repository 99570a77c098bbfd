/** What a statement brought besides is known without asking; what it did not bring is asked for, not taken for nothing. */
import { expect, it } from 'vitest'
import { openMemory } from '../../src/store/postgres/look-ahead.ts'
import { noRows } from '../../src/store/postgres/load.ts'
import { customerRow } from '../support/rows.ts'

const keptOf = (kinds: Parameters<ReturnType<typeof openMemory>['keep']>[1]) => {
  const memory = openMemory()
  const customers = [customerRow({ key: 'cus_1' })]
  memory.keep({ found: { ...noRows(), customers }, ahead: noRows() }, kinds)
  return memory.recall({ platformIdsOf: ['cus_1', 'cus_2'], unconfirmedOf: ['cus_1'] }).rest
}

it('a customer without platform ids is known where they were looked for', () => {
  expect(keptOf(['partners', 'platformIds', 'payments'])).toMatchObject({ platformIdsOf: ['cus_2'], unconfirmedOf: [] })
})

it('and is asked for where they were not', () => {
  expect(keptOf(['partners', 'payments'])).toMatchObject({ platformIdsOf: ['cus_1', 'cus_2'], unconfirmedOf: [] })
})
