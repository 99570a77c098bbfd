import { part, useChange } from '../../api/reads.ts'
import type { Partner } from '../../api/types.ts'
import type { Field, Values } from '../../parts/FieldsForm.tsx'
import { FormButton } from '../../parts/FormButton.tsx'
import { useGroupOptions } from '../../parts/groups.ts'
import { given } from '../../parts/given.ts'
import { tell } from '../../parts/tell.ts'

const listed = (text: string): string[] => text.split(',').flatMap((tag) => tag.trim() || [])

export function EditPartner({ partner }: { readonly partner: Partner }) {
  const groups = useGroupOptions()
  const change = useChange<Partner>()
  const standing = partner.group?.slug ?? ''
  // An archived group is not offered, and stays the partner's own.
  const isOffered = groups.some(({ value }) => value === standing)
  const own = partner.group && !isOffered ? [{ value: standing, label: partner.group.name }] : []
  const fields: readonly Field[] = [
    { name: 'email', label: 'E-mail', type: 'email', isRequired: true, initial: partner.email },
    { name: 'first_name', label: 'First name', initial: partner.first_name ?? '' },
    { name: 'last_name', label: 'Last name', initial: partner.last_name ?? '' },
    { name: 'group_key', label: 'Group', initial: standing, options: [...own, ...groups] },
    { name: 'tags', label: 'Tags', description: 'Between commas.', initial: partner.tags.join(', ') },
    { name: 'manager_name', label: 'Manager', initial: partner.manager?.name ?? '' },
    { name: 'manager_email', label: "Manager's e-mail", type: 'email', initial: partner.manager?.email ?? '' },
  ]
  const save = async ({ tags = '', group_key: group = '', ...values }: Values): Promise<void> => {
    const body = { ...given(values), tags: listed(tags), ...(group !== standing && { group_key: group }) }
    await change.mutateAsync({ method: 'PATCH', path: `/partnerships${part(partner.key)}`, body })
    tell('The partner is changed.')
  }
  return (
    <FormButton
      label="Edit"
      title="Edit the partner"
      fields={fields}
      submit="Save"
      button={{ variant: 'default' }}
      act={save}
    />
  )
}
