/** A secret that may be read again: under dots until it is asked for, and copied without being shown. */
import { ActionIcon, Group, Tooltip } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { CopyButton } from './CopyButton.tsx'
import { Key } from './Name.tsx'

interface Props {
  readonly text: string
  readonly what: string
}

export function HiddenLine({ text, what }: Props) {
  const [isShown, setShown] = useState(false)
  const label = isShown ? `Hide ${what}` : `Show ${what}`
  return (
    <Group gap={2} wrap="nowrap" align="flex-start">
      <Key>{isShown ? text : '•'.repeat(16)}</Key>
      <Tooltip label={label}>
        <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={() => setShown(!isShown)}>
          {isShown ? <IconEyeOff size={16} /> : <IconEye size={16} />}
        </ActionIcon>
      </Tooltip>
      <CopyButton text={text} what={what} />
    </Group>
  )
}
