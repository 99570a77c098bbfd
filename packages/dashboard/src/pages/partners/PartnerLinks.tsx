/** The referral links of a partner. */
import { Group, Text } from '@mantine/core'
import { part, useChange } from '../../api/reads.ts'
import type { Link, Partner } from '../../api/types.ts'
import { CopyButton } from '../../parts/CopyButton.tsx'
import type { Field, Values } from '../../parts/FieldsForm.tsx'
import { FormButton } from '../../parts/FormButton.tsx'
import { given } from '../../parts/given.ts'
import { Key, Name } from '../../parts/Name.tsx'
import { QrButton } from '../../parts/QrButton.tsx'
import { ShortList } from '../../parts/ShortList.tsx'
import type { Column } from '../../parts/Table.tsx'
import { tell } from '../../parts/tell.ts'
import { Time } from '../../parts/Time.tsx'

const columns: readonly Column<Link>[] = [
  {
    label: 'Link',
    isLead: true,
    cell: ({ url, title }) => (
      <>
        <Group gap={2} wrap="nowrap">
          <Key>{url}</Key>
          <CopyButton text={url} what={`link ${url}`} />
          <QrButton url={url} />
        </Group>
        {title && (
          <Text size="sm" c="dimmed" component="div">
            <Name isCut>{title}</Name>
          </Text>
        )}
      </>
    ),
  },
  {
    label: 'Leads to',
    cell: ({ destination }) =>
      destination ? <Name isCut>{destination}</Name> : <Text inherit c="dimmed" children="As the group's links" />,
  },
  { label: 'Made', cell: ({ created_at: at }) => <Time at={at} isDay /> },
]

const fields: readonly Field[] = [
  {
    name: 'path',
    label: 'Path',
    description: 'What the link ends with. Left empty, one is made up.',
    placeholder: 'ada-spring',
  },
  {
    name: 'destination',
    label: 'Destination',
    type: 'url',
    description: "Left empty, it leads where the group's links lead.",
    placeholder: 'https://',
  },
  { name: 'title', label: 'Title', description: 'For you: the campaign, the place it is put.' },
]

export function PartnerLinks({ partner }: { readonly partner: Partner }) {
  const change = useChange<Link>()
  const path = `/links${part(partner.key)}`
  const add = async (values: Values): Promise<void> => {
    await change.mutateAsync({ method: 'POST', path, body: given(values) })
    tell('The link is made and works at once.')
  }
  return (
    <ShortList<Link>
      title="Referral links"
      resource={path}
      columns={columns}
      keyOf={({ key }) => key}
      filters={{ include_archived: 'true' }}
      limit={100}
      empty="No link yet."
    >
      {!partner.archived && (
        <FormButton
          label="New link"
          title="New link"
          fields={fields}
          submit="Make the link"
          button={{ size: 'xs', variant: 'default' }}
          act={add}
        />
      )}
    </ShortList>
  )
}
