/** A button that acts on everything that fits the filters, not only on what this page shows. It asks first, and can be stopped. */
import { Button, Group, List, Modal, Progress as Bar, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useAllThatFit, type Progress, type Work } from './all-that-fit.ts'
import { Failure } from './Failure.tsx'
import { Name } from './Name.tsx'
import { PageLink } from './PageLink.tsx'

interface Props {
  /** On the button that opens it. */
  readonly label: string
  readonly title: string
  /** The filters, in words. */
  readonly words: readonly string[]
  /** Followed by the filters; and what is said where there are none. */
  readonly narrowed: string
  readonly whole: string
  /** Below that: how many there are, and what it does. It is there only while the dialog is open. */
  readonly children: ReactNode
  readonly onOpen?: () => void
  /** On the button that begins; null while there is nothing to begin. */
  readonly submit: string | null
  readonly color?: string
  /** As in `12 replayed`. */
  readonly done: string
  readonly work: Work
  /** The page of a row, by its key. */
  readonly page: (key: string) => readonly string[]
}

export function AllThatFit(props: Props) {
  const { label, title, words, narrowed, whole, children, submit, color = 'brand', done, work, page, onOpen } = props
  const [isOpen, dialog] = useDisclosure(false)
  const { progress, error, start, stop, reset } = useAllThatFit(work)
  const isRunning = progress?.state === 'running'
  const open = (): void => {
    reset()
    onOpen?.()
    dialog.open()
  }
  const close = (): void => {
    stop()
    dialog.close()
  }
  return (
    <>
      <Button variant="default" onClick={open}>
        {label}
      </Button>
      <Modal opened={isOpen} onClose={close} title={title} centered size="lg">
        <Stack>
          <Text size="sm">{words.length > 0 ? narrowed : whole}</Text>
          {words.length > 0 && (
            <List size="sm">
              {words.map((word) => (
                <List.Item key={word}>
                  <Name>{word}</Name>
                </List.Item>
              ))}
            </List>
          )}
          {!progress && children}
          {progress && <Told progress={progress} done={done} page={page} />}
          {error && <Failure error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={isRunning ? stop : close}>
              {isRunning ? 'Stop' : progress ? 'Close' : 'Cancel'}
            </Button>
            {(!progress || error) && submit !== null && (
              <Button color={color} onClick={() => void start()}>
                {submit}
              </Button>
            )}
          </Group>
        </Stack>
      </Modal>
    </>
  )
}

const SAID = { running: 'so far', stopped: 'and then stopped', done: 'that is all' } as const

const counted = (became: Progress['became']): string =>
  Object.entries(became)
    .map(([what, count]) => `${count.toLocaleString()} ${what}`)
    .join(', ')

interface ToldProps extends Pick<Props, 'done' | 'page'> {
  readonly progress: Progress
}

const Told = ({ progress: { worked, became, failures, state }, done, page }: ToldProps) => (
  <Stack gap="xs">
    <Bar value={100} animated={state === 'running'} color={failures.length > 0 ? 'orange' : 'teal'} aria-hidden />
    <Text size="sm" role="status">
      {worked.toLocaleString()} {done}, {SAID[state]}
      {worked > 0 && `: ${counted(became)}`}.
    </Text>
    {failures.map(({ key, reason }) => (
      <Text key={key} size="sm" component="div">
        <PageLink to={page(key)}>{key}</PageLink>: <Name>{reason}</Name>
      </Text>
    ))}
  </Stack>
)
