import { Group } from '@mantine/core'
import type { Customer } from '../../api/types.ts'
import { CopyButton } from '../../parts/CopyButton.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { Key, Name } from '../../parts/Name.tsx'
import { PageLink } from '../../parts/PageLink.tsx'
import { Time } from '../../parts/Time.tsx'
import { sourceName } from '../../parts/sources.ts'

const copied = (text: string, what: string) => (
  <Group gap={2} wrap="nowrap">
    <Key>{text}</Key>
    <CopyButton text={text} what={what} />
  </Group>
)

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

export function CustomerFacts({ customer }: { readonly customer: Customer }) {
  return (
    <Facts
      label="The customer"
      facts={[
        ['Customer key', copied(customer.customer_key, 'customer key')],
        customer.email === null ? null : ['E-mail', <Name key="email">{customer.email}</Name>],
        [
          'Partner',
          <PageLink key="partner" to={['partners', customer.partnership_key]}>
            <Key>{customer.partner_key}</Key>
          </PageLink>,
        ],
        ['Signed up', <Time key="signed-up" at={customer.created_at} />],
        ['Came by', sourceName(customer.source_type)],
        customer.source_key === null ? null : ['Click', copied(customer.source_key, 'click id')],
        customer.provider_key === null ? null : ["Platform's key", copied(customer.provider_key, "platform's key")],
        ...customer.fields.map(({ name, value }) => [name, <Name key={name}>{asText(value)}</Name>] as const),
      ]}
    />
  )
}
