/** From a request to a call of its operation, and from what comes of it to an answer. */
import type { Request, RequestHandler } from 'express'
import type { z } from 'zod'
import type { Fact } from '../../facts.ts'
import { bytesOf, jsonOf, rawBody } from '../body.ts'
import type { Deps } from '../deps.ts'
import { answer } from '../envelope.ts'
import { readFields } from '../fields.ts'
import { callerOf, type Caller } from './caller.ts'
import { stepsOf } from './idempotency.ts'
import type { Lookups } from '../lookups.ts'
import type { Call, Served } from './operation.ts'

const LIMIT = 1024 * 1024

export const readBody: RequestHandler = rawBody(LIMIT)

/** A body that is not there names no field. */
const fieldsOf = (req: Request): Readonly<Record<string, unknown>> => (bytesOf(req).length === 0 ? {} : jsonOf(req))

const read = (schema: z.ZodType | undefined, fields: Readonly<Record<string, unknown>>): unknown =>
  schema && readFields(schema, fields)

/** Under the name of whoever calls: what the audit log says of it. */
const saidBy =
  (actor: string) =>
  (fact: Fact): Fact =>
    'actor' in fact ? { ...fact, actor } : fact

/** What keys bring in day by day stands in lists of its own; a line beside each would be every line there is. */
const DAILY: ReadonlySet<Fact['kind']> = new Set(['customer.create', 'transaction.create', 'action.create'])

const isAct = (caller: Caller, facts: readonly Fact[]): boolean =>
  caller.kind === 'admin' || (caller.kind === 'keys' && !facts.every(({ kind }) => DAILY.has(kind)))

export const answering =
  ({ operation, base }: Served, deps: Deps, lookups: Lookups): RequestHandler =>
  async (req, res) => {
    const caller = callerOf(res)
    const now = deps.now()
    const { mode } = caller
    const step = stepsOf(res)
    const call: Call = {
      caller,
      mode,
      path: read(operation.params, req.params),
      query: read(operation.query, req.query),
      body: operation.body && read(operation.body, fieldsOf(req)),
      now,
      books: deps.books,
      deps,
      lookups,
      record: (...facts) =>
        deps.books.record({
          ...{ mode, at: now, facts: facts.map(saidBy(caller.id)), delivery: null, ...step() },
          ...(isAct(caller, facts) && { by: caller.id }),
        }),
      keep: (entry) => deps.books.record({ ...entry, ...step() }),
    }
    const data = await operation.handle(call)
    if (operation.silent) return void res.end()
    answer(res, base, operation.message, data)
  }
