import { part, useChange } from '../../api/reads.ts'
import type { Group } from '../../api/types.ts'
import type { Field, Values } from '../../parts/FieldsForm.tsx'
import { FormButton } from '../../parts/FormButton.tsx'
import { given } from '../../parts/given.ts'
import { tell } from '../../parts/tell.ts'

const fieldsOf = (group: Group | null): readonly Field[] => [
  { name: 'name', label: 'Name', isRequired: true, initial: group?.name ?? '' },
  {
    name: 'slug',
    label: 'Slug',
    description: 'What the API calls it. Left empty, it is made from the name.',
    initial: group?.slug ?? '',
  },
  {
    name: 'destination',
    label: 'Links lead to',
    type: 'url',
    description: "Where the partners' first links lead. Left empty: to the site (setting site_url).",
    placeholder: 'https://',
    initial: group?.destination ?? '',
  },
]

export function AddGroup() {
  const change = useChange<Group>()
  const add = async (values: Values): Promise<void> => {
    await change.mutateAsync({ method: 'POST', path: '/groups', body: given(values) })
    tell('The group is added.')
  }
  return <FormButton label="Add a group" title="Add a group" fields={fieldsOf(null)} submit="Add" act={add} />
}

export function EditGroup({ group }: { readonly group: Group }) {
  const change = useChange<Group>()
  const save = async (values: Values): Promise<void> => {
    await change.mutateAsync({ method: 'PATCH', path: `/groups${part(group.key)}`, body: given(values) })
    tell('The group is changed.')
  }
  const button = { size: 'xs', variant: 'default' } as const
  return (
    <FormButton label="Edit" title="Edit the group" fields={fieldsOf(group)} submit="Save" button={button} act={save} />
  )
}
