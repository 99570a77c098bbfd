import { Anchor, Badge, Group } from '@mantine/core'
import type { Partner } from '../../api/types.ts'
import { CopyButton } from '../../parts/CopyButton.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { Key, Name } from '../../parts/Name.tsx'
import { Time } from '../../parts/Time.tsx'

/** What a field holds, as text: nothing from outside is shown as anything else. */
const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

export function PartnerFacts({ partner }: { readonly partner: Partner }) {
  const { partner_key: key, email, group, tags, manager, fields } = partner
  return (
    <Facts
      label="The partner"
      facts={[
        [
          'Partner key',
          <Group key="key" gap={2} wrap="nowrap">
            <Key>{key}</Key>
            <CopyButton text={key} what="partner key" />
          </Group>,
        ],
        [
          'E-mail',
          <Anchor key="email" href={`mailto:${encodeURIComponent(email)}`} inherit>
            <Name>{email}</Name>
          </Anchor>,
        ],
        group && ['Group', <Name key="group">{group.name}</Name>],
        ['Joined', <Time key="joined" at={partner.joined_at} />],
        manager && ['Manager', <Name key="manager">{manager.name ?? manager.email ?? ''}</Name>],
        tags.length === 0
          ? null
          : [
              'Tags',
              <Group key="tags" gap={4}>
                {tags.map((tag) => (
                  <Badge key={tag} variant="default" miw={0} maw="100%" title={tag}>
                    <bdi>{tag}</bdi>
                  </Badge>
                ))}
              </Group>,
            ],
        ...fields.map(({ name, value }) => [name, <Name key={name}>{asText(value)}</Name>] as const),
      ]}
    />
  )
}
