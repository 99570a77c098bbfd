import { Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import type { ChangeEvent } from 'react'
import type { Draft } from './draft.ts'

interface Props {
  readonly draft: Draft
  readonly set: (changes: Partial<Draft>) => void
  /** What happens can only be chosen once. */
  readonly isNew: boolean
  readonly groups: readonly { readonly value: string; readonly label: string }[]
}

const EVENTS = [
  { value: 'transaction', label: 'A customer pays' },
  { value: 'signup', label: 'A customer signs up' },
  { value: 'action', label: 'An action is reported' },
]
const KINDS = [
  { value: 'percent', label: 'A share of the payment' },
  { value: 'flat', label: 'A fixed amount' },
]

export function TriggerFields({ draft, set, isNew, groups }: Props) {
  const isPayment = draft.event === 'transaction'
  const isPercent = isPayment && draft.kind === 'percent'
  const text = (name: keyof Draft, change: (value: string) => string = (value) => value) => ({
    value: String(draft[name]),
    onChange: (event: ChangeEvent<HTMLInputElement>) => set({ [name]: change(event.currentTarget.value) }),
  })
  const upper = (value: string): string => value.toUpperCase()
  return (
    <Stack>
      <NativeSelect
        label="When"
        data={EVENTS}
        value={draft.event}
        disabled={!isNew}
        onChange={(event) => set({ event: event.currentTarget.value as Draft['event'] })}
        data-autofocus
      />
      <Group grow align="flex-start" preventGrowOverflow={false}>
        {isPayment && (
          <NativeSelect
            label="The partner earns"
            data={KINDS}
            value={draft.kind}
            onChange={(event) => set({ kind: event.currentTarget.value as Draft['kind'] })}
          />
        )}
        {isPercent ? (
          <TextInput label="Percent" inputMode="decimal" {...text('percent')} />
        ) : (
          <>
            <TextInput label="Amount" inputMode="decimal" placeholder="25.00" {...text('amount')} />
            <TextInput label="Currency" maxLength={3} {...text('rewardCurrency', upper)} />
          </>
        )}
      </Group>
      {isPayment && (
        <>
          <TextInput label="Only for products" description="Keys between commas. Empty: all." {...text('products')} />
          <TextInput
            label="Only in categories"
            description="Keys between commas. Empty: all."
            {...text('categories')}
          />
          <TextInput label="Only in the currency" maxLength={3} placeholder="All" {...text('currency', upper)} />
          <Checkbox
            label="Only a customer's first payment"
            checked={draft.isFirstOnly}
            onChange={(event) => set({ isFirstOnly: event.currentTarget.checked })}
          />
        </>
      )}
      {draft.event === 'action' && <TextInput label="Only actions of the type" placeholder="All" {...text('action')} />}
      {draft.event !== 'signup' && (
        <Group grow>
          <TextInput label="Months from the sign-up" inputMode="numeric" placeholder="No end" {...text('months')} />
          <TextInput label="Times for one customer" inputMode="numeric" placeholder="No limit" {...text('most')} />
        </Group>
      )}
      {groups.length > 1 && (
        <Checkbox.Group
          label="Only for partners of"
          description="None ticked: all groups."
          value={[...draft.groups]}
          onChange={(keys) => set({ groups: keys })}
        >
          <Stack gap={6} mt={6}>
            {groups.map(({ value, label }) => (
              <Checkbox key={value} value={value} label={<bdi className="name">{label}</bdi>} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </Stack>
  )
}
