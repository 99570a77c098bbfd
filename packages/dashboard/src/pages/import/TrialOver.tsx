/** After a trial: the same file for real, while the page still has it. */
import { Alert, Button, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import { useTo } from '../../api/mode.ts'
import type { Import } from '../../api/types.ts'
import { Failure } from '../../parts/Failure.tsx'
import { keptFile } from './kept-file.ts'
import { Sent } from './SendFile.tsx'
import { useSending } from './sending.ts'

export function TrialOver({ of: { key, type, failed } }: { readonly of: Import }) {
  const to = useTo()
  const { sending, sent } = useSending()
  const upload = keptFile(key)
  return (
    <Alert color="yellow" variant="light" title="This was a trial: nothing was changed">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">
          {failed > 0 ? 'Rows that would be refused stand below. The others would go in.' : 'Every row reads well.'}
        </Text>
        {sending.isPending && <Sent part={sent} />}
        {sending.error && <Failure error={sending.error} />}
        {upload ? (
          <Button loading={sending.isPending} onClick={() => sending.mutate({ ...upload, isTrial: false })}>
            Import it now
          </Button>
        ) : (
          <Button component={Link} to={`${to('import')}?of=${type}`}>
            Choose the file again
          </Button>
        )}
      </Stack>
    </Alert>
  )
}
