/** The server's log: lines of JSON that name no person and hold no secret, whatever an error has to say for itself. */
import { pino, type Logger } from 'pino'

export interface LogOptions {
  readonly level: string
  readonly to: { write(line: string): unknown }
  /** Told the name of a line's level. */
  readonly onLine?: (level: string) => void
}

/** What is told of an error. `detail`, `where`, `input` and whatever else one may carry are rows and requests, and stay away. */
export interface ToldError {
  readonly type: string
  readonly message: string
  readonly stack: string
  readonly code?: string
  readonly table?: string
  readonly constraint?: string
  readonly cause?: ToldError
}

/** So many causes behind each other are told. */
const DEEPEST = 4
const NAMES = ['code', 'table', 'constraint'] as const

/** Whether its words repeat what could not be read: JSON, an address, a value of the wrong type for PostgreSQL (class 22). */
const repeatsInput = (error: Error & { readonly code?: unknown }): boolean =>
  error instanceof SyntaxError || error instanceof URIError || /^22\w{3}$/.test(String(error.code))

export function toldError(error: unknown, depth = 1): ToldError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error', stack: '' }
  const named = error as Error & Partial<Record<(typeof NAMES)[number], unknown>>
  const names = NAMES.filter((name) => typeof named[name] === 'string').map((name) => [name, named[name]])
  return {
    type: error.constructor.name,
    message: repeatsInput(named) ? error.message.replace(/(["'])[^]*\1/g, '$1…$1') : error.message,
    stack: /\n {4}at [^]*$/.exec(error.stack ?? '')?.[0].slice(1) ?? '',
    ...(Object.fromEntries(names) as Partial<Record<(typeof NAMES)[number], string>>),
    ...(error.cause instanceof Error && depth < DEEPEST && { cause: toldError(error.cause, depth + 1) }),
  }
}

/** Where a word begins in a line of JSON: the letter of an escape, as in `\n`, belongs to what is before it. */
const START = String.raw`(?<=^|[^0-9A-Za-z\\]|\\[bfnrt])`
const word = (pattern: string, flags = 'g'): RegExp => new RegExp(START + pattern, flags)

/**
 * The net below: nothing of this kind should get as far as a line. Tokens and secrets of ours, of Stripe and of HTTP; the
 * credentials of an address; whatever is random and long; an e-mail.
 */
const NEVER: readonly (readonly [RegExp, string])[] = [
  [/:\/\/[^\s/@"]{1,512}@/g, '://…@'],
  [word(String.raw`(basic|bearer) +[\w+/=~.-]{8,}`, 'gi'), '$1 …'],
  [word(String.raw`(sk|rk|tt|pt|whsec)_[\w+/=-]{4,}`), '$1_…'],
  [/(\/webhooks\/[\w-]{1,32}\/)[^\s/?"\\]+/g, '$1…'],
  [word('[0-9A-Za-z]{40,}'), '…'],
  [
    word(String.raw`[^\s"'\\<>()[\]{},;:=@/…]{1,256}(?:@|%40)[\p{L}\p{N}][\p{L}\p{N}.-]{0,252}\.\p{L}{2,24}`, 'gu'),
    '…@…',
  ],
]

export const scrubbed = (line: string): string =>
  NEVER.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line)

export function createLog({ level, to, onLine }: LogOptions): Logger {
  return pino(
    {
      level,
      base: null,
      serializers: { err: toldError },
      hooks: {
        logMethod(args, method, number) {
          onLine?.(pino.levels.labels[number] ?? String(number))
          method.apply(this, args)
        },
      },
    },
    { write: (line) => void to.write(scrubbed(line)) },
  )
}
