/** What narrows a list. Each is kept in the page's address. */
import { Group, NativeSelect, Switch, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState, type ReactNode, type SubmitEvent } from 'react'
import { useListParams } from './list-params.ts'

export const Filters = ({ children }: { readonly children: ReactNode }) => (
  <Group component="search" gap="sm" mb="md" align="flex-end" role="search">
    {children}
  </Group>
)

interface Named {
  readonly name: string
  readonly label: string
}

/** Sought on Enter, or on leaving it. */
export function FindFilter({ name, label, placeholder }: Named & { readonly placeholder?: string }) {
  const params = useListParams()
  const value = params.get(name)
  const apply = (input: HTMLInputElement): void => {
    const next = input.value.trim()
    if (next !== value) params.set({ [name]: next })
  }
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    apply(event.currentTarget.elements.namedItem(name) as HTMLInputElement)
  }
  return (
    <form onSubmit={submit} style={{ flex: '1 1 240px', maxWidth: 380 }}>
      <TextInput
        key={value} // the back button changes the address under it
        type="search"
        name={name}
        label={label}
        placeholder={placeholder ?? ''}
        defaultValue={value}
        leftSection={<IconSearch size={16} aria-hidden />}
        onBlur={(event) => apply(event.currentTarget)}
      />
    </form>
  )
}

export function SelectFilter({
  name,
  label,
  options,
}: Named & { readonly options: readonly { readonly value: string; readonly label: string }[] }) {
  const params = useListParams()
  return (
    <NativeSelect
      label={label}
      value={params.get(name)}
      data={[{ value: '', label: 'All' }, ...options]}
      onChange={(event) => params.set({ [name]: event.currentTarget.value })}
      maw={260}
    />
  )
}

/** A day of the reader's own calendar, as 2026-11-22. */
export function DayFilter({ name, label }: Named) {
  const params = useListParams()
  const value = params.get(name)
  const [draft, setDraft] = useState(value)
  useEffect(() => setDraft(value), [value]) // the back button changes the address under it
  const change = (day: string): void => {
    setDraft(day)
    // While a year is typed it begins with zeros: that is no day yet.
    if (day === '' || day >= '1970') params.set({ [name]: day })
  }
  return (
    <TextInput
      type="date"
      label={label}
      value={draft}
      onChange={(event) => change(event.currentTarget.value)}
      maw={170}
    />
  )
}

export function SwitchFilter({ name, label }: Named) {
  const params = useListParams()
  return (
    <Switch
      label={label}
      checked={params.get(name) === 'true'}
      onChange={(event) => params.set({ [name]: event.currentTarget.checked ? 'true' : null })}
      mb={8}
    />
  )
}
