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

/** A field, with what it stands at and whose it is: the platform's own, or a setting of the whole mode. */
interface Kept extends Field {
  readonly initial: string
  readonly of: 'platform' | 'settings'
}

/** `options`: what each value means. */
const choice = (
  name: string,
  label: string,
  description: string,
  options: Readonly<Record<string, string>>,
): Field => ({
  ...{ name, label, description },
  options: Object.entries(options).map(([value, meaning]) => ({ value, label: meaning })),
})

const NEVER_BOTH = 'Never both. A change holds for events from then on, and what was recorded stays.'
const SOURCE = choice('record_from', 'Record payments from', NEVER_BOTH, { charge: 'Charges', invoice: 'Invoices' })

const FOR_ALL = 'For all platforms of this mode.'
const SHARED: readonly Field[] = [
  choice('refunds', 'A partial refund', FOR_ALL, {
    proportional: 'Reduces the transaction, and what was earned, in proportion',
    archive: 'Archives the transaction, and takes back all that was earned',
  }),
  choice('disputes', 'Disputed money', FOR_ALL, {
    on: 'Counts as taken back while the dispute holds it',
    off: 'Counts as paid, whatever becomes of the dispute',
  }),
]

function fieldsOf({ platform, guide }: Props, valueOf: (name: string) => string): Kept[] {
  const currency: Field = {
    name: 'currency',
    label: 'Currency',
    description: `${platform.title} does not always name one. Left empty: that of the program, ${valueOf('currency')}.`,
    placeholder: valueOf('currency'),
  }
  return [
    ...(guide.hasSources ? [{ ...SOURCE, initial: platform.record_from, of: 'platform' } as const] : []),
    ...(guide.namesCurrency ? [] : [{ ...currency, initial: platform.currency ?? '', of: 'platform' } as const]),
    ...SHARED.map((field) => ({ ...field, initial: valueOf(field.name), of: 'settings' }) as const),
  ]
}

/** Each place is told of what is different there, and of nothing else. */
function changesOf(fields: readonly Kept[], values: Values, provider: string): Change[] {
  const differing = (of: Kept['of']) =>
    Object.fromEntries(
      fields
        .filter((field) => field.of === of && values[field.name] !== field.initial)
        .map(({ name }) => [name, values[name] || null]),
    )
  const [own, shared] = [differing('platform'), differing('settings')]
  const isAny = (some: object): boolean => Object.keys(some).length > 0
  return [
    ...(isAny(own) ? [{ method: 'PATCH', path: `/platforms${part(provider)}`, body: own } as const] : []),
    ...(isAny(shared) ? [{ method: 'PATCH', path: '/settings', body: { values: shared } } as const] : []),
  ]
}

export function Recording({ platform, guide }: Props) {
  const read = useRead<{ readonly items: readonly Setting[] }>('/settings')
  const change = useChanges()
  return (
    <Section title="What is recorded">
      <Loaded read={read} what="setting">
        {({ items }) => {
          const fields = fieldsOf({ platform, guide }, (name) => items.find((one) => one.name === name)?.value ?? '')
          const save = async (values: Values): Promise<void> => {
            const changes = changesOf(fields, values, platform.provider)
            await change(changes)
            tell(changes.length > 0 ? 'Saved. It holds from now on.' : 'Nothing was different.')
          }
          return (
            <Paper withBorder p="md" maw={720}>
              <FieldsForm fields={fields} submit="Save" act={save} />
            </Paper>
          )
        }}
      </Loaded>
    </Section>
  )
}
