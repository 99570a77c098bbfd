import { ActionIcon, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { copyText } from './copy-text.ts'
import { tell } from './tell.ts'

interface Props {
  readonly text: string
  /** What it copies, for whoever does not see beside what it stands. */
  readonly what: string
}

export function CopyButton({ text, what }: Props) {
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copy = async (): Promise<void> => {
    if (await copyText(text)) setCopied(true)
    else tell('It could not be copied. Select it and copy it by hand.', 'red')
  }
  return (
    <Tooltip label={isCopied ? 'Copied' : `Copy ${what}`}>
      <ActionIcon
        variant="subtle"
        color={isCopied ? 'teal' : 'gray'}
        aria-label={isCopied ? 'Copied' : `Copy ${what}`}
        onClick={() => void copy()}
      >
        {isCopied ? <IconCheck size={16} /> : <IconCopy size={16} />}
      </ActionIcon>
    </Tooltip>
  )
}
