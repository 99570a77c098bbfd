/** Some settings, changed together: all of them or none. */
import { Paper } from '@mantine/core'
import { useChange } from '../../api/reads.ts'
import { FieldsForm, type Field, type Values } from '../../parts/FieldsForm.tsx'
import { Section } from '../../parts/Section.tsx'
import { tell } from '../../parts/tell.ts'
import type { Setting } from './types.ts'

interface Props {
  readonly title: string
  readonly settings: readonly Setting[]
}

const fieldOf = (setting: Setting): Field => {
  const { name, value, default: standard, takes, options, meaning } = setting
  const shared = { name, label: name, initial: value }
  if (options) {
    const labelOf = (one: string): string => (one === standard ? `${one} (default)` : one)
    return { ...shared, description: meaning, options: options.map((one) => ({ value: one, label: labelOf(one) })) }
  }
  const otherwise = standard === '' ? 'Left empty: none.' : `Left empty: ${standard}, the default.`
  return { ...shared, description: `${meaning} Takes ${takes}. ${otherwise}` }
}

export function SettingsForm({ title, settings }: Props) {
  const change = useChange<unknown>()
  const save = async (given: Values): Promise<void> => {
    const changed = settings.filter(({ name, value }) => given[name] !== value)
    if (changed.length === 0) return tell('Nothing was different.')
    const values = Object.fromEntries(changed.map(({ name }) => [name, given[name]]))
    await change.mutateAsync({ method: 'PATCH', path: '/settings', body: { values } })
    tell(`Changed: ${changed.map(({ name }) => name).join(', ')}.`)
  }
  return (
    <Section title={title}>
      <Paper withBorder p="md" maw={720}>
        {/* Anew with every change of theirs: a field that was emptied shows its default then. */}
        <FieldsForm
          key={settings.map(({ value }) => value).join()}
          fields={settings.map(fieldOf)}
          submit="Save"
          act={save}
        />
      </Paper>
    </Section>
  )
}
