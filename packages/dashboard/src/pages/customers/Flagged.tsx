import { Badge } from '@mantine/core'

/** Said beside the name of a customer whose rewards wait for a second look. */
export const Flagged = ({ is }: { readonly is: boolean }) =>
  is && (
    <Badge color="yellow" variant="light">
      Flagged
    </Badge>
  )
