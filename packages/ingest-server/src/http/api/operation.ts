/** What an operation of the API is. Each is one object, from which its route, its checks and its documentation are made. */
import type { z } from 'zod'
import type { ErrorCode } from '../../errors.ts'
import type { Entry } from '../../entry.ts'
import type { Fact, Mode } from '../../facts.ts'
import type { Receipt } from '../../ledger/books.ts'
import type { Deps } from '../deps.ts'
import type { Lookups } from '../lookups.ts'
import type { Caller, CallerKind } from './caller.ts'

/** Where it is served; `rdata` holds the data under `/v1`, `data` elsewhere. */
export type Base = '/v1' | '/api/v2' | '/api' | '' | '/admin/api' | '/admin/api/{mode}'
export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** One call of an operation, checked: what it named, who makes it, and the books it is about. */
export interface Call<P = unknown, Q = unknown, B = unknown> {
  readonly caller: Caller
  readonly mode: Mode
  readonly path: P
  readonly query: Q
  readonly body: B
  readonly now: number
  readonly books: Deps['books']
  readonly deps: Deps
  readonly lookups: Lookups
  /** Records what is called for; the receipt says what the last fact was about. */
  record(...facts: Fact[]): Promise<Receipt>
  /** Records what is kept as a delivery, too. */
  keep(entry: Entry): Promise<Receipt>
}

interface Told {
  /** What a generated client calls it; unique. */
  readonly id: string
  readonly method: Method
  /** As `/customers/{id}`. */
  readonly path: string
  readonly bases: readonly Base[]
  readonly tag: string
  readonly summary: string
  readonly callers: readonly CallerKind[]
  /** What comes with the data. */
  readonly message: string
  /** What may be refused beyond what any call can meet. */
  readonly refuses?: readonly ErrorCode[]
  /** Its answer has no body at all. */
  readonly silent?: true
  /** Browsers of any origin may call it, not only those of API_ORIGINS. */
  readonly anyOrigin?: true
}

interface Spec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> extends Told {
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly answers: A
  /** A body and what is answered to it. */
  readonly example: { readonly body?: z.input<B>; readonly data: z.input<A> }
  handle(call: Call<z.output<P>, z.output<Q>, z.output<B>>): Promise<z.input<A>>
}

/** An operation whose types have been checked against each other. */
export interface Operation extends Told {
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly answers: z.ZodType
  readonly example: { readonly body?: unknown; readonly data: unknown }
  handle(call: Call): Promise<unknown>
}

/** An operation at one of its bases. */
export interface Served {
  readonly base: Base
  readonly operation: Operation
}

export const operation = <
  A extends z.ZodType,
  P extends z.ZodType = z.ZodUnknown,
  Q extends z.ZodType = z.ZodUnknown,
  B extends z.ZodType = z.ZodUnknown,
>(
  spec: Spec<P, Q, B, A>,
): Operation => spec as Operation
