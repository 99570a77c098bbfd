import { Group, Text } from '@mantine/core'
import type { Partner } from '../../api/types.ts'
import { Archived } from '../../parts/Archived.tsx'
import { CopyButton } from '../../parts/CopyButton.tsx'
import { Key, Name } from '../../parts/Name.tsx'
import { PageLink } from '../../parts/PageLink.tsx'
import { nameOfPartner } from '../../parts/people.ts'
import type { Column } from '../../parts/Table.tsx'
import { Time } from '../../parts/Time.tsx'

const hasName = (partner: Partner): boolean => nameOfPartner(partner) !== partner.email

export const partnerColumns: readonly Column<Partner>[] = [
  {
    label: 'Partner',
    isLead: true,
    cell: (partner) => (
      <>
        <Group gap={6}>
          <PageLink to={['partners', partner.key]}>
            <Name isCut>{nameOfPartner(partner)}</Name>
          </PageLink>
          <Archived is={partner.archived} />
        </Group>
        {hasName(partner) && (
          <Text size="sm" c="dimmed" component="div">
            <Name isCut>{partner.email}</Name>
          </Text>
        )}
      </>
    ),
  },
  {
    label: 'Partner key',
    cell: ({ partner_key: key }) => (
      <Group gap={2} wrap="nowrap">
        <Key isCut>{key}</Key>
        <CopyButton text={key} what={`partner key ${key}`} />
      </Group>
    ),
  },
  { label: 'Group', cell: ({ group }) => group && <Name isCut>{group.name}</Name> },
  { label: 'Added', sort: 'created_at', cell: ({ created_at: at }) => <Time at={at} isDay /> },
  { label: 'Changed', sort: 'updated_at', cell: ({ updated_at: at }) => <Time at={at} isDay /> },
]
