/** A person's own data: given to them as a file, or forgotten. */
import { Alert, Button } from '@mantine/core'
import { IconDownload, IconEraser } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { useMode, useTo } from '../../api/mode.ts'
import { part, useChange } from '../../api/reads.ts'
import type { Customer } from '../../api/types.ts'
import { FormButton } from '../../parts/FormButton.tsx'
import { Section } from '../../parts/Section.tsx'
import { tell } from '../../parts/tell.ts'
import { Time } from '../../parts/Time.tsx'

const ABOUT =
  'What is kept of this customer can be given to them, or forgotten: e-mail, name, fields and what was said of them elsewhere goes. What they paid, its partner and the payment platform’s id stay, so that a later payment still finds its partner.'

export function PersonalData({ customer }: { readonly customer: Customer }) {
  const mode = useMode()
  const to = useTo()
  const navigate = useNavigate()
  const change = useChange<{ readonly kept: readonly string[] }>()
  const path = `/customers${part(customer.key)}`
  const erase = async (body: Readonly<Record<string, string>>): Promise<void> => {
    const { kept } = await change.mutateAsync({ method: 'POST', path: `${path}/erase`, body })
    tell(
      kept.length === 0
        ? 'Forgotten. What they paid stays.'
        : `Forgotten, but for ${kept.length} deliveries that failed or wait: their bodies go once they are worked.`,
    )
    await navigate(to('customers', customer.key), { replace: true })
  }
  const file = (
    <Button
      component="a"
      href={`/admin/api/${mode}${path}/personal-data`}
      download={`${customer.key}.json`}
      variant="default"
      size="xs"
      leftSection={<IconDownload size={14} aria-hidden />}
    >
      Download as JSON
    </Button>
  )
  if (customer.erased_at !== null)
    return (
      <Section title="Personal data" acts={file}>
        <Alert color="gray" icon={<IconEraser aria-hidden />} maw={720}>
          Who this was is forgotten since <Time at={customer.erased_at} />. Nothing that comes in fills it again.
        </Alert>
      </Section>
    )
  const acts = (
    <>
      {file}
      <FormButton
        label="Erase"
        title="Forget who this customer is?"
        submit="Erase for good"
        button={{ size: 'xs', color: 'red', variant: 'light' }}
        fields={[
          {
            name: 'confirm',
            label: `Type ${customer.customer_key} to confirm`,
            description:
              'This cannot be taken back. Their payments and rewards stand, and the audit log says who did it.',
            isRequired: true,
            autoComplete: 'off',
          },
        ]}
        act={erase}
      />
    </>
  )
  return (
    <Section title="Personal data" about={ABOUT} acts={acts}>
      {null}
    </Section>
  )
}
