/** Everything that fits the filters, as a file. */
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMode } from '../api/mode.ts'
import { queryOf } from './words.ts'

interface Props {
  readonly resource: string
  /** As the list has them; an empty text is no filter. */
  readonly filters: Readonly<Record<string, string>>
}

export function ExportButton({ resource, filters }: Props) {
  const mode = useMode()
  return (
    <Button
      component="a"
      href={`/admin/api/${mode}/exports${resource}?${queryOf(filters)}`}
      download
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
    >
      Export CSV
    </Button>
  )
}
