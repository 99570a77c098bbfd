/** A key or an address, and the way to copy it. */
import { Group } from '@mantine/core'
import { CopyButton } from './CopyButton.tsx'
import { Key } from './Name.tsx'

interface Props {
  readonly text: string
  readonly what: string
}

export const KeyLine = ({ text, what }: Props) => (
  <Group gap={2} wrap="nowrap" align="flex-start">
    <Key>{text}</Key>
    <CopyButton text={text} what={what} />
  </Group>
)
