/** What happens in the open mode, told by the server as it is committed. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useMode } from '../../api/mode.ts'
import type { Mode } from '../../api/client.ts'
import { STEPS } from './steps.ts'

export const EVENTS = ['sighting', 'click', 'signup', 'delivery', 'payment'] as const
export interface Happened {
  readonly no: number
  readonly event: (typeof EVENTS)[number]
  readonly data: Readonly<Record<string, unknown>>
}

const SHOWN = 30
/** A stream that the server has ended is not asked for again by the browser itself. */
const AGAIN_MS = 5_000

interface Listener {
  onOpen(): void
  onEvent(event: Happened['event'], data: Happened['data']): void
  onLost(): void
}

/** Follows until told to stop. */
function follow(mode: Mode, { onOpen, onEvent, onLost }: Listener): () => void {
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  const open = (): void => {
    source = new EventSource(`/admin/api/${mode}/testing/events`)
    source.onopen = onOpen
    source.onerror = () => {
      onLost()
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, AGAIN_MS)
    }
    for (const event of EVENTS)
      source.addEventListener(event, ({ data }: MessageEvent<string>) =>
        onEvent(event, JSON.parse(data) as Happened['data']),
      )
  }
  open()
  return () => {
    clearTimeout(timer)
    source.close()
  }
}

export interface Following {
  readonly isConnected: boolean
  /** The newest first. */
  readonly events: readonly Happened[]
}

const NOBODY: Following = { isConnected: false, events: [] }

export function useFollowing(): Following {
  const mode = useMode()
  const client = useQueryClient()
  const [following, setFollowing] = useState(NOBODY)
  useEffect(() => {
    let no = 0
    setFollowing(NOBODY)
    const connected = (isConnected: boolean): void => setFollowing((before) => ({ ...before, isConnected }))
    return follow(mode, {
      onOpen() {
        connected(true)
        void client.invalidateQueries({ queryKey: [mode, STEPS] })
      },
      onLost: () => connected(false),
      onEvent(event, data) {
        setFollowing(({ events }) => ({
          isConnected: true,
          events: [{ no: ++no, event, data }, ...events].slice(0, SHOWN),
        }))
        void client.invalidateQueries({ queryKey: [mode, STEPS] })
      },
    })
  }, [mode, client])
  return following
}
