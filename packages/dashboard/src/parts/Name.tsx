/** What somebody is called. It comes from outside: any length, any direction, any signs. */
interface Props {
  readonly children: string
  /** On one line, the rest on hover. */
  readonly isCut?: boolean
}

export const Name = ({ children, isCut = false }: Props) => (
  <bdi className={isCut ? 'name cut' : 'name'} {...(isCut && { title: children })}>
    {children}
  </bdi>
)

/** A key, as people copy it. */
export const Key = ({ children, isCut = false }: Props) => (
  <bdi className={isCut ? 'name cut mono' : 'name mono'} {...(isCut && { title: children })}>
    {children}
  </bdi>
)
