/** Sends a file to be imported, telling how much of it has gone. (Only the old way of asking tells that.) */
import { ApiError, csrfHeader, refusalOf, UNREACHABLE, type Mode } from './client.ts'
import type { Import } from './types.ts'

export interface Upload {
  readonly file: File
  readonly type: Import['type']
  readonly unit: Import['amount_unit']
  readonly isTrial: boolean
}

/** `onSent`: from 0 to 1. */
export function upload(
  mode: Mode,
  { file, type, unit, isTrial }: Upload,
  onSent: (part: number) => void,
  signal: AbortSignal,
): Promise<Import> {
  const request = new XMLHttpRequest()
  const asked = new URLSearchParams({ dry_run: String(isTrial), amount_unit: unit })
  request.open('POST', `/admin/api/${mode}/import/${type}?${asked}`)
  for (const [name, value] of Object.entries(csrfHeader())) request.setRequestHeader(name, value)
  request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0)
  signal.addEventListener('abort', () => request.abort())
  return new Promise((resolve, reject) => {
    request.onload = () => {
      if (request.status !== 200) return reject(refusalOf(request, request.responseText))
      resolve((JSON.parse(request.responseText) as { data: Import }).data)
    }
    request.onerror = () => reject(new ApiError(0, UNREACHABLE))
    request.onabort = () => reject(new ApiError(0, 'The upload was stopped. Nothing was imported.'))
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}
