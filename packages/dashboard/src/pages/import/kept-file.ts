/** The file of a trial, kept while the pages are open: it can be imported without being chosen again. */
import type { Upload } from '../../api/upload.ts'

let kept: { readonly key: string; readonly upload: Upload } | null = null

export const keepFile = (key: string, upload: Upload): void => void (kept = { key, upload })
export const keptFile = (key: string): Upload | null => (kept?.key === key ? kept.upload : null)
