/** What is recorded of what a platform tells. Some of it is the platform's own, some holds for all of the mode. */
import { Paper } from '@mantine/core'
import { part, useChanges, useRead, type Change } from '../../../api/reads.ts'
import { FieldsForm, type Field, type Values } from '../../../parts/FieldsForm.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { Section } from '../../../parts/Section.tsx'
import { tell } from '../../../parts/tell.ts'
import type { Setting } from '../../settings/types.ts'
import type { Guide } from '../guides.ts'
import type { Platform } from '../types.ts'

interface Props {
  readonly platform: Platform
  readonly guide: Guide
}

const SOURCE: Field = {
  name: 'record_from',
  label: 'Record payments from',
  description: 'Never both. A change holds for events from then on, and what was recorded stays.',
  options: [
    { value: 'charge', label: 'Charges' },
    { value: 'invoice', label: 'Invoices' },
  ],
}
const REFUNDS: Field = {
  name: 'refunds',
  label: 'A partial refund',
  description: 'For all platforms of this mode.',
  options: [
    { value: 'proportional', label: 'Reduces the transaction, and what was earned, in proportion' },
    { value: 'archive', label: 'Archives the transaction, and takes back all that was earned' },
  ],
}
const DISPUTES: Field = {
  name: 'disputes',
  label: 'Disputed money',
  description: 'For all platforms of this mode.',
  options: [
    { value: 'on', label: 'Counts as taken back while the dispute holds it' },
    { value: 'off', label: 'Counts as paid, whatever becomes of the dispute' },
  ],
}
const ofSettings = ['refunds', 'disputes'] as const

export function Recording({ platform, guide }: Props) {
  const read = useRead<{ readonly items: readonly Setting[] }>('/settings')
  return (
    <Section title="What is recorded">
      <Loaded read={read} what="setting">
        {({ items }) => <Form platform={platform} guide={guide} settings={items} />}
      </Loaded>
    </Section>
  )
}

function Form({ platform, guide, settings }: Props & { readonly settings: readonly Setting[] }) {
  const { provider, title, record_from: source, currency } = platform
  const change = useChanges()
  const valueOf = (name: string): string => settings.find((one) => one.name === name)?.value ?? ''
  const currencyField: Field = {
    name: 'currency',
    label: 'Currency',
    description: `${title} does not always name one. Left empty: that of the program, ${valueOf('currency')}.`,
    placeholder: valueOf('currency'),
    initial: currency ?? '',
  }
  const fields = [
    ...(guide.hasSources ? [{ ...SOURCE, initial: source }] : []),
    ...(guide.namesCurrency ? [] : [currencyField]),
    { ...REFUNDS, initial: valueOf('refunds') },
    { ...DISPUTES, initial: valueOf('disputes') },
  ]
  const save = async (values: Values): Promise<void> => {
    const own = {
      ...(guide.hasSources && values['record_from'] !== source && { record_from: values['record_from'] }),
      ...(!guide.namesCurrency && values['currency'] !== (currency ?? '') && { currency: values['currency'] || null }),
    }
    const shared = ofSettings.filter((name) => values[name] !== valueOf(name)).map((name) => [name, values[name]])
    const changes: Change[] = [
      ...(Object.keys(own).length > 0
        ? [{ method: 'PATCH', path: `/platforms${part(provider)}`, body: own } as const]
        : []),
      ...(shared.length > 0
        ? [{ method: 'PATCH', path: '/settings', body: { values: Object.fromEntries(shared) } } as const]
        : []),
    ]
    await change(changes)
    tell(changes.length > 0 ? 'Saved. It holds from now on.' : 'Nothing was different.')
  }
  return (
    <Paper withBorder p="md" maw={720}>
      <FieldsForm fields={fields} submit="Save" act={save} />
    </Paper>
  )
}
