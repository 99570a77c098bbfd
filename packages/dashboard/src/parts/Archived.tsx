import { Badge } from '@mantine/core'

export const Archived = ({ is }: { readonly is: boolean }) =>
  is && (
    <Badge color="gray" variant="light">
      Archived
    </Badge>
  )
