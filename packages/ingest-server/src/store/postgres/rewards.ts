/** Reading rewards, triggers and actions from PostgreSQL. */
import { decode } from '../columns.ts'
import { actionFilters, rewardFilters, triggerFilters } from '../list-filters.ts'
import * as lists from '../reward-lists.ts'
import type { Dialect } from '../reward-lists.ts'
import type { RewardReads } from '../reward-reads.ts'
import * as tables from '../tables.ts'
import type { Ask, Row } from './ask.ts'
import { FILTERS, list } from './list.ts'
import { testOf } from './views.ts'

const DIALECT: Dialect = { join: 'JOIN', partnerMode: 'p.test + 0' }
const REWARDS = lists.selectRewards(DIALECT)
const ACTIONS = lists.selectActions(DIALECT)
const live = 't.archived = 0'

export function rewardReads(ask: Ask): RewardReads {
  const one = async (sql: string, mode: 'production' | 'test', ref: string): Promise<Row | undefined> =>
    (await ask(sql, testOf(mode), ref))[0]
  return {
    async rewards(query) {
      const source = { select: REWARDS, table: 'rewards', where: [], live }
      const { items, hasMore } = await list(ask, source, query, rewardFilters(query, FILTERS))
      return { items: items.map(lists.rewardView), hasMore }
    },
    async reward(mode, key) {
      const found = await one(`${REWARDS} WHERE t.test = ? AND t.key = ?`, mode, key)
      return found ? lists.rewardView(found) : null
    },
    async triggers(query) {
      const source = { select: 'SELECT t.* FROM triggers AS t', table: 'triggers', where: [], live }
      const { items, hasMore } = await list(ask, source, query, triggerFilters(query))
      return { items: items.map((found) => decode(tables.triggers, found)), hasMore }
    },
    async trigger(mode, key) {
      const found = await one('SELECT * FROM triggers WHERE test = ? AND key = ?', mode, key)
      return found ? decode(tables.triggers, found) : null
    },
    async actions(query) {
      const source = { select: ACTIONS, table: 'actions', where: [], live }
      const { items, hasMore } = await list(ask, source, query, actionFilters(query))
      return { items: items.map(lists.actionView), hasMore }
    },
    async action(mode, ref) {
      const by = (column: string) => one(`${ACTIONS} WHERE t.test = ? AND t.${column} = ?`, mode, ref)
      const found = (await by('external_key')) ?? (await by('key'))
      return found ? lists.actionView(found) : null
    },
  }
}
