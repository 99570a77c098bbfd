/** Sending a file, and going on to the page of its import. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useMode, useTo } from '../../api/mode.ts'
import { upload, type Upload } from '../../api/upload.ts'
import { keepFile } from './kept-file.ts'

export function useSending() {
  const mode = useMode()
  const to = useTo()
  const client = useQueryClient()
  const navigate = useNavigate()
  const stopping = useRef<AbortController | null>(null)
  const [sent, setSent] = useState(0)
  const sending = useMutation({
    mutationFn(what: Upload) {
      setSent(0)
      stopping.current = new AbortController()
      return upload(mode, what, setSent, stopping.current.signal)
    },
    onSuccess({ key }, what) {
      if (what.isTrial) keepFile(key, what)
      void client.invalidateQueries({ queryKey: [mode] })
      void navigate(to('import', key))
    },
  })
  return { sending, sent, stop: () => stopping.current?.abort() }
}
