/** A moment in the reader's own time; in UTC on hover. */
interface Props {
  /** Epoch ms. */
  readonly at: number
  readonly isDay?: boolean
  /** For what follows each other quickly. */
  readonly hasSeconds?: boolean
}

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })
const second = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })
const minute = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

export function Time({ at, isDay = false, hasSeconds = false }: Props) {
  const iso = new Date(at).toISOString()
  return (
    <time dateTime={iso} title={`${iso.slice(0, 19).replace('T', ' ')} UTC`}>
      {(isDay ? day : hasSeconds ? second : minute).format(at)}
    </time>
  )
}
