/** Where a file is dropped, or chosen by a click or the keyboard. */
import { Text } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useState, type DragEvent } from 'react'

interface Props {
  readonly label: string
  readonly accept: string
  readonly onFile: (file: File) => void
}

export function DropFile({ label, accept, onFile }: Props) {
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null): void => {
    const file = files?.item(0)
    if (file) onFile(file)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const over = (event: DragEvent): void => {
    event.preventDefault() // else the browser opens the file
    setOver(true)
  }
  return (
    <label
      className="drop"
      data-over={isOver || undefined}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={32} stroke={1.5} aria-hidden />
      <Text fw={600}>{label}</Text>
      <Text size="sm" c="dimmed">
        or click to choose one
      </Text>
      <input
        type="file"
        accept={accept}
        aria-label={label}
        onChange={({ currentTarget: input }) => {
          take(input.files)
          input.value = '' // the same file again is a change, too
        }}
      />
    </label>
  )
}
