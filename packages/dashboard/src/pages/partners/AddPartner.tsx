import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { useTo } from '../../api/mode.ts'
import { useChange } from '../../api/reads.ts'
import type { Link } from '../../api/types.ts'
import type { Field, Values } from '../../parts/FieldsForm.tsx'
import { FormButton } from '../../parts/FormButton.tsx'
import { given } from '../../parts/given.ts'
import { tell } from '../../parts/tell.ts'

interface Props {
  readonly groups: readonly { readonly value: string; readonly label: string }[]
}

const fields: readonly Field[] = [
  { name: 'email', label: 'E-mail', type: 'email', isRequired: true },
  { name: 'first_name', label: 'First name' },
  { name: 'last_name', label: 'Last name' },
  {
    name: 'partner_key',
    label: 'Partner key',
    description: 'Stands in links and cookies and stays as it is. Left empty, one is made up.',
    placeholder: 'ada',
  },
  {
    name: 'destination',
    label: 'Destination of the first link',
    type: 'url',
    description: "Left empty, it leads where the group's links lead.",
    placeholder: 'https://',
  },
]

export function AddPartner({ groups }: Props) {
  const change = useChange<Pick<Link, 'key'>>()
  const navigate = useNavigate()
  const to = useTo()
  const add = async (values: Values): Promise<void> => {
    const { key } = await change.mutateAsync({ method: 'POST', path: '/partnerships', body: given(values) })
    tell('The partner is added, with a first link.')
    void navigate(to('partners', key))
  }
  const choice = { name: 'group_key', label: 'Group', options: groups }
  return (
    <FormButton
      label="Add a partner"
      title="Add a partner"
      fields={groups.length > 1 ? [...fields, choice] : fields}
      submit="Add"
      button={{ leftSection: <IconPlus size={16} aria-hidden /> }}
      act={add}
    />
  )
}
