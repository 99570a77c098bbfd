import { Group } from '@mantine/core'
import type { Transaction } from '../../api/types.ts'
import { CopyButton } from '../../parts/CopyButton.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { Money } from '../../parts/Money.tsx'
import { Key, Name } from '../../parts/Name.tsx'
import { PageLink } from '../../parts/PageLink.tsx'
import { nameOfPayer } from '../../parts/people.ts'
import { Time } from '../../parts/Time.tsx'
import { sourceName } from '../../parts/sources.ts'

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const copied = (text: string, what: string) => (
  <Group gap={2} wrap="nowrap">
    <Key>{text}</Key>
    <CopyButton text={text} what={what} />
  </Group>
)

export function TransactionFacts({ transaction: of }: { readonly transaction: Transaction }) {
  const net = of.amount - of.amount_refunded
  return (
    <Facts
      label="The transaction"
      facts={[
        ['Key', copied(of.key, 'key')],
        of.source_key === of.key ? null : ["Platform's id", copied(of.source_key, "platform's id")],
        [
          'Customer',
          <PageLink key="customer" to={['customers', of.customer.key]}>
            <Name>{nameOfPayer(of)}</Name>
          </PageLink>,
        ],
        [
          'Partner',
          <PageLink key="partner" to={['partners', of.partnership_key]}>
            <Key>{of.partner_key}</Key>
          </PageLink>,
        ],
        of.amount_refunded === 0
          ? null
          : ['Refunded', <Money key="refunded" amount={of.amount_refunded} currency={of.currency} />],
        of.amount_refunded === 0 ? null : ['What stands', <Money key="net" amount={net} currency={of.currency} />],
        ['Paid', <Time key="paid" at={of.created_at} />],
        ['Changed', <Time key="changed" at={of.updated_at} />],
        ['Told by', sourceName(of.source)],
        of.product_key === null ? null : ['Product', <Key key="product">{of.product_key}</Key>],
        of.category_key === null ? null : ['Category', <Key key="category">{of.category_key}</Key>],
        of.replaced_by === null
          ? null
          : [
              'Replaced by',
              <PageLink key="replaced" to={['transactions', of.replaced_by]}>
                <Key>{of.replaced_by}</Key>
              </PageLink>,
            ],
        ...Object.entries(of.metadata).map(([name, value]) => [name, <Name key={name}>{asText(value)}</Name>] as const),
      ]}
    />
  )
}
