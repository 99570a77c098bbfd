/** Works everything again that the filters let through. */
import { Button, Group, List, Modal, Progress as Bar, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Failure } from '../../parts/Failure.tsx'
import { useListParams } from '../../parts/list-params.ts'
import { Name } from '../../parts/Name.tsx'
import { PageLink } from '../../parts/PageLink.tsx'
import { asBody, filtersOf, filterWords } from './filters.ts'
import { useReplayAll, type Progress } from './replay.ts'
import { stateName } from './states.tsx'

export function ReplayFiltered() {
  const params = useListParams()
  const [isOpen, dialog] = useDisclosure(false)
  const { progress, error, start, stop, reset } = useReplayAll(asBody(filtersOf(params)))
  const isRunning = progress?.state === 'running'
  const words = filterWords(params)
  const open = (): void => {
    reset()
    dialog.open()
  }
  const close = (): void => {
    stop()
    dialog.close()
  }
  return (
    <>
      <Button variant="default" onClick={open}>
        {words.length > 0 ? 'Replay all that fit' : 'Replay all'}
      </Button>
      <Modal opened={isOpen} onClose={close} title="Replay deliveries" centered size="lg">
        <Stack>
          <Text size="sm">
            {words.length > 0
              ? 'Every delivery is worked again that fits:'
              : 'Every delivery of this mode is worked again. Filters above the list would narrow that.'}
          </Text>
          {words.length > 0 && (
            <List size="sm">
              {words.map((word) => (
                <List.Item key={word}>
                  <Name>{word}</Name>
                </List.Item>
              ))}
            </List>
          )}
          <Text size="sm" c="dimmed">
            That is always safe: what is recorded already is not recorded twice.
          </Text>
          {progress && <Told progress={progress} />}
          {error && <Failure error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={isRunning ? stop : close}>
              {isRunning ? 'Stop' : progress ? 'Close' : 'Cancel'}
            </Button>
            {(!progress || error) && <Button onClick={() => void start()}>Replay</Button>}
          </Group>
        </Stack>
      </Modal>
    </>
  )
}

const SAID = { running: 'so far', stopped: 'and then stopped', done: 'that is all' } as const

const became = (states: Progress['states']): string =>
  Object.entries(states)
    .map(([state, count]) => `${count.toLocaleString()} ${stateName(state).toLowerCase()}`)
    .join(', ')

const Told = ({ progress: { replayed, states, failures, state } }: { readonly progress: Progress }) => (
  <Stack gap="xs">
    <Bar value={100} animated={state === 'running'} color={failures.length > 0 ? 'orange' : 'teal'} aria-hidden />
    <Text size="sm" role="status">
      {replayed.toLocaleString()} replayed, {SAID[state]}
      {replayed > 0 && `: ${became(states)}`}.
    </Text>
    {failures.map(({ key, reason }) => (
      <Text key={key} size="sm" component="div">
        <PageLink to={['deliveries', key]}>{key}</PageLink>: <Name>{reason}</Name>
      </Text>
    ))}
  </Stack>
)
