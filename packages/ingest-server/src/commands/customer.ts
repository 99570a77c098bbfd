/** `customer export|erase`: what is kept of somebody, and forgetting them. */
import type { Command } from 'commander'
import { AppError } from '../errors.ts'
import { customerObject } from '../objects/customer.ts'
import { personalData } from '../personal/data.ts'
import { eraseCustomer, findPerson } from '../personal/erase.ts'
import { act, modeOption, OPERATOR, type CommonOptions, type Context, type Result } from './act.ts'
import type { Machine } from './machine.ts'

interface EraseOptions extends CommonOptions {
  readonly yes?: boolean
}

async function give({ books }: Context, { mode }: CommonOptions, ref = ''): Promise<Result> {
  const value = await personalData(books, mode, ref)
  return { value, lines: [JSON.stringify(value, null, 2)] }
}

async function erase({ books, now }: Context, { mode, yes }: EraseOptions, ref = ''): Promise<Result> {
  const { customerKey } = await findPerson(books, mode, ref)
  if (!yes) {
    const what = `who customer '${customerKey}' is goes everywhere, and what they paid stays`
    throw new AppError('BAD_REQUEST', `This cannot be taken back: ${what}. Say it again with --yes.`)
  }
  const done = await eraseCustomer(books, mode, ref, (key) => {
    const fact = { kind: 'customer.erase', ref: key, actor: OPERATOR } as const
    return books.record({ mode, at: now(), facts: [fact], delivery: null, by: OPERATOR })
  })
  const { customer } = done.customer
  const waiting = `${done.kept.length} deliveries that failed or wait mention them: their bodies go once they are worked or forgotten.`
  return {
    value: { customer: customerObject(done.customer), rows: done.rows, kept: done.kept },
    lines: [
      `Erased. What they paid stands, under the customer_key '${customer.customerKey}'.`,
      ...Object.entries(done.rows).map(([table, count]) => `  ${table.padEnd(14)} ${count}`),
    ],
    notes: done.kept.length > 0 ? [waiting] : [],
  }
}

export function customerCommand(machine: Machine, program: Command): void {
  const customer = program.command('customer').description("a person's own data: given to them, or forgotten")
  const named = (name: string, description: string): Command =>
    customer
      .command(name)
      .description(description)
      .argument('<customer>', 'customer_key, cus_… or e-mail')
      .addOption(modeOption())
  act(machine, named('export', 'all that is kept of a customer, as JSON'), give)
  const eraser = named('erase', 'forget who a customer is; their payments and their partner stay')
  act<EraseOptions>(machine, eraser.option('--yes', 'it is meant: this cannot be taken back'), erase)
}
