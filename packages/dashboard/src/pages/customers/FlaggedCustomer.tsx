/** Why a customer's rewards wait, and the word that lets them go on. */
import { Alert, List, Stack, Text } from '@mantine/core'
import { IconFlag } from '@tabler/icons-react'
import { part, useChange } from '../../api/reads.ts'
import type { Customer } from '../../api/types.ts'
import { FormButton } from '../../parts/FormButton.tsx'
import { given } from '../../parts/given.ts'
import { tell } from '../../parts/tell.ts'
import { Time } from '../../parts/Time.tsx'

export function FlaggedCustomer({ customer }: { readonly customer: Customer }) {
  const change = useChange<Customer>()
  const standing = customer.flags.filter(({ cleared_at: cleared }) => cleared === null)
  if (standing.length === 0) return null
  const clear = async (values: Readonly<Record<string, string>>): Promise<void> => {
    const path = `/customers${part(customer.key)}/flags/clear`
    await change.mutateAsync({ method: 'POST', path, body: given(values) })
    tell('Cleared. Its rewards go on.')
  }
  return (
    <Alert color="yellow" title="Its rewards wait until you have looked at it" icon={<IconFlag aria-hidden />}>
      <Stack gap="sm" align="flex-start">
        <List size="sm" aria-label="Why it is flagged">
          {standing.map(({ rule, reason, flagged_at: at }) => (
            <List.Item key={`${rule} ${reason}`}>
              <span className="name">{reason}</span>{' '}
              <Text span size="sm" c="dimmed">
                since <Time at={at} />
              </Text>
            </List.Item>
          ))}
        </List>
        {!customer.archived && (
          <FormButton
            label="It is in order"
            title="Let its rewards go on?"
            fields={[
              {
                name: 'note',
                label: 'What you found',
                description: 'Stands in the audit log, with your decision. The same is not held against it again.',
                type: 'lines',
              },
            ]}
            submit="Clear the flags"
            button={{ size: 'xs', variant: 'default' }}
            act={clear}
          />
        )}
      </Stack>
    </Alert>
  )
}
