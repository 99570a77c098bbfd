/** A moment in the reader's own time; in UTC on hover. */
interface Props {
  /** Epoch ms. */
  readonly at: number
  readonly isDay?: boolean
}

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })
const minute = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

export function Time({ at, isDay = false }: Props) {
  const iso = new Date(at).toISOString()
  return (
    <time dateTime={iso} title={`${iso.slice(0, 19).replace('T', ' ')} UTC`}>
      {(isDay ? day : minute).format(at)}
    </time>
  )
}
