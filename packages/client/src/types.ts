/** What a call takes and gives, read off the generated description of the API. */
import type { paths } from './generated.ts'

export type Method = 'get' | 'post' | 'patch' | 'put' | 'delete'

/** The addresses that have this method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends { [K in M]: infer O } ? (O extends object ? P : never) : never
}[keyof paths]

export type OperationOf<M extends Method, P extends PathOf<M>> = paths[P] extends { [K in M]: infer O } ? O : never

/** JSON where there is some; files are text. */
type Content<T> = T extends { content: { 'application/json': infer B } }
  ? B
  : T extends { content: { 'text/csv': infer B } }
    ? B
    : undefined

/** As the description has them: optional where nothing in them is required. */
type Parameters<O> = O extends { parameters: infer P } ? Pick<P, Extract<keyof P, 'path' | 'query'>> : unknown
type Body<O> = O extends { requestBody: infer R }
  ? { readonly body: Content<R> }
  : O extends { requestBody?: infer R }
    ? [R] extends [never]
      ? unknown
      : { readonly body?: Content<R> }
    : unknown

/** What is sent: values in the path, the query and the body. */
export type Input<O> = Parameters<O> & Body<O> & { readonly signal?: AbortSignal; readonly idempotencyKey?: string }

type Success<O> = O extends { responses: { 200: infer R } } ? Content<R> : undefined

/** What comes back, without its envelope. */
export type DataOf<O> =
  Success<O> extends { rdata: infer D } ? D : Success<O> extends { data: infer D } ? D : Success<O>

/** Of a list: one of its rows. */
export type ItemOf<O> = DataOf<O> extends { items: (infer T)[] } ? T : never

/** The lists: their data has `items` and `has_more`. */
export type ListPath = {
  [P in PathOf<'get'>]: [ItemOf<OperationOf<'get', P>>] extends [never] ? never : P
}[PathOf<'get'>]

/** Optional where everything in it is. */
export type Arguments<T> = Record<never, never> extends T ? [input?: T] : [input: T]
