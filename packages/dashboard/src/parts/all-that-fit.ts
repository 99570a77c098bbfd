/** Working everything that fits the filters of a list, a stretch at a time. */
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useMode } from '../api/mode.ts'

export interface Result {
  readonly key: string
  /** In a word, to be counted. */
  readonly became: string
  readonly reason: string
  readonly failed: boolean
}
interface Stretch {
  readonly results: readonly Result[]
  /** Where to go on; null where all are done. */
  readonly next: string | null
}
/** Works the rows behind a place, or the first ones. */
export type Work = (after: string | undefined) => Promise<Stretch>

export interface Progress {
  readonly worked: number
  /** How many became what. */
  readonly became: Readonly<Record<string, number>>
  /** The first that failed. */
  readonly failures: readonly Result[]
  readonly state: 'running' | 'stopped' | 'done'
}

const SHOWN_FAILURES = 20
const NOTHING: Progress = { worked: 0, became: {}, failures: [], state: 'running' }

function added(before: Progress, { results }: Stretch): Progress {
  const became = { ...before.became }
  for (const one of results) became[one.became] = (became[one.became] ?? 0) + 1
  const failures = [...before.failures, ...results.filter(({ failed }) => failed)].slice(0, SHOWN_FAILURES)
  return { ...before, worked: before.worked + results.length, became, failures }
}

/** From the newest back: what comes meanwhile is left alone. Stopped, it ends after the stretch that is under way. */
export function useAllThatFit(work: Work) {
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
        const stretch: Stretch = await work(next)
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
