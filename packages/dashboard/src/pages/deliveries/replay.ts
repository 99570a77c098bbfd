/** Working deliveries again, a stretch at a time. */
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call } from '../../api/client.ts'
import { useMode } from '../../api/mode.ts'

interface Result {
  readonly key: string
  readonly state: string
  readonly reason: string
}
interface Stretch {
  readonly results: readonly Result[]
  readonly next: string | null
}

export interface Progress {
  readonly replayed: number
  /** How many became what. */
  readonly states: Readonly<Record<string, number>>
  /** The first that failed. */
  readonly failures: readonly Result[]
  readonly state: 'running' | 'stopped' | 'done'
}

const SHOWN_FAILURES = 20
const NOTHING: Progress = { replayed: 0, states: {}, failures: [], state: 'running' }

function added(before: Progress, { results }: Stretch): Progress {
  const states = { ...before.states }
  for (const { state } of results) states[state] = (states[state] ?? 0) + 1
  const failures = [...before.failures, ...results.filter(({ state }) => state === 'failed')]
  return {
    ...before,
    ...{ replayed: before.replayed + results.length, states, failures: failures.slice(0, SHOWN_FAILURES) },
  }
}

/** Replays all that fit, from the newest back; stopped, it ends after the stretch that is under way. */
export function useReplayAll(filters: Readonly<Record<string, string | number>>) {
  const mode = useMode()
  const client = useQueryClient()
  const isStopped = useRef(false)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [error, setError] = useState<Error | null>(null)

  const start = async (): Promise<void> => {
    isStopped.current = false
    setError(null)
    let sum = NOTHING
    setProgress(sum)
    try {
      for (let next: string | null | undefined; next !== null && !isStopped.current;) {
        const body = next === undefined ? filters : { ...filters, starting_after: next }
        const stretch: Stretch = await call('POST', `/${mode}/deliveries/replay`, body)
        setProgress((sum = added(sum, stretch)))
        next = stretch.next
      }
      setProgress({ ...sum, state: isStopped.current ? 'stopped' : 'done' })
    } catch (caught) {
      setError(caught as Error)
      setProgress({ ...sum, state: 'stopped' })
    } finally {
      void client.invalidateQueries({ queryKey: [mode] })
    }
  }
  return {
    ...{ progress, error, start },
    stop: () => void (isStopped.current = true),
    reset: () => {
      setProgress(null)
      setError(null)
    },
  }
}
