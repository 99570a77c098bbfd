/** `secrets reseal`: everything that is kept encrypted, under the key that SECRET_KEY holds now. */
import type { Command } from 'commander'
import type { SealedRow } from '../store/config-rows.ts'
import type { HookRow } from '../store/hook-rows.ts'
import { act, lineOf, type Context, type Result } from './act.ts'
import type { Machine } from './machine.ts'

const PAGE = 250

async function hooksOf({ books }: Context): Promise<HookRow[]> {
  const all: HookRow[] = []
  for (const mode of ['production', 'test'] as const)
    for (let after: string | undefined; ;) {
      const query = { mode, limit: PAGE, orderBy: 'created_at', includeArchived: true } as const
      const page = await books.hooks(after === undefined ? query : { ...query, startingAfter: after })
      all.push(...page.items)
      after = page.items.at(-1)?.key
      if (!page.hasMore || after === undefined) break
    }
  return all
}

async function reseal(context: Context): Promise<Result> {
  const { books, vault } = context
  let [kept, renewed] = [0, 0]
  const all = <Row extends SealedRow>(rows: readonly Row[]): Row[] =>
    rows.map((row) => {
      const sealed = vault.renew(row.sealed)
      kept++
      if (sealed !== row.sealed) renewed++
      return { ...row, sealed }
    })
  const webhooks = (await books.webhooks()).map((row) => ({
    ...{ ...row, tokens: all(row.tokens), passwords: all(row.passwords), secrets: all(row.secrets) },
  }))
  const hooks = (await hooksOf(context)).map((row) => ({ ...row, secrets: all(row.secrets) }))
  const audit = renewed > 0 ? [lineOf(context, 'production', 'secrets.reseal', 'installation', { renewed })] : []
  if (renewed > 0) await books.act({ audit, webhooks, hooks })
  return {
    value: { kept, renewed },
    lines: [`${renewed} of ${kept} secrets are sealed anew; all are under the key of SECRET_KEY now.`],
    notes: ['Links to partner pages live 90 days at most: keep SECRET_KEY_PREVIOUS so long, or make those links anew.'],
  }
}

export function secretsCommand(machine: Machine, program: Command): void {
  const secrets = program.command('secrets').description('what this installation keeps encrypted')
  act(
    machine,
    secrets
      .command('reseal')
      .description('seal everything with the key that SECRET_KEY holds now, after a change of it'),
    reseal,
  )
}
