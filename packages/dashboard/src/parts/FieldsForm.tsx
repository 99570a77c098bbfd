import { Button, Group, NativeSelect, PasswordInput, Stack, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import { Failure } from './Failure.tsx'

export interface Field {
  /** As the API calls it: its errors name it. */
  readonly name: string
  readonly label: string
  readonly description?: string
  readonly type?: 'text' | 'email' | 'url' | 'number' | 'lines' | 'password'
  readonly autoComplete?: string
  readonly isRequired?: boolean
  readonly placeholder?: string
  readonly initial?: string
  readonly options?: readonly { readonly value: string; readonly label: string }[]
}
export type Values = Readonly<Record<string, string>>

interface Props {
  readonly fields: readonly Field[]
  readonly submit: string
  readonly act: (values: Values) => Promise<unknown>
  readonly onDone?: () => void
  /** In a dialog; a form that is part of a page has nothing to cancel. */
  readonly onCancel?: () => void
}

/** The field that an error begins with: `'email' is not an e-mail address`. */
const fieldOf = (error: Error | null): string | undefined => /^'([\w]+)/.exec(error?.message ?? '')?.[1]
const without = (message: string): string => message.replace(/^'[^']+' /, 'It ')

const read = (form: HTMLFormElement): Values =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]))

export function FieldsForm({ fields, submit, act, onDone, onCancel }: Props) {
  const acting = useMutation({ mutationFn: act, onSuccess: () => onDone?.() })
  const wrong = fieldOf(acting.error)
  const isAtField = fields.some(({ name }) => name === wrong)
  const send = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    acting.mutate(read(event.currentTarget))
  }
  const errorAt = (name: string): string | null =>
    acting.error && wrong === name ? without(acting.error.message) : null
  return (
    <form onSubmit={send}>
      <Stack>
        {fields.map((field, index) => (
          <Input
            key={field.name}
            field={field}
            error={errorAt(field.name)}
            isFirst={index === 0 && onCancel !== undefined}
          />
        ))}
        {acting.error && !isAtField && <Failure error={acting.error} />}
        <Group justify="flex-end">
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              Cancel
            </Button>
          )}
          <Button type="submit" loading={acting.isPending}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface InputProps {
  readonly field: Field
  readonly error: string | null
  readonly isFirst: boolean
}

function Input({ field, error, isFirst }: InputProps) {
  const { name, label, type = 'text', options } = field
  const shared = {
    ...{ name, label, error, 'data-autofocus': isFirst || undefined },
    ...(field.description !== undefined && { description: field.description }),
    ...(field.initial !== undefined && { defaultValue: field.initial }),
    required: field.isRequired ?? false,
    ...(field.autoComplete !== undefined && { autoComplete: field.autoComplete }),
  }
  if (options) return <NativeSelect {...shared} data={[...options]} />
  if (type === 'password') return <PasswordInput {...shared} />
  if (type === 'lines') return <Textarea {...shared} autosize minRows={3} />
  return <TextInput {...shared} type={type} placeholder={field.placeholder ?? ''} />
}
